using System.Buffers;
using System.Text;

namespace Tributary.Markup.Writing;

/// <summary>Writes the pieces of a line as Markdown. Marks open as late and close as early as they may, and never cross.</summary>
internal sealed class InlineWriter(StringBuilder target, int longest)
{
    private static readonly SearchValues<char> NeedAngles = SearchValues.Create([' ', '<', '>', '(', ')', '*', '_', '`', '[', ']', '|', '~', .. Enumerable.Range(0, 0x20).Select(code => (char)code), '\u007F']);

    private readonly List<(Marks Mark, string Delimiter)> open = [];

    /// <param name="lineBreak">What stands for a break: a backslash and a new line with its prefix, or <c>&lt;br&gt;</c> where a line must not end.</param>
    public void Write(IReadOnlyList<Inline> pieces, EscapeContext context, string lineBreak)
    {
        bool isBroken = !lineBreak.StartsWith('<') && pieces.Any(piece => piece.Kind == InlineKind.Break);
        if (isBroken) context |= EscapeContext.BrokenLine;
        int[] ends = Ends(pieces);
        bool lineStart = context.HasFlag(EscapeContext.LineStart);
        int outer = open.Count;
        for (int i = 0; i < pieces.Count && target.Length <= longest; i++)
        {
            Inline piece = pieces[i];
            SetMarks(piece.Kind == InlineKind.Break ? Marks.None : piece.Marks, ends, i, outer);
            EscapeContext here = context & ~(EscapeContext.LineStart | EscapeContext.HeadingEnd);
            if (lineStart) here |= EscapeContext.LineStart;
            if (i + 1 == pieces.Count) here |= context & EscapeContext.HeadingEnd;
            else if (pieces[i + 1].Kind == InlineKind.Link) here |= EscapeContext.BeforeLink;
            if (i > 0 && pieces[i - 1].Kind is InlineKind.Shown or InlineKind.Link or InlineKind.Image) here |= EscapeContext.AfterBracket;
            WritePiece(piece, here, lineBreak);
            lineStart = piece.Kind == InlineKind.Break && isBroken;
        }

        CloseDownTo(outer);
    }

    private void WritePiece(Inline piece, EscapeContext context, string lineBreak)
    {
        switch (piece.Kind)
        {
            case InlineKind.Text:
                target.AppendEscaped(piece.Text, context);
                break;
            case InlineKind.Shown when piece.Text.StartsWith('[') && piece.Text.EndsWith(']'):
                target.Append('[');
                target.AppendEscaped(piece.Text[1..^1], (context | EscapeContext.InLink) & ~EscapeContext.LineStart);
                target.Append(']');
                break;
            case InlineKind.Shown:
                target.AppendEscaped(piece.Text, context);
                break;
            case InlineKind.Break:
                target.Append(lineBreak);
                break;
            case InlineKind.Code:
                WriteCode(piece.Text, context);
                break;
            case InlineKind.Image:
                target.Append("![");
                target.AppendEscaped(piece.Text.ReplaceLineEndings(" "), (context | EscapeContext.InLink) & ~(EscapeContext.LineStart | EscapeContext.HeadingEnd));
                WriteTarget(piece, context);
                break;
            case InlineKind.Link when IsAutolink(piece):
                target.Append('<').Append(piece.Address).Append('>');
                break;
            case InlineKind.Link:
                target.Append('[');
                WriteLinkText(piece, (context | EscapeContext.InLink) & ~(EscapeContext.LineStart | EscapeContext.HeadingEnd));
                WriteTarget(piece, context);
                break;
        }
    }

    // Marks that the whole link has are outside of it already.
    private void WriteLinkText(Inline link, EscapeContext context)
    {
        foreach (Inline child in link.Children) child.Marks &= ~link.Marks;
        var inner = new InlineWriter(target, longest);
        inner.Write(link.Children, context & ~(EscapeContext.BeforeLink | EscapeContext.AfterBracket), "<br>");
    }

