using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Jira;

/// <summary>Deletes a file of an issue for good.</summary>
[McpServerToolType]
internal sealed class DeleteIssueAttachmentTool(JiraClient jira, ProjectAllowList allowed)
{
    [Permanent]
    [McpServerTool(Name = "jira_delete_attachment", Title = "Delete an attachment", ReadOnly = false, Destructive = true, Idempotent = false, OpenWorld = true)]
    [Description("Deletes a file of an issue for good.")]
    public async Task<DeletedResult> DeleteAttachmentAsync(IssueKey issue_key, JiraId attachment_id, CancellationToken cancellationToken = default)
    {
        IssueAttachment file = await new IssueFiles(jira, allowed).FindAsync(issue_key, attachment_id, filename: null, cancellationToken);
        await jira.DeleteAttachmentAsync(attachment_id, cancellationToken);
        return new DeletedResult("success", $"Attachment {file.Id} \"{WikiText.Line(file.FileName)}\" ({file.FileSize} bytes) of {issue_key} is deleted for good.");
    }
}
