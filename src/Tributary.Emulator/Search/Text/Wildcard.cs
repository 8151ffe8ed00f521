namespace Tributary.Emulator.Search.Text;

internal static class Wildcard
{
    /// <summary><c>*</c> stands for any characters, <c>?</c> for one. Time is at most the product of both lengths, whatever the pattern.</summary>
    public static bool Matches(ReadOnlySpan<char> word, ReadOnlySpan<char> pattern)
    {
        int w = 0, p = 0, starAt = -1, resumeAt = 0;
        while (w < word.Length)
        {
            if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == word[w]) && pattern[p] != '*')
            {
                w++;
                p++;
            }
            else if (p < pattern.Length && pattern[p] == '*')
            {
                starAt = p++;
                resumeAt = w;
            }
            else if (starAt >= 0)
            {
                p = starAt + 1;
                w = ++resumeAt;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }
}
