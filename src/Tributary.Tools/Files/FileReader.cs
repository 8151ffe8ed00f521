using System.Globalization;
using ModelContextProtocol.Protocol;
using Tributary.Markup;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Files;

/// <summary>Gives the content of an attached file to the caller, pictures as images, text as text, else the bytes; it never touches a disk.</summary>
/// <param name="download">Streams the bytes.</param>
internal sealed class FileReader(AttachmentItem file, Func<Stream, CancellationToken, Task> download)
{
    /// <summary>Base64 makes four characters, and so a token, of three bytes.</summary>
    private const int FileBytesPerToken = 3;

    // Clients pass no larger pictures on to their models.
    private const int MostPictureBytes = 3 * 1024 * 1024;
    private const int MostTextBytes = 10 * 1024 * 1024;
    private const int MostFileBytes = 10 * 1024 * 1024;

    /// <param name="offset">Of a text: the first character.</param>
    public async Task<DownloadedAttachmentResult> ReadAsync(int maxTokens, int offset, CancellationToken cancellationToken)
    {
        string type = file.MediaType is "application/octet-stream" or "" ? FileName.ContentType(file.Title) : file.MediaType;
        if (FileText.Is(type))
            return Text(type, await BytesAsync(MostTextBytes, FarTooLarge(), cancellationToken), maxTokens, offset);

        bool looksLikePicture = type.StartsWith("image/", StringComparison.OrdinalIgnoreCase);
        long most = looksLikePicture ? MostPictureBytes : Math.Min(MostFileBytes, (long)maxTokens * FileBytesPerToken);
        byte[] bytes = await BytesAsync(most, looksLikePicture || file.FileSize > MostFileBytes ? FarTooLarge() : TooLarge(), cancellationToken);
        if (looksLikePicture && Picture.Of(bytes) is { } picture)
            return Image(picture, bytes, maxTokens);

        return bytes.Length <= (long)maxTokens * FileBytesPerToken ? File(type, bytes) : throw TooLarge();
    }

    private DownloadedAttachmentResult Text(string type, byte[] bytes, int maxTokens, int offset)
    {
        string text = FileText.Decode(bytes);
        if (offset > 0 && offset >= text.Length)
            throw ToolException.InvalidParams($"`offset` is {offset}, and the text has {text.Length} characters.", "Give a smaller one.");

        int end = BodyCut.End(text, offset, maxTokens, Boundaries.OfMarkdown);
        return Result(type, "text") with
        {
            Text = VisibleText.Of(text[offset..end]),
            NextOffset = end < text.Length ? end : null,
            Message = end < text.Length ? $"Characters {offset} to {end} of {text.Length}; go on with offset {end}." : null,
        };
    }

    private DownloadedAttachmentResult Image(Picture picture, byte[] bytes, int maxTokens) => picture.Tokens <= maxTokens
        ? Result(picture.MediaType, "image") with
        {
            Message = string.Create(CultureInfo.InvariantCulture, $"{picture.Width} x {picture.Height} pixels, about {picture.Tokens} tokens"),
            Block = ImageContentBlock.FromBytes(bytes, picture.MediaType),
        }
        : throw new ToolException(
            ErrorCode.TooLarge, $"{Shown} is an image of {picture.Width} x {picture.Height} pixels, which a model counts as about {picture.Tokens} tokens; `max_tokens` was {maxTokens}.",
            $"Give max_tokens {picture.Tokens}.");

    private DownloadedAttachmentResult File(string type, byte[] bytes) => Result(type, "file") with
    {
        Message = "The bytes are in the embedded resource.",
        Block = new EmbeddedResourceBlock { Resource = BlobResourceContents.FromBytes(bytes, file.DownloadLink, WikiText.Line(type)) },
    };

    private async Task<byte[]> BytesAsync(long most, ToolException tooLarge, CancellationToken cancellationToken)
    {
        if (file.FileSize > most)
            throw tooLarge;

        using var buffer = new BoundedBuffer(most, () => tooLarge);
        await download(buffer, cancellationToken);
        return buffer.ToArray();
    }

    private ToolException TooLarge()
    {
        long tokens = (file.FileSize + FileBytesPerToken - 1) / FileBytesPerToken;
        return new(ErrorCode.TooLarge, $"{Shown} has {file.FileSize} bytes, about {tokens} tokens.", $"Give max_tokens {tokens} if you can work with its bytes, or ask the user to open {file.DownloadLink}");
    }

    private ToolException FarTooLarge() =>
        new(ErrorCode.TooLarge, $"{Shown} has {file.FileSize} bytes: too many to be shown.", $"Ask the user to open {file.DownloadLink} or to attach a smaller one.");

    private DownloadedAttachmentResult Result(string type, string kind) => new(file.Id, file.Title, WikiText.Line(type), file.FileSize, kind);

    private string Shown => $"Attachment {file.Id} \"{file.Title}\"";
}
