using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Files;

namespace Tributary.Tools.Confluence;

/// <summary>Lists the files attached to a page.</summary>
[McpServerToolType]
internal sealed class ListAttachmentsTool(ConfluenceClient confluence, SpaceAllowList allowed)
{
    [McpServerTool(Name = "confluence_list_attachments", Title = "List attachments", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Lists the files attached to a page.")]
    public async Task<AttachmentsResult> ListAttachmentsAsync(
        PageId page_id,
        [Description("Only this exact name.")] string? filename = null,
        [Description("Only this type, e.g. image/png.")] string? media_type = null,
        [Range(1, 100)] int limit = 25,
        [Range(0, 10_000)] int start = 0,
        CancellationToken cancellationToken = default)
    {
        await allowed.CheckPageAsync(confluence, page_id, cancellationToken);
        ResultList<Attachment> attachments = await confluence.ListAttachmentsAsync(
            page_id, new AttachmentQuery(filename, media_type, limit, start), cancellationToken);
        return new AttachmentsResult([.. attachments.Items.Select(AttachmentItem.Of)], attachments.Total, attachments.NextStart);
    }
}