    private void WriteTarget(Inline piece, EscapeContext context)
    {
        target.Append("](");
        string address = piece.Address;
        bool angles = address.AsSpan().ContainsAny(NeedAngles);
        if (angles) target.Append('<');
        foreach (char c in address)
        {
            bool escape = c is '\\' or '&' || (angles && c is '<' or '>') || (c == '|' && context.HasFlag(EscapeContext.InTable));
            if (escape) target.Append('\\');
            target.Append(c);
        }

        if (angles) target.Append('>');
        if (piece.Title is not null)
        {
            target.Append(" \"");
            foreach (char c in piece.Title)
            {
                if (c is '"' or '\\' or '&' || (c == '|' && context.HasFlag(EscapeContext.InTable))) target.Append('\\');
                target.Append(c);
            }

            target.Append('"');
        }

        target.Append(')');
    }

    private void WriteCode(string code, EscapeContext context)
    {
        int longest = 0;
        int run = 0;
        foreach (char c in code)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        string fence = new('`', longest + 1);
        bool padded = code[0] == '`' || code[^1] == '`' || (code[0] == ' ' && code[^1] == ' ' && code.AsSpan().IndexOfAnyExcept(' ') >= 0);
        target.Append(fence).Append(padded ? " " : "");
        target.Append(context.HasFlag(EscapeContext.InTable) ? code.Replace("|", "\\|", StringComparison.Ordinal) : code);
        target.Append(padded ? " " : "").Append(fence);
    }

    private static bool IsAutolink(Inline link)
    {
        if (link.Title is not null || link.Children is not [{ Kind: InlineKind.Text } text] || text.Text != link.Address || (text.Marks & ~link.Marks) != 0) return false;
        bool hasScheme = link.Address.StartsWith("http://", StringComparison.Ordinal) || link.Address.StartsWith("https://", StringComparison.Ordinal);
        return hasScheme && !link.Address.AsSpan().ContainsAny('<', '>', '|') && !link.Address.Any(c => c <= ' ');
    }

    private void SetMarks(Marks wanted, int[] ends, int index, int outer)
    {
        int keep = outer;
        while (keep < open.Count && wanted.HasFlag(open[keep].Mark)) keep++;
        CloseDownTo(keep);
        Marks missing = wanted;
        for (int i = outer; i < open.Count; i++) missing &= ~open[i].Mark;

        // The mark that lasts longest opens first, so that the others can close inside it.
        while (missing != Marks.None)
        {
            Marks next = Marks.None;
            int furthest = -1;
            for (int bit = 0; bit < 3; bit++)
            {
                var mark = (Marks)(1 << bit);
                if (!missing.HasFlag(mark) || ends[(index * 3) + bit] <= furthest) continue;
                next = mark;
                furthest = ends[(index * 3) + bit];
            }

            Open(next);
            missing &= ~next;
        }
    }

    private void Open(Marks mark)
    {
        // After an asterisk another one would join it: the underscore is the other spelling.
        bool afterAsterisk = target.Length > 0 && target[^1] == '*';
        string delimiter = mark switch
        {
            Marks.Strike => "~~",
            Marks.Strong => afterAsterisk ? "__" : "**",
            _ => afterAsterisk ? "_" : "*",
        };
        open.Add((mark, delimiter));
        target.Append(delimiter);
    }

    private void CloseDownTo(int count)
    {
        while (open.Count > count)
        {
            target.Append(open[^1].Delimiter);
            open.RemoveAt(open.Count - 1);
        }
    }

    /// <summary>For each piece and mark, the index up to which the mark goes on from there.</summary>
    private static int[] Ends(IReadOnlyList<Inline> pieces)
    {
        int[] ends = new int[pieces.Count * 3];
        for (int i = pieces.Count - 1; i >= 0; i--)
        {
            for (int bit = 0; bit < 3; bit++)
            {
                bool has = pieces[i].Marks.HasFlag((Marks)(1 << bit));
                bool continues = has && i + 1 < pieces.Count && pieces[i + 1].Marks.HasFlag((Marks)(1 << bit));
                ends[(i * 3) + bit] = !has ? -1 : continues ? ends[((i + 1) * 3) + bit] : i;
            }
        }

        return ends;
    }
}
