using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Confluence;

/// <summary>Deletes a file of a page.</summary>
[McpServerToolType]
internal sealed class DeleteAttachmentTool(ConfluenceClient confluence, SpaceAllowList allowed)
{
    [Permanent]
    [McpServerTool(Name = "confluence_delete_attachment", Title = "Delete an attachment", ReadOnly = false, Destructive = true, Idempotent = false, OpenWorld = true)]
    [Description("Deletes a file of a page, with all its versions.")]
    public async Task<DeletedResult> DeleteAttachmentAsync(PageId page_id, PageId attachment_id, CancellationToken cancellationToken = default)
    {
        await allowed.CheckPageAsync(confluence, page_id, cancellationToken);
        Attachment attachment = await confluence.GetAttachmentAsync(page_id, attachment_id, cancellationToken);
        await confluence.DeleteAttachmentAsync(page_id, attachment_id, cancellationToken);

        // Where there is a trash, no tool can take it out again.
        return new DeletedResult("success", $"Attachment {attachment.Id} \"{WikiText.Line(attachment.Title)}\" ({attachment.FileSize} bytes) of page {page_id} is deleted. Only an administrator may find it in the space's trash.");
    }
}
