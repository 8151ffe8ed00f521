using System.Buffers;
using System.Text;
using Tributary.Markup.Reading;

namespace Tributary.Markup.Wiki;

/// <summary>A part of a line with markup around it: <c>source[ContentStart..ContentEnd]</c> is what stands inside.</summary>
internal readonly record struct WikiSpan(int ContentStart, int ContentEnd, int End);

/// <summary>
/// The smallest parts of wiki markup, each found at a place of the text. Every search stops at the next place where the same part could begin, so that a text full of openings
/// stays linear.
/// </summary>
internal static class WikiSyntax
{
    private static readonly SearchValues<char> Escapable = SearchValues.Create("!#[]^~+?%{}()*_-|@");
    private static readonly string[] Schemes = ["https", "http", "ftps", "ftp", "file", "irc", "nntp", "news", "mailto"];
    private static readonly SearchValues<char> UrlEnds = SearchValues.Create([.. " \"<>[]{}|\\^`", .. Enumerable.Range(0, 0x20).Select(code => (char)code), '\u007F', '\u00A0', '\u2028', '\u2029']);

    public static readonly char[] Blanks = [' ', '\t', '\f', '\v'];

    public static bool IsLineEnd(char c) => c is '\n' or '\r';

    public static bool IsBlank(char c) => c is ' ' or '\t' or '\f' or '\v';

    /// <summary>2 for a carriage return with its line feed, 1 for either alone.</summary>
    public static int LineEndLength(string source, int at) => source[at] == '\r' && at + 1 < source.Length && source[at + 1] == '\n' ? 2 : 1;

    public static int LineEnd(string source, int at, int end)
    {
        int found = source.AsSpan(at, end - at).IndexOfAny('\n', '\r');
        return found < 0 ? end : at + found;
    }

    public static int SkipBlanks(string source, int at, int end)
    {
        while (at < end && IsBlank(source[at])) at++;
        return at;
    }

    public static int SkipSpace(string source, int at, int end)
    {
        while (at < end && (IsBlank(source[at]) || IsLineEnd(source[at]))) at++;
        return at;
    }

    public static int TrimEnd(string source, int start, int end)
    {
        while (end > start && (IsBlank(source[end - 1]) || IsLineEnd(source[end - 1]))) end--;
        return end;
    }

    public static bool IsWord(char c) => char.IsLetterOrDigit(c);

    /// <summary>Whether markup may begin here: not within a word.</summary>
    public static bool IsStart(string source, int at, int start) => at <= start || !(IsWord(source[at - 1]) || source[at - 1] == '\\');

    public static bool IsEscape(string source, int at, int end) => at + 1 < end && source[at] == '\\' && Escapable.Contains(source[at + 1]);

    public static bool IsEscapable(char c) => Escapable.Contains(c);

    /// <summary>How many backslashes stand here.</summary>
    public static int Backslashes(string source, int at, int end)
    {
        int from = at;
        while (at < end && source[at] == '\\') at++;
        return at - from;
    }

    /// <summary>Two backslashes break the line unless another one follows in the same word, as in <c>\\server\share</c>.</summary>
    public static bool IsForcedBreak(string source, int at, int end)
    {
        if (Backslashes(source, at, end) != 2) return false;
        for (int i = at + 2; i < end && !char.IsWhiteSpace(source[i]); i++)
        {
            if (source[i] == '\\') return false;
        }

        return true;
    }

    /// <summary><c>{{monospaced}}</c>, or <c>{{{}monospaced{}}}</c> within a word.</summary>
    public static WikiSpan? Monospaced(string source, int at, int end)
    {
        if (at + 4 >= end || source[at] != '{' || source[at + 1] != '{') return null;
        bool isBraced = source[at + 2] == '{' && source[at + 3] == '}';
        if (!isBraced && !IsStart(source, at, 0)) return null;
        int start = at + (isBraced ? 4 : 2);
        if (start >= end || char.IsWhiteSpace(source[start]) || source[start] == '{') return null;
        for (int i = start; i < end && !IsLineEnd(source[i]); i++)
        {
            if (IsEscape(source, i, end))
            {
                i++;
                continue;
            }

            if (source[i] == '{' && i + 1 < end && source[i + 1] == '{') return null;
            if (i == start || char.IsWhiteSpace(source[i - 1])) continue;
            if (source.AsSpan(i, end - i).StartsWith("{}}}")) return new WikiSpan(start, i, i + 4);
            if (source[i] == '}' && i + 1 < end && source[i + 1] == '}' && (i + 2 >= end || !IsWord(source[i + 2]))) return new WikiSpan(start, i, i + 2);
        }

        return null;
    }

