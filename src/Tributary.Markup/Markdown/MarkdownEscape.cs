using System.Buffers;
using System.Text;

namespace Tributary.Markup.Markdown;

[Flags]
internal enum EscapeContext
{
    None = 0,

    /// <summary>What comes first on a line may be taken for a heading, list, quote or rule.</summary>
    LineStart = 1,

    /// <summary>In the text of a link, image or directive every bracket counts.</summary>
    InLabel = 2,

    /// <summary>A bracket comes next: an exclamation mark before it would make an image of a link, a colon and a name a directive.</summary>
    BeforeBracket = 4,

    /// <summary>A closing bracket or parenthesis came before: another one, or a brace, would belong to it.</summary>
    AfterBracket = 8,

    /// <summary>The end of a heading, where number signs are a closing sequence.</summary>
    HeadingEnd = 16,

    /// <summary>All that a cell holds: there one character may be the sign of a merged cell.</summary>
    WholeCell = 32,

    /// <summary>A colon at the end would join the one that begins the next piece.</summary>
    BeforeColon = 64,

    /// <summary>Marks begin or end next, whose signs an address in angle brackets may have.</summary>
    BeforeMark = 128,
}

/// <summary>Puts backslashes where Markdown would take characters of a text for syntax, and only there, so that pages stay readable.</summary>
internal static class MarkdownEscape
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<&~!:.");
    private static readonly SearchValues<char> ReferenceCharacters = SearchValues.Create("#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    private static readonly string[] Schemes = ["http", "https", "ftp", "mailto", "tel"];

    public static void AppendEscaped(this StringBuilder target, string text, EscapeContext context)
    {
        if (text.Length == 0) return;
        int escapedUpTo = 0;
        if (context.HasFlag(EscapeContext.WholeCell) && text is "<" or "^") target.Append('\\');
        else if (context.HasFlag(EscapeContext.LineStart)) escapedUpTo = AppendLineStart(target, text);
        if (escapedUpTo == 0 && context.HasFlag(EscapeContext.AfterBracket) && text[0] is '(' or '{' or ':') target.Append('\\').Append(text[escapedUpTo++]);

        int end = context.HasFlag(EscapeContext.HeadingEnd) ? BeforeClosingSequence(text) : text.Length;
        while (escapedUpTo < end)
        {
            int next = text.AsSpan(escapedUpTo, end - escapedUpTo).IndexOfAny(Special);
            if (next < 0) break;
            int at = escapedUpTo + next;
            target.Append(text, escapedUpTo, next);
            if (Needs(text, at, context)) target.Append('\\');
            target.Append(text[at]);
            escapedUpTo = at + 1;
        }

        if (escapedUpTo < end) target.Append(text, escapedUpTo, end - escapedUpTo);
        if (end < text.Length) target.Append('\\').Append(text, end, text.Length - end);
    }

    private static bool Needs(string text, int at, EscapeContext context)
    {
        char before = at > 0 ? text[at - 1] : '\0';
        char after = at + 1 < text.Length ? text[at + 1] : '\0';
        return text[at] switch
        {
            '\\' => after == '\0' || (char.IsAscii(after) && (char.IsPunctuation(after) || char.IsSymbol(after))),
            '`' or '*' => true,
            '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)),
            '~' => before is '~' or '\0' || after is '~' or '\0',
            '[' => context.HasFlag(EscapeContext.InLabel) || before == '\0' || after == '^',
            ']' => context.HasFlag(EscapeContext.InLabel) || after is '(' or '[' or ':' or '\0',
            '!' => after == '[' || (after == '\0' && context.HasFlag(EscapeContext.BeforeBracket)),
            '<' => char.IsAsciiLetterOrDigit(after) || after is '/' or '!' or '?' || (after == '\0' && context.HasFlag(EscapeContext.BeforeMark)),
            '&' => IsReference(text.AsSpan(at + 1)),
            ':' => IsDirective(text.AsSpan(at + 1), context) || EndsWithScheme(text.AsSpan(0, at)),
            '.' => before is 'w' or 'W' && text.AsSpan(0, at).EndsWith("www", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    /// <summary>Whether an ampersand in the text begins the name of a character.</summary>
    public static bool HasReference(string text)
    {
        for (int at = text.IndexOf('&', StringComparison.Ordinal); at >= 0; at = text.IndexOf('&', at + 1))
        {
            if (IsReference(text.AsSpan(at + 1))) return true;
        }

        return false;
    }

    /// <summary>Whether what follows an ampersand makes it the name of a character.</summary>
    public static bool IsReference(ReadOnlySpan<char> text)
    {
        int end = text[..Math.Min(text.Length, 34)].IndexOf(';');
        return end > 0 && text[..end].IndexOfAnyExcept(ReferenceCharacters) < 0;
    }

    private static bool IsDirective(ReadOnlySpan<char> text, EscapeContext context)
    {
        if (text.IsEmpty) return context.HasFlag(EscapeContext.BeforeColon);
        int length = Notation.NameLength(text);
        if (length == 0) return false;
        return length == text.Length ? context.HasFlag(EscapeContext.BeforeBracket) : text[length] is '[' or '{';
    }

    private static bool EndsWithScheme(ReadOnlySpan<char> text)
    {
        foreach (string scheme in Schemes)
        {
            if (text.EndsWith(scheme, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>Escapes what would open a block at the start of a line; returns how much of the text is written.</summary>
    private static int AppendLineStart(StringBuilder target, string text)
    {
        char after = text.Length > 1 ? text[1] : '\0';
        bool opens = text[0] switch
        {
            '>' or '=' or '|' => true,
            '+' or '-' => !char.IsLetterOrDigit(after),
            '#' => text.AsSpan().TrimStart('#') is var rest && (rest.IsEmpty || rest[0] == ' '),
            ':' => after is ':' or '-' or '\0',
            _ => false,
        };
        if (opens)
        {
            target.Append('\\').Append(text[0]);
            return 1;
        }

        int digits = 0;
        while (digits < text.Length && digits < 10 && char.IsAsciiDigit(text[digits])) digits++;
        if (digits is 0 or 10 || digits == text.Length || text[digits] is not ('.' or ')')) return 0;
        bool isMarker = digits + 1 == text.Length || text[digits + 1] == ' ';
        if (!isMarker) return 0;
        target.Append(text, 0, digits).Append('\\').Append(text[digits]);
        return digits + 1;
    }

    private static int BeforeClosingSequence(string text)
    {
        int end = text.AsSpan().TrimEnd('#').Length;
        bool closes = end < text.Length && (end == 0 || text[end - 1] == ' ');
        return closes ? end : text.Length;
    }
}
