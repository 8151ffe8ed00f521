using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Files;

namespace Tributary.Tools.Confluence;

/// <summary>Attaches a file to a page.</summary>
[McpServerToolType]
internal sealed class AddAttachmentTool(ConfluenceClient confluence, SpaceAllowList allowed, ToolSettings settings)
{
    [McpServerTool(Name = "confluence_add_attachment", Title = "Attach a file", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true)]
    [Description("Attaches a file to a page.")]
    public async Task<AddedAttachmentResult> AddAttachmentAsync(
        PageId page_id,
        [LocalFile, Description("A file in an allowed folder; or give content_base64 and filename.")] string? file_path = null,
        [Prose, Description("The file's bytes.")] string? content_base64 = null,
        string? filename = null,
        string? comment = null,
        [Description("Default: by the name.")] string? content_type = null,
        CancellationToken cancellationToken = default)
    {
        await using SentFile file = await SentFile.OpenAsync(file_path, content_base64, filename, content_type, settings, cancellationToken);
        await allowed.CheckPageAsync(confluence, page_id, cancellationToken);
        Attachment added = await confluence.AddAttachmentAsync(page_id, new NewAttachment(file.Name, file.ContentType, file.Content, comment), cancellationToken);
        AttachmentItem item = AttachmentItem.Of(added);
        return AddedAttachmentResult.Of(item, $"Attached \"{item.Title}\" ({item.FileSize} bytes, version {added.Version}) to page {page_id}.");
    }
}
