using System.Net.Http.Headers;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Files;

/// <summary>A file as a caller sends it: its bytes, or a path where the operator opened folders.</summary>
internal sealed record SentFile(Stream Content, string Name, string ContentType) : IAsyncDisposable
{
    /// <param name="contentType">Null: by the name.</param>
    public static async Task<SentFile> OpenAsync(string? path, string? base64, string? filename, string? contentType, ToolSettings settings, CancellationToken cancellationToken)
    {
        if (contentType is not null && !MediaTypeHeaderValue.TryParse(contentType, out _))
            throw ToolException.InvalidParams($"`content_type` \"{WikiText.Line(contentType)}\" is no media type.", "Give one such as image/png, or leave it out.");

        (Stream content, string name) = await OpenAsync(path, base64, filename, settings, cancellationToken);
        return new SentFile(content, name, contentType ?? FileName.ContentType(name));
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();

    private static async Task<(Stream Content, string Name)> OpenAsync(string? path, string? base64, string? filename, ToolSettings settings, CancellationToken cancellationToken)
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
