using System.Text;

namespace Tributary.Emulator.Search.Text;

/// <summary>The part of a text that shows best why it was found, with Confluence's marks round the words that were looked for.</summary>
internal static class Excerpt
{
    public const string HighlightStart = "@@@hl@@@";
    public const string HighlightEnd = "@@@endhl@@@";

    private const int MaxLength = 300;

    public static string Of(SearchableText text, IReadOnlyCollection<TextTerm> terms, bool highlighted, bool escaped)
    {
        IReadOnlyList<int> found = Found(text, terms);
        (int start, int end) = Window(text, found);
        return Marked(text, highlighted ? found : [], start, end, escaped);
    }

    /// <summary>All of a text, such as a title, with its marks.</summary>
    public static string Whole(SearchableText text, IReadOnlyCollection<TextTerm> terms, bool escaped) =>
        Marked(text, Found(text, terms), 0, text.Text.Length, escaped);

    private static List<int> Found(SearchableText text, IReadOnlyCollection<TextTerm> terms) =>
        [.. terms.SelectMany(term => term.Places(text).SelectMany(place => term.WordsAt(text, place))).Distinct().Order()];

    /// <summary>The stretch that holds the most words found; the earliest of several.</summary>
    private static (int Start, int End) Window(SearchableText text, IReadOnlyList<int> found)
    {
        if (text.Text.Length <= MaxLength || text.Words.Count == 0)
            return (0, Capped(0, text.Text.Length));

        int best = 0, most = 0;
        for (int first = 0, last = 0; first < found.Count; first++)
        {
            while (last < found.Count && text.Words[found[last]].End - text.Words[found[first]].Start <= MaxLength)
                last++;

            if (last - first > most)
                (best, most) = (found[first], last - first);
        }

        // A little of what stands before makes the words found readable.
        int from = best;
        while (most > 0 && from > 0 && text.Words[best].Start - text.Words[from - 1].Start <= 40)
            from--;

        int to = from;
        while (to + 1 < text.Words.Count && text.Words[to + 1].End - text.Words[from].Start <= MaxLength)
            to++;

        int start = from == 0 ? 0 : text.Words[from].Start;
        return (start, Capped(start, to == text.Words.Count - 1 ? text.Text.Length : text.Words[to].End));

        // A text may be one endless word, or none at all.
        int Capped(int begin, int end)
        {
            int cut = Math.Min(end, begin + MaxLength);
            return cut > begin && cut < text.Text.Length && char.IsHighSurrogate(text.Text[cut - 1]) ? cut - 1 : cut;
        }
    }

    private static string Marked(SearchableText text, IReadOnlyList<int> found, int start, int end, bool escaped)
    {
        var excerpt = new StringBuilder();
        int position = start;
        foreach (Word word in found.Select(place => text.Words[place]).Where(word => word.Start >= start && word.End <= end))
        {
            Append(position, word.Start);
            excerpt.Append(HighlightStart);
            Append(word.Start, word.End);
            excerpt.Append(HighlightEnd);
            position = word.End;
        }

        Append(position, end);
        return excerpt.ToString().Trim();

        void Append(int from, int to)
        {
            foreach (char c in text.Text.AsSpan(from, to - from))
            {
                bool afterBlank = excerpt.Length > 0 && excerpt[^1] == ' ';
                if (!char.IsWhiteSpace(c))
                    excerpt.Append(escaped ? Escaped(c) : c.ToString());
                else if (!afterBlank)
                    excerpt.Append(' ');
            }
        }
    }

    private static string Escaped(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => c.ToString(),
    };
}
