using System.Security.Cryptography;
using System.Text;
using Tributary.Atlassian.Jira.Models;
using Tributary.Markup;
using Tributary.Markup.Adf;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Jira;

/// <summary>Descriptions and comments as Markdown, and Markdown in the format that the deployment keeps.</summary>
internal static class IssueMarkup
{
    private const int MostTokens = 1000;

    public static string ToMarkdown(RichText text) =>
        (text.Format == RichTextFormat.AtlasDocFormat ? AdfDocument.ToMarkdown(text.Text) : WikiMarkup.ToMarkdown(text.Text)).Text.TrimEnd('\n');

    /// <summary>A text of its own.</summary>
    /// <returns>With what the format cannot say.</returns>
    public static (RichText Text, IReadOnlyList<Loss> Losses) FromMarkdown(string markdown, RichTextFormat format)
    {
        Conversion converted = format == RichTextFormat.AtlasDocFormat ? AdfDocument.FromMarkdown(markdown) : WikiMarkup.FromMarkdown(markdown);
        return (new RichText(format, converted.Text), converted.Losses);
    }

    /// <summary>In place of another text: what the Markdown leaves as it was stays byte for byte.</summary>
    /// <param name="what">What is written, in a word.</param>
    /// <exception cref="ToolException">Something would be lost that nobody asked to take away, and it is not given up by name.</exception>
    public static RichText Over(string what, RichText before, string markdown, IReadOnlyCollection<string> givenUp)
    {
        bool adf = before.Format == RichTextFormat.AtlasDocFormat;
        Conversion converted = adf ? AdfDocument.FromMarkdown(markdown, before.Text, new MarkdownOptions()) : WikiMarkup.FromMarkdown(markdown, before.Text);
        if (converted.Losses.Count > 0)
        {
            // What the Markdown itself could not say is no loss of what was there.
            HashSet<string> own = [.. FromMarkdown(markdown, before.Format).Losses.Select(loss => loss.What)];
            PageWriter.CheckLosses(what, [.. converted.Losses.Where(loss => !own.Contains(loss.What))], givenUp);
        }

        return before with { Text = converted.Text };
    }

    /// <summary>The same refusal for a text that takes the place of another as it is.</summary>
    public static void CheckInPlaceOf(string what, RichText before, RichText? after, IReadOnlyCollection<string> givenUp) => Over(what, before, after is null ? "" : ToMarkdown(after), givenUp);

    /// <summary>Enough of a text to know it by, as Markdown.</summary>
    public static string Beginning(RichText text)
    {
        string markdown = ToMarkdown(text);
        int end = BodyCut.End(markdown, 0, MostTokens, Boundaries.OfMarkdown);
        return end < markdown.Length ? markdown[..end] + "…" : markdown;
    }

    /// <summary>Names a state of a text; another state has another name.</summary>
    public static string BaseOf(RichText? text) => text is null ? "empty" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Text)))[..12];
}
