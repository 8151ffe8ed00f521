namespace Tributary.Markup.Merging;

/// <summary>Whether the anchor of a comment keeps its place in a line that changes.</summary>
internal static class Anchors
{
    // A shorter word, such as "the", is in every text.
    private const int ShortWord = 3;

    /// <summary>It does where a word of its own stays, or half of them; or where other words came for them alone, between what stays.</summary>
    /// <param name="words">The line as it was; blanks are blank.</param>
    /// <param name="kept">Which of them stay.</param>
    /// <param name="own">The places of those that it stands on.</param>
    public static bool Stays(IReadOnlyList<string> words, bool[] kept, IReadOnlyList<int> own)
    {
        int[] said = [.. own.Where(i => !IsBlank(i))], left = [.. said.Where(i => kept[i])];
        if (said.Length == 0 || left.Any(i => words[i].Length > ShortWord) || left.Length * 2 >= said.Length) return true;
        int before = said[0] - 1, after = said[^1] + 1;
        while (before >= 0 && IsBlank(before)) before--;
        while (after < words.Count && IsBlank(after)) after++;
        return (before < 0 || kept[before]) && (after == words.Count || kept[after]);

        bool IsBlank(int i) => string.IsNullOrWhiteSpace(words[i]);
    }
}
