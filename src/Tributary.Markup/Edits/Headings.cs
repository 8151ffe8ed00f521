using Tributary.Markup.Markdown;
using Tributary.Markup.Model;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Edits;

/// <summary>A heading and what stands below it among its siblings: <c>Siblings[Start..End]</c>, up to the next heading of its rank or a higher one.</summary>
/// <param name="Path">The headings above it and its own text, joined by <c> &gt; </c>; a path that several headings share ends in <c>[1]</c>, <c>[2]</c> and so on.</param>
internal sealed record Section(Place Place, Heading Heading, string Text, string Path, int Start, int End)
{
    public IEnumerable<Block> Blocks => Place.Siblings.Skip(Start).Take(End - Start);
}

/// <summary>The headings of a page with their sections.</summary>
internal static class Headings
{
    private const string Separator = " > ";
    private const int LongestText = 200;

    public static IReadOnlyList<Section> Of(PageMap map)
    {
        var above = new string?[7];
        var sections = new List<Section>();
        foreach (Place place in map.All)
        {
            if (place is not { Block: Heading heading, Inline: null }) continue;
            int level = Math.Clamp(heading.Level, 1, 6);
            string text = Shorten(Tidy(LineText.Visible(heading.Inlines)));
            above[level] = text;
            Array.Clear(above, level + 1, above.Length - level - 1);
            string path = string.Join(Separator, above.Where(part => part is not null));
            sections.Add(new Section(place, heading, text, path, place.Index, EndOf(place, heading.Level)));
        }

        Dictionary<string, int> times = sections.GroupBy(section => section.Path, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.Count(), StringComparer.OrdinalIgnoreCase);
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return [.. sections.Select(section => times[section.Path] == 1 ? section : section with { Path = $"{section.Path} [{seen[section.Path] = seen.GetValueOrDefault(section.Path) + 1}]" })];
    }

    /// <summary>Those that a path or a handle names: one, none or, where it could mean several, all of them.</summary>
    public static IReadOnlyList<Section> Find(IReadOnlyList<Section> sections, string path)
    {
        string wanted = Tidy(path.TrimStart('#'));
        if (wanted.Length == 0) return [];

        // A whole path first, then a heading alone, then the lower part of a path: "Install > Linux" or "Install/Linux". A handle is the last thing that a heading is called.
        string slashed = Tidy(wanted.Replace("/", Separator, StringComparison.Ordinal));
        string shown = Shown(wanted);
        Func<Section, bool>[] ways =
        [
            section => Same(section.Path, wanted),
            section => Same(section.Text, wanted),
            section => EndsWith(section.Path, wanted) || EndsWith(section.Path, slashed),
            section => Same(section.Place.Handle, wanted),
            section => shown.Length > 0 && (Same(section.Text, shown) || EndsWith(section.Path, shown)),
        ];
        return ways.Select(way => sections.Where(way).ToArray()).FirstOrDefault(found => found.Length > 0) ?? [];
    }

    /// <summary>A name as it is copied from the Markdown, with its marks, without them.</summary>
    private static string Shown(string name) => MarkdownReader.Read($"# {name}", new LossLog()).Blocks is [Heading heading] ? Shorten(Tidy(LineText.Visible(heading.Inlines))) : "";

    // A section ends within its own parent, so that its blocks can be taken out of there.
    private static int EndOf(Place heading, int level)
    {
        int end = heading.Index + 1;
        while (end < heading.Siblings.Count && !(heading.Siblings[end] is Heading other && other.Level <= level)) end++;
        return end;
    }

    private static bool Same(string text, string wanted) => string.Equals(text, wanted, StringComparison.OrdinalIgnoreCase);

    private static bool EndsWith(string path, string wanted) => Same(path, wanted) || path.EndsWith(Separator + wanted, StringComparison.OrdinalIgnoreCase);

    // Every path below a heading repeats its text: an endless one would make the outline far longer than the body.
    private static string Shorten(string text) => text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText - (char.IsHighSurrogate(text[LongestText - 1]) ? 1 : 0)), "…");

    private static string Tidy(string text) => string.Join(' ', text.Split((char[])[' ', '\t', '\n', '\r', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
}
