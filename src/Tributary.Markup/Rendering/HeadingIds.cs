using Tributary.Markup.Constructs;
using Tributary.Markup.Reading;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Rendering;

internal sealed record RenderedHeading(int Level, string Text, string Id);

/// <summary>An id for each heading, as links and tables of contents use it: its words joined by dashes, numbered when they come again.</summary>
internal sealed class HeadingIds
{
    // Headings in one another are named by all the words within, each of them.
    private const int LongestText = 1_000;

    private readonly Dictionary<StorageElement, RenderedHeading> byElement = [];
    private readonly List<RenderedHeading> headings = [];

    public HeadingIds(StorageDocument document)
    {
        var seen = new Dictionary<string, int>();
        foreach (StorageElement element in document.Descendants())
        {
            int level = Blocks.HeadingLevel(element.Name);
            if (level == 0) continue;
            string text = PlainText.Of(element, LongestText).ReplaceLineEndings(" ");
            if (text.Length > LongestText) text = text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
            string id = Of(text);
            int times = seen[id] = seen.GetValueOrDefault(id) + 1;
            var heading = new RenderedHeading(level, text, times == 1 ? id : $"{id}.{times - 1}");
            byElement[element] = heading;
            headings.Add(heading);
        }
    }

    public IReadOnlyList<RenderedHeading> All => headings;

    public string this[StorageElement heading] => byElement.TryGetValue(heading, out RenderedHeading? known) ? known.Id : "";

    public static string Of(string text) => string.Join('-', text.Split((char[])[' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
}
