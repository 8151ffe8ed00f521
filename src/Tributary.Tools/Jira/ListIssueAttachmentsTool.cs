using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Tools.Files;

namespace Tributary.Tools.Jira;

/// <summary>Lists the files attached to an issue.</summary>
[McpServerToolType]
internal sealed class ListIssueAttachmentsTool(JiraClient jira, ProjectAllowList allowed)
{
    [McpServerTool(Name = "jira_list_attachments", Title = "List attachments", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Lists the files attached to an issue, newest first.")]
    public async Task<AttachmentsResult> ListAttachmentsAsync(
        IssueKey issue_key,
        [Description("Only this exact name.")] string? filename = null,
        [Range(1, 100)] int limit = 25,
        [Range(0, 10_000)] int start = 0,
        CancellationToken cancellationToken = default)
    {
        AttachmentItem[] all =
        [
            .. (await new IssueFiles(jira, allowed).ListAsync(issue_key, cancellationToken))
                .Where(file => string.IsNullOrWhiteSpace(filename) || file.FileName == filename)
                .OrderByDescending(file => file.CreatedAt).Select(AttachmentItem.Of),
        ];
        return new AttachmentsResult([.. all.Skip(start).Take(limit)], all.Length, start + limit < all.Length ? start + limit : null);
    }
}