    /// <summary><c>!image.png|width=300!</c></summary>
    public static WikiSpan? Image(string source, int at, int start, int end)
    {
        if (!IsStart(source, at, start) || at + 2 >= end || char.IsWhiteSpace(source[at + 1])) return null;
        int stop = source.AsSpan(at + 1, end - at - 1).IndexOfAny('!', '\n', '\r');
        int close = at + 1 + stop;
        if (stop <= 0 || source[close] != '!' || char.IsWhiteSpace(source[close - 1]) || source[close - 1] == '\\') return null;
        return close + 1 < end && IsWord(source[close + 1]) ? null : new WikiSpan(at + 1, close, close + 1);
    }

    /// <summary>A web address that stands in the text; <paramref name="colon"/> is the one behind its scheme.</summary>
    /// <param name="textStart">Where the text begins that the scheme may be taken from.</param>
    public static WikiSpan? Url(string source, int colon, int textStart, int start, int end)
    {
        foreach (string scheme in Schemes)
        {
            int from = colon - scheme.Length;
            if (from < textStart || !source.AsSpan(from, scheme.Length).Equals(scheme, StringComparison.OrdinalIgnoreCase) || !IsStart(source, from, start)) continue;
            int rest = colon + 1;
            if (scheme is not ("mailto" or "news"))
            {
                if (!source.AsSpan(rest, end - rest).StartsWith("//")) return null;
                rest += 2;
            }

            int length = source.AsSpan(rest, end - rest).IndexOfAny(UrlEnds);
            int to = length < 0 ? end : rest + length;
            while (to > rest && ".,;:!?'*_+-~".Contains(source[to - 1], StringComparison.Ordinal)) to--;
            if (to > rest && source[to - 1] == ')' && !source.AsSpan(rest, to - rest).Contains('(')) to--;
            return to > rest ? new WikiSpan(from, to, to) : null;
        }

        return null;
    }

    /// <summary>Whether a colon stands behind a scheme, so that an address may follow.</summary>
    public static bool MayBeUrl(string text, int colon)
    {
        foreach (string scheme in Schemes)
        {
            int from = colon - scheme.Length;
            if (from >= 0 && text.AsSpan(from, scheme.Length).Equals(scheme, StringComparison.OrdinalIgnoreCase) && (from == 0 || !IsWord(text[from - 1]))) return true;
        }

        return false;
    }

    /// <summary><c>&amp;nbsp;</c> or <c>&amp;#8212;</c>: what it stands for, and its length.</summary>
    public static string? Entity(string source, int at, int end, out int length)
    {
        length = 0;
        int semicolon = source.AsSpan(at, Math.Min(12, end - at)).IndexOf(';');
        if (semicolon < 2) return null;
        length = semicolon + 1;
        ReadOnlySpan<char> name = source.AsSpan(at + 1, semicolon - 1);
        if (name[0] == '#') return Entities.Numeric(name);
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c)) return null;
        }

        return Entities.Named(name);
    }

    /// <summary>Separators that only Unicode knows are blanks here; in Markdown they would end lines.</summary>
    public static string Plain(string text) => text.AsSpan().ContainsAny('\u2028', '\u2029') ? text.Replace('\u2028', '\u00A0').Replace('\u2029', '\u00A0') : text;

    /// <summary>Escapes and entities read, all else as it stands.</summary>
    public static string Unescape(string source, int start, int end)
    {
        if (source.AsSpan(start, end - start).IndexOfAny('\\', '&') < 0) return Plain(source[start..end]);
        var text = new StringBuilder(end - start);
        for (int i = start; i < end; i++)
        {
            if (IsEscape(source, i, end))
            {
                text.Append(source[++i]);
            }
            else if (source[i] == '&' && Entity(source, i, end, out int length) is { } decoded)
            {
                text.Append(decoded);
                i += length - 1;
            }
            else
            {
                text.Append(source[i]);
            }
        }

        return Plain(text.ToString());
    }
}
