using System.Buffers;
using System.Text;

namespace Tributary.Markup.Wiki;

/// <summary>Where a text is written to: what would be markup there is escaped, all else stays as it is.</summary>
/// <param name="LineStart">Where the line begins in what is written.</param>
/// <param name="IsLast">Nothing follows on the line.</param>
/// <param name="ActiveSigns">The signs of the phrases around the text, which it must not close.</param>
internal readonly record struct WikiTextPlace(int LineStart, string ActiveSigns, bool IsCell, bool IsLink, bool IsCode, bool IsLast);

/// <summary>Text as wiki markup that reads as the same text. A backslash where Jira takes one, else a character reference.</summary>
internal static class WikiEscape
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\{}[]|!*_?-+^~&:;(\n\r");

    public static void Append(StringBuilder to, string text, WikiTextPlace place)
    {
        for (int i = 0; i < text.Length; i++)
        {
            int plain = text.AsSpan(i).IndexOfAny(Special);
            to.Append(text, i, plain < 0 ? text.Length - i : plain);
            if (plain < 0) return;
            i += plain;
            char c = text[i];
            if (c is '\n' or '\r') to.Append(' ');
            else if (c == '\\') i = Backslashes(to, text, i);
            else if (c == '&') to.Append(WikiSyntax.Entity(text, i, text.Length, out _) is null ? "&" : "&amp;");
            // The sign of a phrase that follows may make a picture of it: "(" and "*)*".
            else if (c is ':' or ';' or '(' && i == text.Length - 1 && !place.IsLast) Reference(to, c);
            else if (c is ':' or ';' && IsMarkup(text, i)) Reference(to, c);
            else if (place.ActiveSigns.Contains(c, StringComparison.Ordinal)) Reference(to, c);
            else if (IsMarkup(to, text, i, place)) to.Append('\\').Append(c);
            else to.Append(c);
        }
    }

    public static void Reference(StringBuilder to, char c) => to.Append("&#").Append((int)c).Append(';');

    /// <summary>The value of a parameter: bars, braces and blanks at its ends would be taken for the tag's own.</summary>
    public static string Parameter(string value, string special)
    {
        var text = new StringBuilder(value.Length);
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            bool isEdge = (i == 0 || i == value.Length - 1) && char.IsWhiteSpace(c);
            if (c == '&' && WikiSyntax.Entity(value, i, value.Length, out _) is not null) text.Append("&amp;");
            else if (isEdge || c is '{' or '}' or '\n' or '\r' || special.Contains(c, StringComparison.Ordinal)) Reference(text, c == '\r' ? '\n' : c);
            else text.Append(c);
        }

        return text.ToString();
    }

    private static int Backslashes(StringBuilder to, string text, int at)
    {
        int count = WikiSyntax.Backslashes(text, at, text.Length);
        int after = at + count;
        if (count == 1 && after < text.Length && !WikiSyntax.IsEscapable(text[after])) to.Append('\\');
        else for (int i = 0; i < count; i++) Reference(to, '\\');
        return after - 1;
    }

    private static bool IsMarkup(string text, int at) =>
        IsEmoticon(text, at) || (text[at] == ':' && WikiSyntax.MayBeUrl(text, at));

    // A backslash before it is written as a reference, which is no part of a word.
    private static bool IsEmoticon(string text, int at) => WikiEmoticons.At(text, at, at > 0 && text[at - 1] == '\\' ? at : 0, text.Length, out _) is not null;

    private static bool IsMarkup(StringBuilder to, string text, int at, WikiTextPlace place)
    {
        switch (text[at])
        {
            case '{' or '[':
                return true;
            case '}':
                return place.IsCode;
            case ']':
                return place.IsLink;
            case '|':
                return place.IsLink || place.IsCell;
            case '(':
                return IsEmoticon(text, at);
            case '-' when IsDash(text, at):
                return true;
            case '?' when at + 1 < text.Length && text[at + 1] != '?':
            case ':' or ';':
                return false;
        }

        bool isStart = to.Length <= place.LineStart || !(WikiSyntax.IsWord(to[^1]) || to[^1] == '\\');
        return isStart && (at + 1 >= text.Length || !char.IsWhiteSpace(text[at + 1]));
    }

    private static bool IsDash(string text, int at)
    {
        if (at > 0 && !char.IsWhiteSpace(text[at - 1])) return false;
        int end = at;
        while (end < text.Length && text[end] == '-') end++;
        return end - at is 2 or 3 && (end == text.Length || char.IsWhiteSpace(text[end]));
    }
}
