using Tributary.Markup.Constructs;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Reading;

/// <summary>The headings of a body with the ranges of their sections.</summary>
internal static class OutlineReader
{
    private const string Separator = " > ";
    private const int LongestText = 200;

    public static IReadOnlyList<OutlineHeading> Read(StorageDocument document)
    {
        var found = new List<(int Level, string Text, int Start, int End)>();
        Collect(document.Root, found);
        string[] paths = Paths(found);
        Dictionary<string, int> times = paths.GroupBy(path => path, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.Count(), StringComparer.OrdinalIgnoreCase);
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return [.. found.Select((heading, index) => new OutlineHeading(heading.Level, heading.Text, Numbered(paths[index]), heading.Start, heading.End))];

        string Numbered(string path) => times[path] == 1 ? path : $"{path} [{seen[path] = seen.GetValueOrDefault(path) + 1}]";
    }

    public static SectionMatch Find(StorageDocument document, string headingPath)
    {
        IReadOnlyList<OutlineHeading> outline = Read(document);
        string wanted = Tidy(headingPath.TrimStart('#'));
        if (wanted.Length == 0) return new SectionMatch(null, null, [.. outline.Select(heading => heading.Path)]);

        // A whole path first, then a heading alone, then the lower part of a path: "Install > Linux" or "Install/Linux".
        string slashed = wanted.Replace("/", Separator, StringComparison.Ordinal);
        List<OutlineHeading> matches = Where(heading => Same(heading.Path, wanted));
        if (matches.Count == 0) matches = Where(heading => Same(heading.Text, wanted));
        if (matches.Count == 0) matches = Where(heading => EndsWith(heading.Path, wanted) || EndsWith(heading.Path, Tidy(slashed)));
        return matches switch
        {
            [var only] => new SectionMatch(only, document.Source[only.Start..only.End], []),
            [] => new SectionMatch(null, null, [.. outline.Select(heading => heading.Path)]),
            _ => new SectionMatch(null, null, [.. matches.Select(heading => heading.Path)]),
        };

        List<OutlineHeading> Where(Func<OutlineHeading, bool> matches) => [.. outline.Where(matches)];
    }

    private static string[] Paths(List<(int Level, string Text, int Start, int End)> headings)
    {
        var above = new string?[7];
        return [.. headings.Select(heading =>
        {
            above[heading.Level] = heading.Text;
            Array.Clear(above, heading.Level + 1, above.Length - heading.Level - 1);
            return string.Join(Separator, above.Where(part => part is not null));
        })];
    }

    private static bool Same(string text, string wanted) => string.Equals(text, wanted, StringComparison.OrdinalIgnoreCase);

    private static bool EndsWith(string path, string wanted) => Same(path, wanted) || path.EndsWith(Separator + wanted, StringComparison.OrdinalIgnoreCase);

    // A section ends at the next heading of its rank within the same parent, so that its slice is well-formed by itself.
    private static void Collect(StorageElement parent, List<(int Level, string Text, int Start, int End)> found)
    {
        // The headings of this parent whose sections are still open, by their place in the list.
        Stack<int>? open = null;
        foreach (StorageElement child in parent.Elements())
        {
            int level = Blocks.HeadingLevel(child.Name);
            if (level == 0)
            {
                Collect(child, found);
                continue;
            }

            open ??= [];
            while (open.TryPeek(out int last) && found[last].Level >= level) Close(open.Pop(), child.Start);
            open.Push(found.Count);
            found.Add((level, Shorten(Tidy(PlainText.Of(child))), child.Start, 0));
        }

        while (open?.TryPop(out int last) == true) Close(last, parent.ContentEnd);

        void Close(int index, int end) => found[index] = found[index] with { End = end };
    }

    // Every path below a heading repeats its text: an endless one would make the outline far longer than the body.
    private static string Shorten(string text) => text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText - (char.IsHighSurrogate(text[LongestText - 1]) ? 1 : 0)), "…");

    private static string Tidy(string text) => string.Join(' ', text.Split((char[])[' ', '\t', '\n', '\r', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
}
