using Tributary.Markup;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Writing;

/// <summary>A body as a caller sent it, and as it will be stored.</summary>
/// <param name="Losses">What of the Markdown storage format could not take over.</param>
internal sealed record WrittenBody(string Text, WriteFormat Format, string Storage, IReadOnlyList<Loss> Losses)
{
    /// <param name="content">The earlier name of <paramref name="body"/>: storage format, unless <paramref name="format"/> says otherwise.</param>
    /// <returns>Null when neither was given.</returns>
    public static WrittenBody? Of(string? body, string? content, WriteFormat? format)
    {
        if (body is not null && content is not null)
            throw ToolException.InvalidParams("`body` and `content` are two names of the same thing.", "Give body alone.");

        if ((body ?? content) is not { } text)
            return null;

        if ((format ?? (content is null ? WriteFormat.Markdown : WriteFormat.Storage)) == WriteFormat.Markdown)
        {
            Conversion converted = StorageFormat.FromMarkdown(text);
            return new WrittenBody(text, WriteFormat.Markdown, converted.Text, converted.Losses);
        }

        return StorageFormat.Validate(text) is { } fault
            ? throw ToolException.InvalidParams(
                $"The body is not storage format: {fault.Message} (line {fault.Line}, column {fault.Column}).", "Correct it there, or send Markdown with format markdown.")
            : new WrittenBody(text, WriteFormat.Storage, text, []);
    }

    /// <summary>The end of a message about the write: empty where all of the body was taken over.</summary>
    public string Note() => Losses.Count == 0 ? "" : $" Note: {WikiText.Line(string.Join("; ", Losses))}.";
}
