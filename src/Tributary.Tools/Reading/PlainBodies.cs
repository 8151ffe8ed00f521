using System.Text.RegularExpressions;
using Tributary.Markup;

namespace Tributary.Tools.Reading;

internal sealed record Loss(string What, int Line);

internal sealed record Heading(int Level, string Text);

/// <summary>The simplest conversion: the words of a page alone, and no way back. Whatever is not plain paragraphs would be lost.</summary>
internal static partial class PlainBodies
{
    public static string ToMarkdown(string storage) => StorageFormat.ToPlainText(storage);

    public static string FromMarkdown(string markdown) => PlainParagraphs().IsMatch(markdown)
        ? string.Concat(markdown.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(paragraph => $"<p>{paragraph}</p>"))
        : throw new ToolException(ErrorCode.Unsupported, "This server writes plain paragraphs of Markdown alone.", "Send the body in storage format, with format storage.");

    public static IReadOnlyList<Loss> Losses(string storage) =>
        OtherTags().IsMatch(storage) ? [new("mark-up", 1)] : [];

    public static IReadOnlyList<Heading> Outline(string storage) =>
        [.. Headings().Matches(storage).Select(match => new Heading(match.ValueSpan[2] - '0', StorageFormat.ToPlainText(match.Value)))];

    public static string? Section(string storage, string title)
    {
        Match[] headings = [.. Headings().Matches(storage).Cast<Match>()];
        int at = Array.FindIndex(headings, match => StorageFormat.ToPlainText(match.Value).Trim().Equals(title.Trim(), StringComparison.OrdinalIgnoreCase));
        if (at < 0)
            return null;

        Match? next = headings.Skip(at + 1).FirstOrDefault((Match match) => match.ValueSpan[2] <= headings[at].ValueSpan[2]);
        return storage[headings[at].Index..(next?.Index ?? storage.Length)];
    }

    public static IEnumerable<string> Mentions(string storage) => People().Matches(storage).Select(match => match.Groups[1].Value);

    [GeneratedRegex("^[\\p{L}\\p{N} .,:;!?()'\\n-]*$", RegexOptions.NonBacktracking)]
    private static partial Regex PlainParagraphs();

    [GeneratedRegex("<(?!/?p>)")]
    private static partial Regex OtherTags();

    [GeneratedRegex("<h[1-6][^>]*>.*?</h[1-6]>", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Headings();

    [GeneratedRegex("ri:(?:account-id|userkey)=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex People();
}
