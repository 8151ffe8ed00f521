using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Files;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>Gives the content of a file of an issue to the caller.</summary>
[McpServerToolType]
internal sealed class DownloadIssueAttachmentTool(JiraClient jira, ProjectAllowList allowed)
{
    [McpServerTool(Name = "jira_download_attachment", Title = "Read an attachment", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Reads a file of an issue: pictures as images, text as text, else the bytes.")]
    public async Task<DownloadedAttachmentResult> DownloadAttachmentAsync(
        IssueKey issue_key,
        [Description("Or filename.")] JiraId? attachment_id = null,
        string? filename = null,
        [Range(100, 4_000_000)] int max_tokens = PageReader.DefaultMaxTokens,
        [Range(0, int.MaxValue), Description("Text: go on at this character.")] int offset = 0,
        CancellationToken cancellationToken = default)
    {
        if (attachment_id is null == string.IsNullOrEmpty(filename))
            throw ToolException.InvalidParams(attachment_id is null ? "`attachment_id` and `filename` are both missing." : "`attachment_id` and `filename` exclude each other.", "Give one of them.");

        IssueAttachment file = await new IssueFiles(jira, allowed).FindAsync(issue_key, attachment_id, filename, cancellationToken);
        return await new FileReader(AttachmentItem.Of(file), (into, token) => jira.DownloadAttachmentAsync(file, into, token)).ReadAsync(max_tokens, offset, cancellationToken);
    }
}
