using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Jira;

/// <summary>Deletes a comment on an issue for good.</summary>
[McpServerToolType]
internal sealed class DeleteIssueCommentTool(JiraClient jira, ProjectAllowList allowed)
{
    [Permanent]
    [McpServerTool(Name = "jira_delete_comment", Title = "Delete a comment", ReadOnly = false, Destructive = true, Idempotent = false, OpenWorld = true)]
    [Description("Deletes a comment for good.")]
    public async Task<DeletedResult> DeleteCommentAsync(IssueKey issue_key, JiraId comment_id, CancellationToken cancellationToken = default)
    {
        await allowed.CheckAsync(jira, issue_key, cancellationToken);
        IssueComment comment = await jira.GetCommentAsync(issue_key, comment_id, cancellationToken);
        await jira.DeleteCommentAsync(issue_key, comment_id, cancellationToken);
        return new DeletedResult("success", $"Comment {comment_id} of {issue_key} is deleted for good.", IssueMarkup.Beginning(comment.Body));
    }
}
