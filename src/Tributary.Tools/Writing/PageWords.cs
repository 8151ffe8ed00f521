using System.Text;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Markup.Syntax;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Writing;

/// <summary>Finds words on a page as its reader sees them: entities decoded, across formatting, within one paragraph, item or cell.</summary>
internal static class PageWords
{
    private const int Around = 30;
    private const int MostShown = 8;

    // Text runs on through these; every other element stands for itself.
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "ac:inline-comment-marker", "ac:link", "ac:link-body", "abbr", "b", "big", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub",
        "sup", "tt", "u", "var",
    };

    // Not shown, or shown twice.
    private static readonly HashSet<string> Hidden = new(StringComparer.Ordinal)
    {
        "ac:parameter", "ac:default-parameter", "ac:task-id", "ac:task-uuid", "ac:task-status", "ac:adf-attribute", "ac:adf-fallback", "ac:placeholder",
    };

    /// <param name="occurrence">Which of them, from 1; null where they must stand once.</param>
    /// <exception cref="ToolException">They do not stand there, or not that often, or more than once.</exception>
    public static TextSelection Select(Page page, string words, int? occurrence)
    {
        string wanted = Spaced(words.Trim());
        if (wanted.Length == 0)
            throw ToolException.InvalidParams("`selection` is empty.", "Give the exact words on the page.");

        string body = page.Body?.Value ?? "";
        string text = page.Body?.Format == BodyFormat.AtlasDocFormat ? AdfText.Of(body) : TextOf(body), searched = Spaced(text);
        var places = new List<int>();
        for (int at = searched.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = searched.IndexOf(wanted, at + wanted.Length, StringComparison.Ordinal))
            places.Add(at);

        string shown = WikiText.Beginning(words, 80);
        if (places.Count == 0)
        {
            throw ToolException.InvalidParams(
                $"The words \"{shown}\" do not stand on page {page.Id}.", "Copy them as the page shows them, without signs of Markdown, out of one paragraph, item or cell. Nothing was written.");
        }

        if (occurrence is null && places.Count > 1)
        {
            throw ToolException.InvalidParams(
                $"The words \"{shown}\" stand {places.Count} times on page {page.Id}.\n{Shown(text, places, wanted.Length)}",
                $"Give `occurrence` from 1 to {places.Count}, or more of the words. Nothing was written.");
        }

        int index = (occurrence ?? 1) - 1;
        return index < places.Count
            ? new TextSelection(text.Substring(places[index], wanted.Length), places.Count, index)
            : throw ToolException.InvalidParams($"The words \"{shown}\" stand {places.Count} times on page {page.Id}; `occurrence` was {occurrence}.", "Give a smaller number. Nothing was written.");
    }

    private static string Shown(string text, List<int> places, int length)
    {
        IEnumerable<string> lines = places.Take(MostShown).Select((at, index) =>
        {
            int start = Math.Max(text.LastIndexOf('\0', at) + 1, at - Around), end = text.IndexOf('\0', at);
            end = Math.Min(end < 0 ? text.Length : end, at + length + Around);
            return $"{index + 1}: {WikiText.Line(text[start..end])}";
        });
        return Fence.Around("where they stand", string.Join('\n', lines) + (places.Count > MostShown ? $"\nand {places.Count - MostShown} more" : ""));
    }

    // What a reader takes for a blank is one.
    private static string Spaced(string text) => string.Concat(text.Select(c => char.IsWhiteSpace(c) ? ' ' : c));

    /// <summary>The blocks of a body, apart by a sign that no text holds.</summary>
    private static string TextOf(string storage)
    {
        var text = new StringBuilder();
        Write(StorageDocument.Parse(storage).Root, text);
        return text.ToString();
    }

    private static void Write(StorageElement element, StringBuilder text)
    {
        if (Hidden.Contains(element.Name))
            return;

        bool apart = !Inline.Contains(element.Name);
        if (apart)
            text.Append('\0');
        foreach (StorageNode node in element.Children)
        {
            // Verbatim text belongs to code and its like, which take no comments.
            if (node is StorageText { IsCData: false } words)
                text.Append(words.Value);
            else if (node is StorageElement inner)
                Write(inner, text);
        }

        if (apart)
            text.Append('\0');
    }
}
