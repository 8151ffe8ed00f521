using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Files;

namespace Tributary.Tools.Jira;

/// <summary>Attaches a file to an issue.</summary>
[McpServerToolType]
internal sealed class AddIssueAttachmentTool(JiraClient jira, ProjectAllowList allowed, ToolSettings settings)
{
    [McpServerTool(Name = "jira_add_attachment", Title = "Attach a file", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true)]
    [Description("Attaches a file to an issue.")]
    public async Task<AddedAttachmentResult> AddAttachmentAsync(
        IssueKey issue_key,
        [LocalFile, Description("A file in an allowed folder; or give content_base64 and filename.")] string? file_path = null,
        [Prose, Description("The file's bytes.")] string? content_base64 = null,
        string? filename = null,
        [Description("Default: by the name.")] string? content_type = null,
        CancellationToken cancellationToken = default)
    {
        await using SentFile file = await SentFile.OpenAsync(file_path, content_base64, filename, content_type, settings, cancellationToken);
        await allowed.CheckAsync(jira, issue_key, cancellationToken);
        IssueAttachment added = await jira.AddAttachmentAsync(issue_key, new NewIssueAttachment(file.Name, file.ContentType, file.Content), cancellationToken);
        AttachmentItem item = AttachmentItem.Of(added);
        return AddedAttachmentResult.Of(item, $"Attached \"{item.Title}\" ({item.FileSize} bytes) to {issue_key}.");
    }
}
