using System.Globalization;
using Tributary.Markup.Reading;

namespace Tributary.Markup.Merging;

/// <summary>Cuts a line into the pieces that are compared: words, single signs, and runs of white space.</summary>
internal static class Words
{
    // From here on scripts are written without blanks: each sign is a piece of its own.
    private const char FirstIdeograph = '\u2E80';

    public static IEnumerable<(int Start, int End)> Of(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = EndOf(text, start);
            yield return (start, end);
            start = end;
        }
    }

    /// <summary>The same, but words in a row that are not <paramref name="known"/> are one piece with the blanks between them.</summary>
    public static IEnumerable<(int Start, int End)> Of(string text, HashSet<string> known)
    {
        (int Start, int End) run = default, blank = default;
        foreach ((int start, int end) in Of(text))
        {
            if (run != default && blank == default && IsSpace(text.AsSpan(start, 1)))
            {
                blank = (start, end);
                continue;
            }

            if (!IsSpace(text.AsSpan(start, 1)) && !Contains(known, text, start, end))
            {
                if (run == default) run.Start = start;
                run.End = end;
                blank = default;
                continue;
            }

            if (run != default) yield return run;
            if (blank != default) yield return blank;
            (run, blank) = (default, default);
            yield return (start, end);
        }

        if (run != default) yield return run;
        if (blank != default) yield return blank;
    }

    private static bool Contains(HashSet<string> known, string text, int start, int end) => known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(start, end - start));

    public static bool IsSpace(ReadOnlySpan<char> word) => !word.IsEmpty && IsSpace(word[0]);

    /// <summary>Whether letters that stand side by side are of one word.</summary>
    public static bool Join(char one, char other) => IsWordPart(one) && IsWordPart(other);

    /// <summary>Where the piece ends that begins at a place.</summary>
    public static int EndOf(string text, int start)
    {
        int end = start + 1;
        if (IsSpace(text[start]))
        {
            while (end < text.Length && IsSpace(text[end])) end++;
            return end;
        }

        if (!IsWordPart(text[start])) return EndOfSign(text, start);
        while (end < text.Length && (IsWordPart(text[end]) || IsWithinWord(text, end))) end++;
        return end;
    }

    // A joiner tells how the letters around it are written: Persian and Indic words cannot do without.
    private static bool IsWithinWord(string text, int at) => text[at] is '\u200C' or '\u200D' && at + 1 < text.Length && IsWordPart(text[at + 1]);

    private static bool IsSpace(char c) => c <= ' ' && Whitespace.Characters.Contains(c, StringComparison.Ordinal);

    /// <summary>A sign with what belongs to it: its other half, accents, and the selectors and joiners of an emoji.</summary>
    private static int EndOfSign(string text, int start)
    {
        int end = start + (start + 1 < text.Length && char.IsSurrogatePair(text, start) ? 2 : 1);
        while (end < text.Length)
        {
            bool isJoiner = text[end] == '\u200D' && end + 1 < text.Length;
            if (!isJoiner && text[end] is not (>= '\uFE00' and <= '\uFE0F') && char.GetUnicodeCategory(text[end]) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)) break;
            end += isJoiner ? 1 + (end + 2 < text.Length && char.IsSurrogatePair(text, end + 1) ? 2 : 1) : 1;
        }

        return end;
    }

    private static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_' || (c > '\u007F' && IsOtherWordPart(c));

    private static bool IsOtherWordPart(char c) =>
        c < FirstIdeograph && (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
