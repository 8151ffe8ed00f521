using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Markup;
using Tributary.Tools.Files;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Confluence;

/// <summary>Gives the content of a file of a page to the caller; it never touches a disk.</summary>
[McpServerToolType]
internal sealed class DownloadAttachmentTool(ConfluenceClient confluence, SpaceAllowList allowed)
{
    // Clients pass no larger pictures on to their models.
    private const int MostPictureBytes = 3 * 1024 * 1024;
    private const int MostTextBytes = 10 * 1024 * 1024;
    private const int MostFileBytes = 10 * 1024 * 1024;

    // Base64 makes four characters, and so a token, of three bytes.
    private const int FileBytesPerToken = 3;

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
        string type = attachment.MediaType is "application/octet-stream" or "" ? FileName.ContentType(attachment.Title) : attachment.MediaType;
        if (FileText.Is(type))
            return Text(attachment, type, await BytesAsync(attachment, MostTextBytes, FarTooLarge(attachment), cancellationToken), max_tokens, offset);

        bool looksLikePicture = type.StartsWith("image/", StringComparison.OrdinalIgnoreCase);
        long most = looksLikePicture ? MostPictureBytes : Math.Min(MostFileBytes, (long)max_tokens * FileBytesPerToken);
        byte[] bytes = await BytesAsync(attachment, most, looksLikePicture || attachment.FileSize > MostFileBytes ? FarTooLarge(attachment) : TooLarge(attachment), cancellationToken);
        if (looksLikePicture && Picture.Of(bytes) is { } picture)
            return Image(attachment, picture, bytes, max_tokens);

        return bytes.Length <= (long)max_tokens * FileBytesPerToken ? File(attachment, type, bytes) : throw TooLarge(attachment);
    }

    private static DownloadedAttachmentResult Text(Attachment attachment, string type, byte[] bytes, int maxTokens, int offset)
    {
        string text = FileText.Decode(bytes);
        if (offset > 0 && offset >= text.Length)
            throw ToolException.InvalidParams($"`offset` is {offset}, and the text has {text.Length} characters.", "Give a smaller one.");

        int end = BodyCut.End(text, offset, maxTokens, Boundaries.OfMarkdown);
        return DownloadedAttachmentResult.Of(attachment, type, "text") with
        {
            Text = VisibleText.Of(text[offset..end]),
            NextOffset = end < text.Length ? end : null,
            Message = end < text.Length ? $"Characters {offset} to {end} of {text.Length}; go on with offset {end}." : null,
        };
    }

    private static DownloadedAttachmentResult Image(Attachment attachment, Picture picture, byte[] bytes, int maxTokens) => picture.Tokens <= maxTokens
        ? DownloadedAttachmentResult.Of(attachment, picture.MediaType, "image") with
        {
            Message = string.Create(CultureInfo.InvariantCulture, $"{picture.Width} x {picture.Height} pixels, about {picture.Tokens} tokens"),
            Block = ImageContentBlock.FromBytes(bytes, picture.MediaType),
        }
        : throw new ToolException(
            ErrorCode.TooLarge, $"{Shown(attachment)} is an image of {picture.Width} x {picture.Height} pixels, which a model counts as about {picture.Tokens} tokens; `max_tokens` was {maxTokens}.",
            $"Give max_tokens {picture.Tokens}.");

    private static DownloadedAttachmentResult File(Attachment attachment, string type, byte[] bytes) => DownloadedAttachmentResult.Of(attachment, type, "file") with
    {
        Message = "The bytes are in the embedded resource.",
        Block = new EmbeddedResourceBlock { Resource = BlobResourceContents.FromBytes(bytes, attachment.DownloadLink, WikiText.Line(type)) },
    };

    private async Task<Attachment> NamedAsync(PageId page, string filename, CancellationToken cancellationToken)
    {
        ResultList<Attachment> found = await confluence.ListAttachmentsAsync(page, new AttachmentQuery(filename, Limit: 10), cancellationToken);
        return found.Items.FirstOrDefault(attachment => attachment.Title == filename) ?? throw new ToolException(
            ErrorCode.ResourceNotFound, $"Page {page} has no attachment \"{WikiText.Line(filename.Length <= 80 ? filename : filename[..80] + "…")}\".", "List its files with confluence_list_attachments.");
    }

    private async Task<byte[]> BytesAsync(Attachment attachment, long most, ToolException tooLarge, CancellationToken cancellationToken)
    {
        if (attachment.FileSize > most)
            throw tooLarge;

        using var buffer = new BoundedBuffer(most, () => tooLarge);
        await confluence.DownloadAttachmentAsync(attachment, buffer, cancellationToken);
        return buffer.ToArray();
    }

    private static ToolException TooLarge(Attachment attachment)
    {
        long tokens = (attachment.FileSize + FileBytesPerToken - 1) / FileBytesPerToken;
        return new(ErrorCode.TooLarge, $"{Shown(attachment)} has {attachment.FileSize} bytes, about {tokens} tokens.", $"Give max_tokens {tokens} if you can work with its bytes, or ask the user to open {attachment.DownloadLink}");
    }

    private static ToolException FarTooLarge(Attachment attachment) =>
        new(ErrorCode.TooLarge, $"{Shown(attachment)} has {attachment.FileSize} bytes: too many to be shown.", $"Ask the user to open {attachment.DownloadLink} or to attach a smaller one.");

    private static string Shown(Attachment attachment) => $"Attachment {attachment.Id} \"{WikiText.Line(attachment.Title)}\"";
}

/// <param name="FileSize">Bytes.</param>
/// <param name="Kind"><c>image</c> and <c>file</c> follow the text as content of their own; <c>text</c> is in <paramref name="Text"/>.</param>
/// <param name="NextOffset">Where a cut text goes on.</param>
internal sealed record DownloadedAttachmentResult(
    string Id, string Title, string MediaType, long FileSize, string Kind, string? Text = null, int? NextOffset = null, string? Message = null) : IToolResult
{
    internal ContentBlock? Block { get; init; }

    IEnumerable<ContentBlock> IToolResult.Attached => Block is { } block ? [block] : [];

    public static DownloadedAttachmentResult Of(Attachment attachment, string type, string kind) =>
        new(attachment.Id.ToString(), WikiText.Line(attachment.Title), WikiText.Line(type), attachment.FileSize, kind);

    public string ToText()
    {
        string head = $"{Id}: {Title} ({MediaType}, {FileSize} bytes)";
        return Text is null ? $"{Fence.Around("attachment", head)}\n{Message}" : $"{Fence.Around("attachment", $"{head}\n{Text}")}{(Message is null ? "" : "\n" + Message)}";
    }
}
