using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Files;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Confluence;

/// <summary>Gives the content of a file of a page to the caller.</summary>
[McpServerToolType]
internal sealed class DownloadAttachmentTool(ConfluenceClient confluence, SpaceAllowList allowed)
{
    [McpServerTool(Name = "confluence_download_attachment", Title = "Read an attachment", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Reads a file of a page: pictures as images, text as text, else the bytes.")]
    public async Task<DownloadedAttachmentResult> DownloadAttachmentAsync(
        PageId page_id,
        [Description("Or filename.")] PageId? attachment_id = null,
        string? filename = null,
        [Range(100, 4_000_000)] int max_tokens = PageReader.DefaultMaxTokens,
        [Range(0, int.MaxValue), Description("Text: go on at this character.")] int offset = 0,
        CancellationToken cancellationToken = default)
    {
        if (attachment_id is null == filename is null)
            throw ToolException.InvalidParams(filename is null ? "`attachment_id` and `filename` are both missing." : "`attachment_id` and `filename` exclude each other.", "Give one of them.");

        await allowed.CheckPageAsync(confluence, page_id, cancellationToken);
        Attachment attachment = attachment_id is { } id
            ? await confluence.GetAttachmentAsync(page_id, id, cancellationToken)
            : await NamedAsync(page_id, filename!, cancellationToken);
        return await new FileReader(AttachmentItem.Of(attachment), (into, token) => confluence.DownloadAttachmentAsync(attachment, into, token)).ReadAsync(max_tokens, offset, cancellationToken);
    }

    private async Task<Attachment> NamedAsync(PageId page, string filename, CancellationToken cancellationToken)
    {
        ResultList<Attachment> found = await confluence.ListAttachmentsAsync(page, new AttachmentQuery(filename, Limit: 10), cancellationToken);
        return found.Items.FirstOrDefault(attachment => attachment.Title == filename) ?? throw new ToolException(
            ErrorCode.ResourceNotFound, $"Page {page} has no attachment \"{WikiText.Beginning(filename, 80)}\".", "List its files with confluence_list_attachments.");
    }
}
