using System.Buffers;
using System.Text;

namespace Tributary.Markup.Writing;

[Flags]
internal enum EscapeContext
{
    None = 0,

    /// <summary>What comes first on a line may be taken for a heading, list, quote or rule.</summary>
    LineStart = 1,

    /// <summary>In the text of a link or image every bracket counts.</summary>
    InLink = 2,

    InTable = 4,

    /// <summary>The paragraph goes on on another line, so that bars could be taken for a table.</summary>
    BrokenLine = 8,

    /// <summary>A link comes next: an exclamation mark before it would make an image of it.</summary>
    BeforeLink = 16,

    /// <summary>A closing bracket came before: a parenthesis after it would make a link of it.</summary>
    AfterBracket = 32,

    /// <summary>The end of a heading, where number signs are a closing sequence.</summary>
    HeadingEnd = 64,
}

/// <summary>Puts backslashes where Markdown would take characters of a text for syntax, and only there, so that pages stay readable.</summary>
internal static class MarkdownEscape
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<&~|!:.");

    public static void AppendEscaped(this StringBuilder target, string text, EscapeContext context)
    {
        int escapedUpTo = 0;
        if (context.HasFlag(EscapeContext.LineStart)) escapedUpTo = AppendLineStart(target, text);
        else if (context.HasFlag(EscapeContext.AfterBracket) && text.Length > 0 && text[0] is '(' or '[' or ':') target.Append('\\');

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
            '\\' => after == '\0' || char.IsAscii(after) && (char.IsPunctuation(after) || char.IsSymbol(after)),
            '`' or '*' => true,
            '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)),
            '~' => before is '~' or '\0' || after is '~' or '\0',
            '[' => context.HasFlag(EscapeContext.InLink) || before == '\0',
            ']' => context.HasFlag(EscapeContext.InLink) || after is '(' or '[' or ':' or '\0',
            '!' => after == '[' || (after == '\0' && context.HasFlag(EscapeContext.BeforeLink)),
            '<' => char.IsAsciiLetter(after) || after is '/' or '!' or '?',
            '&' => IsReference(text.AsSpan(at + 1)),
            '|' => context.HasFlag(EscapeContext.InTable) || context.HasFlag(EscapeContext.BrokenLine),
            ':' => after == '/' && EndsWithScheme(text.AsSpan(0, at)),
            '.' => before is 'w' or 'W' && EndsWithWord(text.AsSpan(0, at), "www"),
            _ => false,
        };
    }

    private static bool IsReference(ReadOnlySpan<char> text)
    {
        int end = text[..Math.Min(text.Length, 34)].IndexOf(';');
        return end > 0 && text[..end].IndexOfAnyExcept(ReferenceCharacters) < 0;
    }

    private static readonly SearchValues<char> ReferenceCharacters = SearchValues.Create("#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static bool EndsWithScheme(ReadOnlySpan<char> text) => EndsWithWord(text, "http") || EndsWithWord(text, "https");

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) => text.EndsWith(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Escapes what would open a block at the start of a line; returns how much of the text is written.</summary>
    private static int AppendLineStart(StringBuilder target, string text)
    {
        if (text.Length == 0) return 0;
        if (text[0] is '#' or '>' or '+' or '-' or '=' or '~' or '|')
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
