using Tributary.Markup.Merging;

namespace Tributary.Markup.Storage;

/// <summary>
/// Words that the source cuts with tags, as a comment's marker may begin in the middle of one. A line that is compared with it is cut in the same places,
/// so that the part of a word that stays keeps its place.
/// </summary>
internal sealed class WordCuts
{
    // A word, or an end or a beginning of one, and the lengths of its parts.
    private readonly Dictionary<string, int[]> words = [];

    public static WordCuts Of(List<SourceToken> source)
    {
        var cuts = new WordCuts();
        for (int i = 0; i < source.Count;)
        {
            int end = i + 1;
            while (end < source.Count && AreOneWord(source[end - 1].Token, source[end].Token)) end++;
            if (end - i > 1) cuts.Add([.. source.GetRange(i, end - i).Select(token => token.Token.Text)]);
            i = end;
        }

        return cuts;
    }

    public List<LineToken> Apply(List<LineToken> line)
    {
        if (words.Count == 0) return line;
        var cut = new List<LineToken>(line.Count);
        foreach (LineToken token in line)
        {
            int at = 0;
            if (token.Kind == LineTokenKind.Word)
            {
                foreach (int length in Lengths(token.Text).SkipLast(1))
                {
                    cut.Add(token with { Text = token.Text.Substring(at, length) });
                    at += length;
                }
            }

            cut.Add(at == 0 ? token : token with { Text = token.Text[at..] });
        }

        return cut;
    }

    private static bool AreOneWord(LineToken one, LineToken other) =>
        one.Kind == LineTokenKind.Word && other.Kind == LineTokenKind.Word && one.Style == other.Style && Words.Join(one.Text, other.Text);

    private void Add(string[] parts)
    {
        for (int from = 0; from < parts.Length; from++)
        {
            words.TryAdd(string.Concat(parts[from..]), [.. parts[from..].Select(part => part.Length)]);
            words.TryAdd(string.Concat(parts[..(from + 1)]), [.. parts[..(from + 1)].Select(part => part.Length)]);
        }
    }

    private int[] Lengths(string word)
    {
        if (words.TryGetValue(word, out int[]? whole)) return whole;
        int[] end = Longest(word, length => word[^length..]);
        string rest = word[..^end.Sum()];
        int[] start = Longest(rest, length => rest[..length]);
        int middle = rest.Length - start.Sum();
        return middle > 0 ? [.. start, middle, .. end] : [.. start, .. end];
    }

    private int[] Longest(string word, Func<int, string> part)
    {
        for (int length = word.Length - 1; length > 0; length--)
        {
            if (words.TryGetValue(part(length), out int[]? lengths)) return lengths;
        }

        return [];
    }
}
