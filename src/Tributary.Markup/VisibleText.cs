using System.Buffers;
using System.Globalization;
using System.Text;

namespace Tributary.Markup;

/// <summary>
/// Text without the characters that a person does not see but a model reads: zero width, bidirectional controls, tags, control characters, orphan variation selectors.
/// Emoji sequences, and joiners within the scripts that need them, stay.
/// </summary>
public static class VisibleText
{
    // Everything from here on may need a look; U+0300-U+034E are combining marks of ordinary words.
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
    [
        .. Range(0x00, 0x08), '\u000B', '\u000C', .. Range(0x0E, 0x1F), .. Range(0x7F, 0x9F), '\u00AD', '\u034F', '\u061C', '\u115F', '\u1160', '\u17B4', '\u17B5', .. Range(0x180B, 0x180F),
        .. Range(0x200B, 0x200F), .. Range(0x202A, 0x202E), .. Range(0x2060, 0x206F), '\u3164', .. Range(0xFE00, 0xFE0F), '\uFEFF', '\uFFA0', .. Range(0xFFF0, 0xFFFB), '\uFFFE', '\uFFFF',
        // Tags and the supplementary variation selectors are behind U+DB40; any other half of a pair is looked for only where it stands alone.
        '\uDB40',
    ]);

    public static string Of(string text)
    {
        int first = text.AsSpan().IndexOfAny(Suspicious);
        int alone = LoneHalf(text.AsSpan(0, first < 0 ? text.Length : first));
        if (alone >= 0) first = alone;
        if (first < 0) return text;

        var kept = new StringBuilder(text.Length);
        kept.Append(text, 0, first);
        Rune previous = LastRune(kept);
        for (int i = first; i < text.Length;)
        {
            OperationStatus status = Rune.DecodeFromUtf16(text.AsSpan(i), out Rune rune, out int length);
            bool keep = status == OperationStatus.Done && (!IsInvisible(rune.Value) || IsNeeded(rune.Value, previous, text, i + length));
            if (keep)
            {
                kept.Append(text, i, length);
                previous = rune;
            }

            i += length;
        }

        return kept.Length == text.Length ? text : kept.ToString();
    }

    /// <summary>Where a half of a surrogate pair stands without the other; -1 where none does.</summary>
    private static int LoneHalf(ReadOnlySpan<char> text)
    {
        for (int at = 0; text[at..].IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var next; at += 2)
        {
            at += next;
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1])) return at;
        }

        return -1;
    }

    private static bool IsInvisible(int code) => code switch
    {
        < 0x20 => code is not ('\t' or '\n' or '\r'),
        >= 0x7F and <= 0x9F => true,
        0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFEFF or 0xFFA0 => true,
        >= 0x180B and <= 0x180F => true,
        >= 0x200B and <= 0x200F => true,
        >= 0x202A and <= 0x202E => true,
        >= 0x2060 and <= 0x206F => true,
        >= 0xFE00 and <= 0xFE0F => true,
        >= 0xFFF0 and <= 0xFFFB => true,
        0xFFFE or 0xFFFF => true,
        >= 0xE0000 and <= 0xE0FFF => true,
        _ => false,
    };

    // "previous" is the last character that was kept, so that a row of selectors or joiners, which could hide a message, shrinks to one.
    private static bool IsNeeded(int code, Rune previous, string text, int next)
    {
        switch (code)
        {
            case 0xFE0E or 0xFE0F:
                return IsSymbol(previous) || previous.Value is '#' or '*' or (>= '0' and <= '9');
            case (>= 0xFE00 and <= 0xFE0D) or (>= 0xE0100 and <= 0xE01EF):
                return IsIdeograph(previous.Value);
            case 0x200C or 0x200D:
                if (Rune.DecodeFromUtf16(text.AsSpan(next), out Rune following, out _) != OperationStatus.Done) return false;
                bool withinEmoji = code == 0x200D && (IsSymbol(previous) || previous.Value == 0xFE0F) && IsSymbol(following);
                return withinEmoji || (NeedsJoiners(previous.Value) && NeedsJoiners(following.Value));
            default:
                return false;
        }
    }

    private static bool IsSymbol(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.MathSymbol || rune.Value is 0x203C or 0x2049 or 0x3030 or 0x303D;

    private static bool IsIdeograph(int code) => code is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    // Arabic, Syriac and the scripts of South and South-East Asia: there a joiner changes how a word is written.
    private static bool NeedsJoiners(int code) => code is (>= 0x0620 and <= 0x07FF) or (>= 0x0900 and <= 0x0DFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17B3) or (>= 0x1820 and <= 0x18AF);

    private static Rune LastRune(StringBuilder text)
    {
        if (text.Length == 0) return default;
        char last = text[^1];
        return char.IsLowSurrogate(last) && text.Length > 1 && Rune.TryCreate(text[^2], last, out Rune pair) ? pair : Rune.TryCreate(last, out Rune single) ? single : default;
    }

    private static IEnumerable<char> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
