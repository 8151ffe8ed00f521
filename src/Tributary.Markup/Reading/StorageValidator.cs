using System.Buffers;

namespace Tributary.Markup.Reading;

/// <summary>
/// Says whether Confluence would take a body: well-formed XHTML in which <c>ac:</c>, <c>ri:</c> and <c>at:</c> are known. One pass that stops at the first fault.
/// </summary>
internal sealed partial class StorageValidator(string source)
{
    private static readonly SearchValues<char> NeverAllowed = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code).Where(c => !XmlCharacters.IsAllowed(c)), '\uFFFE', '\uFFFF']);

    private static readonly SearchValues<char> TextStops = SearchValues.Create("<&]");

    // Where the names of the elements that are open stand in the source.
    private readonly List<(int Start, int Length)> open = [];
    private int position;
    private string? fault;
    private int faultAt;

    public StorageError? Validate()
    {
        if (source.Length > Limits.Length) return new StorageError(1, 1, $"Maximum document length ({Limits.Length}) exceeded.");
        bool wellFormed = ReadContent();
        int illegal = IndexOfIllegalCharacter(source);
        if (illegal >= 0 && (wellFormed || illegal < faultAt)) Fail(illegal, IllegalCharacter(source[illegal]));
        return fault is null ? null : Locate(faultAt, fault);
    }

    private static int IndexOfIllegalCharacter(string text)
    {
        int never = text.AsSpan().IndexOfAny(NeverAllowed);
        int surrogate = 0;
        while (true)
        {
            int next = text.AsSpan(surrogate).IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0) return never;
            surrogate += next;
            if (never >= 0 && never < surrogate) return never;
            if (surrogate + 1 >= text.Length || !char.IsSurrogatePair(text[surrogate], text[surrogate + 1])) return surrogate;
            surrogate += 2;
        }
    }

    private bool ReadContent()
    {
        while (position < source.Length)
        {
            int next = source.AsSpan(position).IndexOfAny(TextStops);
            if (next < 0) break;
            position += next;
            bool ok = source[position] switch
            {
                '<' => ReadMarkup(),
                '&' => ReadReference(),
                _ => ReadBracket(),
            };
            if (!ok) return false;
        }

        if (open.Count == 0) return true;
        (int start, int length) = open[^1];
        return Fail(source.Length, $"Unexpected EOF; was expecting a close tag for element <{source.AsSpan(start, length)}>.");
    }

    private bool ReadBracket()
    {
        if (source.AsSpan(position).StartsWith("]]>"))
            return Fail(position, "String ']]>' not allowed in textual content, except as the end marker of CDATA section.");
        position++;
        return true;
    }

    private bool ReadMarkup()
    {
        ReadOnlySpan<char> rest = source.AsSpan(position);
        if (rest.Length == 1) return Fail(position + 1, "Unexpected EOF in content after '<'.");
        return rest[1] switch
        {
            '/' => ReadEndTag(),
            '!' when rest.StartsWith("<!--") => ReadComment(),
            '!' when rest.StartsWith("<![CDATA[") => ReadCData(),
            '!' => Fail(position, "A document type or declaration is not allowed in content."),
            '?' => Fail(position, "A processing instruction is not allowed in content."),
            char c when XmlCharacters.IsNameStart(c) => ReadStartTag(),
            char c => Fail(position + 1, $"Unexpected character {Quote(c)} in content after '<' (malformed start element?)."),
        };
    }

    private bool ReadComment()
    {
        int start = position + 4;
        int dashes = source.AsSpan(start).IndexOf("--");
        if (dashes < 0) return Fail(source.Length, "Unexpected EOF in comment.");
        position = start + dashes + 2;
        if (Peek() != '>') return Fail(position, "String '--' not allowed in comment (missing '>'?).");
        position++;
        return true;
    }

    private bool ReadCData()
    {
        int end = source.AsSpan(position).IndexOf("]]>");
        if (end < 0) return Fail(source.Length, "Unexpected EOF in CDATA section.");
        position += end + 3;
        return true;
    }

    private bool ReadEndTag()
    {
        int start = position;
        position += 2;
        if (!ReadName(out int nameStart, out int nameLength)) return false;
        ReadOnlySpan<char> name = source.AsSpan(nameStart, nameLength);
        if (open.Count == 0) return Fail(start, $"Unbalanced close tag </{name}>; no open start tag.");
        (int expectedStart, int expectedLength) = open[^1];
        ReadOnlySpan<char> expected = source.AsSpan(expectedStart, expectedLength);
        if (!name.SequenceEqual(expected)) return Fail(start, $"Unexpected close tag </{name}>; expected </{expected}>.");
        SkipSpace();
        if (Peek() != '>') return FailHere("expected '>'.");
        position++;
        open.RemoveAt(open.Count - 1);
        LeaveScope();
        return true;
    }

    /// <summary>Reads <c>&amp;name;</c> or <c>&amp;#n;</c> at the current place, in text or in an attribute.</summary>
    private bool ReadReference()
    {
        int start = position++;
        if (Peek() == '#')
        {
            int end = position + 1;
            while (end < source.Length && char.IsAsciiLetterOrDigit(source[end])) end++;
            ReadOnlySpan<char> digits = source.AsSpan(position, end - position);
            position = end;
            if (Peek() != ';') return FailHere("expected a semi-colon after the numeric character reference.");
            if (Entities.Numeric(digits) is null) return Fail(start, $"Illegal character entity: &{Shorten(digits)}; is not a valid XML character.");
            position++;
            return true;
        }

        if (!XmlCharacters.IsNameStart(Peek())) return FailHere("(missing name?)");
        int nameStart = position;
        while (XmlCharacters.IsNamePart(Peek())) position++;
        ReadOnlySpan<char> name = source.AsSpan(nameStart, position - nameStart);
        if (Peek() != ';') return FailHere($"expected a semi-colon after the reference for entity '{Shorten(name)}'.");
        if (Entities.Named(name) is null) return Fail(start, $"Undeclared general entity \"{Shorten(name)}\".");
        position++;
        return true;
    }

    private char Peek() => position < source.Length ? source[position] : '\0';

    private void SkipSpace()
    {
        while (XmlCharacters.IsSpace(Peek())) position++;
    }

    private bool FailHere(string expectation) => position >= source.Length
        ? Fail(position, $"Unexpected end of input block; {expectation}")
        : Fail(position, $"Unexpected character {Quote(source[position])}{(expectation[0] == '(' ? " " : "; ")}{expectation}");

    private bool Fail(int at, string message)
    {
        fault = message;
        faultAt = at;
        return false;
    }

    private StorageError Locate(int at, string message)
    {
        ReadOnlySpan<char> before = source.AsSpan(0, at);
        return new StorageError(before.Count('\n') + 1, at - before.LastIndexOf('\n'), message);
    }

    private static string Quote(char c) => c is < ' ' or (>= '\uD800' and <= '\uDFFF') ? $"(code {(int)c})" : $"'{c}' (code {(int)c})";

    private static string IllegalCharacter(char c) => c == '\0'
        ? "Illegal character (NULL, unicode 0) encountered: not valid in any content."
        : $"Illegal character ({(c < ' ' ? "CTRL-CHAR" : "not a character of XML")}, code {(int)c}).";

    private static string Shorten(ReadOnlySpan<char> text) => text.Length <= 40 ? text.ToString() : $"{text[..40]}…";
}
