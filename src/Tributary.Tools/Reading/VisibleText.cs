using System.Globalization;
using System.Text;

namespace Tributary.Tools.Reading;

/// <summary>
/// Text that people wrote, made safe to show: what the eye cannot see (bidirectional controls, tag characters, zero-width marks, control
/// characters) is taken out, for a model would read it. Emoji and every script stay.
/// </summary>
internal static class VisibleText
{
    /// <summary>On one line: whatever breaks a line becomes a space.</summary>
    public static string Line(string text) => Clean(text, keepLines: false);

    /// <summary>Lines and tabs stay.</summary>
    public static string Lines(string text) => Clean(text, keepLines: true);

    private static string Clean(string text, bool keepLines)
    {
        if (IsClean(text, keepLines))
            return text;

        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' && keepLines)
                clean.Append((char)rune.Value);
            else if (rune.Value is '\n' or '\t' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029)
                clean.Append(keepLines && rune.Value == '\r' ? "" : " ");
            else if (!IsInvisible(rune) || Joins(clean, rune))
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    private static bool IsClean(string text, bool keepLines)
    {
        foreach (char c in text)
        {
            // Beyond ASCII the runes decide; most names and titles never get there.
            if (c >= 0x7f || (c < ' ' && !(keepLines && c is '\n' or '\t')))
                return false;
        }

        return true;
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format => true,
        // Fillers and selectors that show nothing: Hangul fillers, the braille blank, and selectors beyond emoji's own.
        _ => rune.Value is 0x034f or 0x115f or 0x1160 or 0x17b4 or 0x17b5 or 0x2800 or 0x3164 or 0xffa0 or (>= 0xfe00 and <= 0xfe0e) or (>= 0xe0100 and <= 0xe01ef),
    };

    // Joiners make one emoji of several and shape Persian and Indic words: kept after a letter or a symbol beyond Latin, once.
    private static bool Joins(StringBuilder before, Rune rune) =>
        rune.Value is 0x200c or 0x200d && before.Length > 0 && before[^1] is > '\u02ff' and not ('\u200c' or '\u200d');
}
