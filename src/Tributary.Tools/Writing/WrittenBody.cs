using Tributary.Markup;

namespace Tributary.Tools.Writing;

/// <summary>A body as a caller sent it.</summary>
internal sealed record WrittenBody(string Text, WriteFormat Format)
{
    /// <param name="content">The earlier name of <paramref name="body"/>: storage format, unless <paramref name="format"/> says otherwise.</param>
    /// <returns>Null when neither was given.</returns>
    public static WrittenBody? Of(string? body, string? content, WriteFormat? format)
    {
        if (body is not null && content is not null)
            throw ToolException.InvalidParams("`body` and `content` are two names of the same thing.", "Give body alone.");

        if ((body ?? content) is not { } text)
            return null;

        var written = new WrittenBody(text, format ?? (content is null ? WriteFormat.Markdown : WriteFormat.Storage));
        if (written.Format == WriteFormat.Storage && StorageFormat.Validate(text) is { } fault)
        {
            throw ToolException.InvalidParams(
                $"The body is not storage format: {fault.Message} (line {fault.Line}, column {fault.Column}).", "Correct it there, or send Markdown with format markdown.");
        }

        return written;
    }

    private readonly Lazy<Conversion> converted = new(() => Format == WriteFormat.Storage ? new Conversion(Text, []) : StorageFormat.FromMarkdown(Text));

    public string ToStorage() => converted.Value.Text;

    /// <summary>What of the Markdown storage format could not take over, as the end of a sentence's line; empty where all of it was.</summary>
    public string Note() => converted.Value.Losses is { Count: > 0 } losses ? $" Note: {string.Join("; ", losses)}." : "";
}
