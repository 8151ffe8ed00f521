using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Jira;

/// <summary>Deletes a worklog for good.</summary>
[McpServerToolType]
internal sealed class DeleteWorklogTool(JiraClient jira, ProjectAllowList allowed)
{
    [Permanent]
    [McpServerTool(Name = "jira_delete_worklog", Title = "Delete a worklog", ReadOnly = false, Destructive = true, Idempotent = false, OpenWorld = true)]
    [Description("Deletes a worklog for good; the remaining estimate grows by its time.")]
    public async Task<DeletedResult> DeleteWorklogAsync(IssueKey issue_key, JiraId worklog_id, CancellationToken cancellationToken = default)
    {
        await allowed.CheckAsync(jira, issue_key, cancellationToken);
        Worklog worklog = await jira.GetWorklogAsync(issue_key, worklog_id, cancellationToken);
        await jira.DeleteWorklogAsync(issue_key, worklog_id, cancellationToken);
        return new DeletedResult("success", $"Worklog {worklog_id} of {issue_key} is deleted for good.", IssueWorklogItem.Of(worklog).ToText());
    }
}
