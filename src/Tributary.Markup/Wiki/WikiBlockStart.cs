namespace Tributary.Markup.Wiki;

internal enum WikiLine
{
    Text,
    Blank,
    Heading,
    Quote,
    Rule,
    List,
    Table,
}

/// <summary>What a line is by its first characters.</summary>
internal static class WikiBlockStart
{
    public static WikiLine Of(string source, int lineStart, int end)
    {
        int at = WikiSyntax.SkipBlanks(source, lineStart, end);
        if (at >= end || WikiSyntax.IsLineEnd(source[at])) return WikiLine.Blank;
        switch (source[at])
        {
            case 'h' when at + 2 < end && source[at + 1] is >= '1' and <= '6' && source[at + 2] == '.' && HasText(source, at + 3, end):
                return WikiLine.Heading;
            case 'b' when at + 2 < end && source[at + 1] == 'q' && source[at + 2] == '.' && HasText(source, at + 3, end):
                return WikiLine.Quote;
            case '|' when at + 1 < end && !WikiSyntax.IsLineEnd(source[at + 1]) && !(source[at + 1] == '|' && (at + 2 >= end || WikiSyntax.IsLineEnd(source[at + 2]))):
                return WikiLine.Table;
            case '-' when IsRule(source, at, end):
                return WikiLine.Rule;
            case '*' or '#' or '-' when HasText(source, MarkerEnd(source, at, end), end):
                return WikiLine.List;
            default:
                return WikiLine.Text;
        }
    }

    /// <summary>Where the row of <c>*</c>, <c>#</c> and <c>-</c> ends that says how deep an item is.</summary>
    public static int MarkerEnd(string source, int at, int end)
    {
        while (at < end && source[at] is '*' or '#' or '-') at++;
        return at;
    }

    /// <summary>Whether the text of a macro holds more than lines: an empty line, or one that begins a block.</summary>
    public static bool InBody(string source, int start, int end)
    {
        for (int at = WikiSyntax.LineEnd(source, start, end); at < end; at = WikiSyntax.LineEnd(source, at, end))
        {
            at += WikiSyntax.LineEndLength(source, at);
            if (at > end || Of(source, at, end) is var line && line != WikiLine.Text && !(line == WikiLine.Blank && WikiSyntax.SkipBlanks(source, at, end) >= end)) return true;
        }

        return false;
    }

    private static bool IsRule(string source, int at, int end)
    {
        int from = at;
        while (at < end && source[at] == '-') at++;
        int rest = WikiSyntax.SkipBlanks(source, at, end);
        return at - from >= 4 && (rest >= end || WikiSyntax.IsLineEnd(source[rest]));
    }

    private static bool HasText(string source, int at, int end)
    {
        int text = WikiSyntax.SkipBlanks(source, at, end);
        return text > at && text < end && !WikiSyntax.IsLineEnd(source[text]);
    }
}
