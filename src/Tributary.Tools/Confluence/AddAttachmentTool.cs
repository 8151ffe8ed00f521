using System.ComponentModel;
using System.Net.Http.Headers;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Files;
using Tributary.Tools.Reading;

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
        if (content_type is not null && !MediaTypeHeaderValue.TryParse(content_type, out _))
            throw ToolException.InvalidParams($"`content_type` \"{WikiText.Line(content_type)}\" is no media type.", "Give one such as image/png, or leave it out.");

        (Stream content, string name) = await OpenAsync(file_path, content_base64, filename, cancellationToken);
        await using (content)
        {
            await allowed.CheckPageAsync(confluence, page_id, cancellationToken);
            Attachment added = await confluence.AddAttachmentAsync(
                page_id, new NewAttachment(name, content_type ?? FileName.ContentType(name), content, comment), cancellationToken);
            AttachmentItem item = AttachmentItem.Of(added);
            return new AddedAttachmentResult(
                item.Id, item.Title, item.MediaType, item.FileSize, item.DownloadLink,
                $"Attached \"{item.Title}\" ({item.FileSize} bytes, version {added.Version}) to page {page_id}.");
        }
    }

    private async Task<(Stream Content, string Name)> OpenAsync(string? path, string? base64, string? filename, CancellationToken cancellationToken)
    {
        if (path is not null && base64 is not null)
            throw ToolException.InvalidParams("`file_path` and `content_base64` exclude each other.", "Give one of them.");

        if (path is not null)
        {
            string name = FileName.Clean(filename ?? path);
            return (await AttachmentFile.OpenAsync(path, settings.AttachmentRoots, settings.MaxAttachmentBytes, cancellationToken), name);
        }

        if (base64 is null || string.IsNullOrWhiteSpace(filename))
        {
            throw ToolException.InvalidParams(
                base64 is null ? "There is no file: `content_base64` is missing." : "`filename` is missing.",
                "Give content_base64 and filename" + (settings.AttachmentRoots.Count > 0 ? ", or file_path." : "."));
        }

        byte[] bytes = new byte[(base64.Length / 4 + 1) * 3];
        if (!Convert.TryFromBase64String(base64, bytes, out int length))
            throw ToolException.InvalidParams("`content_base64` is not base64.", "Encode the bytes with the standard alphabet and padding, without a data: prefix.");

        return length <= settings.MaxAttachmentBytes
            ? (new MemoryStream(bytes, 0, length, writable: false), FileName.Clean(filename))
            : throw AttachmentFile.TooLarge(length, settings.MaxAttachmentBytes);
    }
}

/// <param name="FileSize">Bytes.</param>
internal sealed record AddedAttachmentResult(string Id, string Title, string MediaType, long FileSize, string DownloadLink, string Message) : IToolResult
{
    public string ToText() => $"{Message}\n{Id}: {MediaType} {DownloadLink}";
}
