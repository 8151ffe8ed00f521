namespace Tributary.Markup.Merging;

/// <summary>
/// Words that the source cuts with tags, as a comment's marker may begin in the middle of one. A line that is compared with it is cut in the same places,
/// so that the part of a word that stays keeps its place.
/// </summary>
internal sealed class WordCuts
{
    // Nobody marks up a word in more pieces, or one that is longer: it is known as a whole alone.
    private const int MostParts = 32;
    private const int LongestPart = 256;

    // A word, or an end or a beginning of one, and the lengths of its parts.
    private readonly Dictionary<string, int[]> words = [];

    // What stands uncut somewhere in the line stays so, although it ends as a word that is cut.
    private HashSet<string> uncut = [];

    /// <param name="words">The parts of each word that is cut.</param>
    /// <param name="pieces">Every piece of the line.</param>
    public static WordCuts Of(IEnumerable<string[]> words, IEnumerable<string> pieces)
    {
        var cuts = new WordCuts();
        foreach (string[] parts in words) cuts.Add(parts);
        if (!cuts.IsEmpty) cuts.uncut = [.. pieces];
        return cuts;
    }

    public bool IsEmpty => words.Count == 0;

    public IEnumerable<string> Of(string word)
    {
        int at = 0;
        if (words.Count > 0 && (words.ContainsKey(word) || !uncut.Contains(word)))
        {
            foreach (int length in Lengths(word).SkipLast(1))
            {
                yield return word.Substring(at, length);
                at += length;
            }
        }

        yield return at == 0 ? word : word[at..];
    }

    private void Add(string[] parts)
    {
        if (parts.Length > MostParts || parts.Sum(part => part.Length) > LongestPart)
        {
            words.TryAdd(string.Concat(parts), [.. parts.Select(part => part.Length)]);
            return;
        }

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
        for (int length = Math.Min(word.Length - 1, LongestPart); length > 0; length--)
        {
            if (words.TryGetValue(part(length), out int[]? lengths)) return lengths;
        }

        return [];
    }
}
