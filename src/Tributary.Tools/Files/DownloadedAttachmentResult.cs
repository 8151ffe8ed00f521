using ModelContextProtocol.Protocol;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Files;

/// <param name="FileSize">Bytes.</param>
/// <param name="Kind"><c>image</c> and <c>file</c> follow the text as content of their own; <c>text</c> is in <paramref name="Text"/>.</param>
/// <param name="NextOffset">Where a cut text goes on.</param>
internal sealed record DownloadedAttachmentResult(
    string Id, string Title, string MediaType, long FileSize, string Kind, string? Text = null, int? NextOffset = null, string? Message = null) : IToolResult
{
    internal ContentBlock? Block { get; init; }

    IEnumerable<ContentBlock> IToolResult.Attached => Block is { } block ? [block] : [];

    public string ToText()
    {
        string head = $"{Id}: {Title} ({MediaType}, {FileSize} bytes)";
        return Text is null ? $"{Fence.Around("attachment", head)}\n{Message}" : $"{Fence.Around("attachment", $"{head}\n{Text}")}{(Message is null ? "" : "\n" + Message)}";
    }
}
