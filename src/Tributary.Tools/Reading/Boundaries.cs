namespace Tributary.Tools.Reading;

/// <summary>Places where a body can be cut, each with how deep it is: 0 is between two blocks of the page.</summary>
internal static class Boundaries
{
    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    /// <summary>After a blank line outside code that no indented line follows (0), and after any line (1).</summary>
    public static IEnumerable<(int Position, int Depth)> OfMarkdown(string text)
    {
        string fence = "";
        bool blank = false;
        for (int start = 0, next; start < text.Length; start = next)
        {
            int end = text.IndexOf('\n', start);
            next = end < 0 ? text.Length : end + 1;
            if (start > 0)
                yield return (start, blank && fence.Length == 0 && text[start] is not (' ' or '\t') ? 0 : 1);

            string line = text[start..next].Trim();
            blank = line.Length == 0;
            fence = FenceAfter(fence, line);
        }
    }

    /// <summary>After each closing or empty tag, at the depth that it leaves. Markup that is not well-formed only moves the depths.</summary>
    public static IEnumerable<(int Position, int Depth)> OfMarkup(string text)
    {
        int depth = 0, at = 0;
        while ((at = text.IndexOf('<', at)) >= 0)
        {
            ReadOnlySpan<char> rest = text.AsSpan(at);
            if (rest.StartsWith("<!--") || rest.StartsWith("<![CDATA[") || rest.StartsWith("<?"))
            {
                string terminator = rest[1] == '?' ? "?>" : rest[2] == '-' ? "-->" : "]]>";
                int close = text.IndexOf(terminator, at, StringComparison.Ordinal);
                if (close < 0)
                    yield break;
                at = close + terminator.Length;
                continue;
            }

            int end = EndOfTag(text, at);
            if (end < 0)
                yield break;

            bool closes = text[at + 1] == '/';
            bool empty = text[end - 1] == '/' || IsVoid(text, at);
            depth = closes ? Math.Max(0, depth - 1) : empty ? depth : depth + 1;
            at = end + 1;
            if (closes || empty)
                yield return (at, depth);
        }
    }

    /// <summary>The mark that closes the code block which is open after this line; empty outside code.</summary>
    private static string FenceAfter(string fence, string line)
    {
        if (fence.Length > 0)
            return line.StartsWith(fence, StringComparison.Ordinal) && line.Trim(fence[0]).Length == 0 ? "" : fence;

        return line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal)
            ? line[..^line.TrimStart(line[0]).Length]
            : "";
    }

    private static int EndOfTag(string text, int at)
    {
        char quote = '\0';
        for (int i = at + 1; i < text.Length; i++)
        {
            char c = text[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c == '>')
                return i;
        }

        return -1;
    }

    private static bool IsVoid(string text, int at)
    {
        int end = at + 1;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        return Void.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(at + 1, end - at - 1));
    }
}
