using System.Text;
using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown.Parsing;

/// <summary>What stands behind the colons of a directive: <c>name[Label]{key=value #m1}</c>.</summary>
/// <param name="Length">How many characters it takes.</param>
internal sealed record DirectiveHead(string Name, string Label, IReadOnlyList<DirectiveAttribute> Attributes, string? Handle, int Length)
{
    /// <summary>Null where the text does not begin with a name, or where a bracket or brace is not closed.</summary>
    public static DirectiveHead? Read(ReadOnlySpan<char> text)
    {
        int at = Notation.NameLength(text);
        if (at == 0) return null;
        string name = text[..at].ToString();
        string label = "";
        if (at < text.Length && text[at] == '[')
        {
            int length = ReadLabel(text[at..], out label);
            if (length == 0) return null;
            at += length;
        }

        if (at == text.Length || text[at] != '{') return new DirectiveHead(name, label, [], null, at);
        int braces = ReadBraces(text[at..], out List<DirectiveAttribute> attributes, out string? handle);
        return braces == 0 ? null : new DirectiveHead(name, label, attributes, handle, at + braces);
    }

    /// <summary>Returns how many characters the braces take, 0 where they are none.</summary>
    public static int ReadBraces(ReadOnlySpan<char> text, out List<DirectiveAttribute> attributes, out string? handle)
    {
        attributes = [];
        handle = null;
        int at = 1;
        while (true)
        {
            while (at < text.Length && text[at] is ' ' or '\t' or '\n') at++;
            if (at >= text.Length) return 0;
            if (text[at] == '}') return at + 1;
            if (text[at] == '#')
            {
                int length = Notation.KeyLength(text[(at + 1)..]);
                if (length == 0) return 0;
                handle = text.Slice(at + 1, length).ToString();
                at += length + 1;
            }
            else
            {
                int length = ReadAttribute(text[at..], out DirectiveAttribute attribute);
                if (length == 0) return 0;
                attributes.Add(attribute);
                at += length;
            }

            if (at >= text.Length || text[at] is not (' ' or '\t' or '\n' or '}')) return 0;
        }
    }

    /// <summary>The single value in the braces of a colour; returns how many characters they take.</summary>
    public static int ReadColor(ReadOnlySpan<char> text, out string color)
    {
        color = "";
        if (text.Length < 2 || text[0] != '{') return 0;
        int length;
        if (text[1] == '"')
        {
            length = ReadQuoted(text[1..], '"', out color);
        }
        else
        {
            length = Notation.ColorLength(text[1..]);
            color = text.Slice(1, length).ToString();
        }

        return length > 0 && length + 1 < text.Length && text[length + 1] == '}' ? length + 2 : 0;
    }

    // A bracket within a label must be escaped: so a text full of open brackets is read but once.
    private static int ReadLabel(ReadOnlySpan<char> text, out string label)
    {
        int length = ReadQuoted(text, ']', out label);
        return length;
    }

    private static int ReadAttribute(ReadOnlySpan<char> text, out DirectiveAttribute attribute)
    {
        attribute = default;
        int at = Notation.KeyLength(text);
        string name = text[..at].ToString();
        if (text[0] == '"') at = ReadQuoted(text, '"', out name);
        if (at == 0) return 0;
        if (at == text.Length || text[at] != '=')
        {
            attribute = new DirectiveAttribute(name, Notation.FlagValue);
            return at;
        }

        at++;
        if (at == text.Length) return 0;
        int length;
        string value;
        if (text[at] == '"')
        {
            length = ReadQuoted(text[at..], '"', out value);
        }
        else
        {
            length = Notation.BareLength(text[at..]);
            value = text.Slice(at, length).ToString();
        }

        attribute = new DirectiveAttribute(name, value);
        return length == 0 ? 0 : at + length;
    }

    /// <summary>Reads up to an end mark that has no backslash before it; the first character is the opening one.</summary>
    private static int ReadQuoted(ReadOnlySpan<char> text, char end, out string value)
    {
        value = "";
        char opening = text[0];
        ReadOnlySpan<char> stops = end == ']' ? "\\[]\n" : "\\\"\n";
        StringBuilder? unescaped = null;
        int start = 1;
        for (int at = 1; at < text.Length; at++)
        {
            int next = text[at..].IndexOfAny(stops);
            if (next < 0) return 0;
            at += next;
            char c = text[at];
            if (c == end)
            {
                value = unescaped is null ? text[start..at].ToString() : unescaped.Append(text[start..at]).ToString();
                return at + 1;
            }

            if (c == opening) return 0;
            char after = at + 1 < text.Length ? text[at + 1] : '\0';
            bool isEscape = c == '\\' && (after == 'n' || (char.IsAscii(after) && (char.IsPunctuation(after) || char.IsSymbol(after))));
            if (c == '\n')
            {
                (unescaped ??= new StringBuilder()).Append(text[start..at]).Append(' ');
                start = at + 1;
            }
            else if (isEscape)
            {
                (unescaped ??= new StringBuilder()).Append(text[start..at]).Append(after == 'n' ? '\n' : after);
                start = at + 2;
                at++;
            }
        }

        return 0;
    }
}
