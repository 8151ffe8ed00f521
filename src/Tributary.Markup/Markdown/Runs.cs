namespace Tributary.Markup.Markdown;

internal static class Runs
{
    /// <summary>How often a character stands in a row at most.</summary>
    public static int Longest(string text, char wanted)
    {
        int longest = 0;
        int at = 0;
        while (text.AsSpan(at).IndexOf(wanted) is >= 0 and var next)
        {
            at += next;
            int length = text.AsSpan(at).IndexOfAnyExcept(wanted);
            if (length < 0) length = text.Length - at;
            longest = Math.Max(longest, length);
            at += length;
        }

        return longest;
    }
}
