using System.Security.Cryptography;
using System.Text;
using Tributary.Atlassian.Jira.Models;
using Tributary.Markup;
using Tributary.Markup.Adf;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>Descriptions and comments as Markdown, and Markdown in the format that the deployment keeps.</summary>
internal static class IssueMarkup
{
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
    /// <exception cref="ToolException">Something would be lost that nobody asked to take away, and it is not given up by name.</exception>
    public static RichText Over(RichText before, string markdown, IReadOnlyCollection<string> givenUp)
    {
        bool adf = before.Format == RichTextFormat.AtlasDocFormat;
        Conversion converted = adf ? AdfDocument.FromMarkdown(markdown, before.Text, new MarkdownOptions()) : WikiMarkup.FromMarkdown(markdown, before.Text);
        if (converted.Losses.Count > 0)
        {
            // What the Markdown itself could not say is no loss of the description.
            HashSet<string> own = [.. FromMarkdown(markdown, before.Format).Losses.Select(loss => loss.What)];
            CheckLosses([.. converted.Losses.Where(loss => !own.Contains(loss.What) && !givenUp.Contains(loss.What, StringComparer.OrdinalIgnoreCase))]);
        }

        return before with { Text = converted.Text };
    }

    /// <summary>Names a state of a text; another state has another name.</summary>
    public static string BaseOf(RichText? text) => text is null ? "empty" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Text)))[..12];

    private static void CheckLosses(IReadOnlyList<Loss> losses)
    {
        if (losses.Count == 0)
            return;

        string names = string.Join(", ", losses.Select(loss => loss.What).Distinct(StringComparer.OrdinalIgnoreCase).Select(what => $"\"{VisibleText.Of(what)}\""));
        throw new ToolException(
            ErrorCode.LossyWrite,
            $"The description would lose what nobody asked to take away: {WikiText.Line(string.Join("; ", losses.Select(loss => loss.ToString())))}. Nothing was written.",
            $"Keep these in what you send (a placeholder may move, its #handle names it), or give them up with allow_loss [{names}].");
    }
}
