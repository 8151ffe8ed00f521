using System.Buffers;
using System.Text;
using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

/// <summary>Writes the pieces of a line as Markdown.</summary>
/// <param name="options">Null for the canonical form, which leaves out what only readers need.</param>
internal sealed class LineWriter(StringBuilder target, MarkdownOptions? options, SiteLinks? links = null)
{
    public const string TagBreak = "<br>";

    private static readonly SearchValues<char> NeedAngles = SearchValues.Create([' ', '<', '>', '(', ')', '*', '_', '`', '[', ']', '|', '~', '{', '}', '"', '\'', .. Enumerable.Range(0, 0x20).Select(code => (char)code), '\u007F']);
    private static readonly SearchValues<char> NotInAutolink = SearchValues.Create([' ', '<', '>', '|', '\\', '"', '`', '{', '}', .. Enumerable.Range(0, 0x20).Select(code => (char)code), '\u007F']);

    /// <param name="lineBreak">What stands for a break: a backslash and a new line with its prefix, or <c>&lt;br&gt;</c> where a line must not end.</param>
    public void Write(IReadOnlyList<Piece> pieces, EscapeContext context, string lineBreak)
    {
        if (pieces is [{ IsText: true } only] && only.Marks == default) target.AppendEscaped(only.Text, context);
        else WriteNested(pieces, context, lineBreak, new OpenMarks(target));
    }

    private void WriteNested(IReadOnlyList<Piece> pieces, EscapeContext context, string lineBreak, OpenMarks open)
    {
        int[] ends = OpenMarks.Ends(pieces);
        int first = 0;
        int last = pieces.Count - 1;
        while (first < pieces.Count && pieces[first].IsBreak) first++;
        while (last >= 0 && pieces[last].IsBreak) last--;
        bool isLineStart = context.HasFlag(EscapeContext.LineStart);
        for (int i = 0; i < pieces.Count; i++)
        {
            Piece piece = pieces[i];
            if (ends.Length > 0) open.Set(pieces, ends, i);
            EscapeContext here = context & EscapeContext.InLabel;
            if (isLineStart) here |= EscapeContext.LineStart;
            if (open.IsInLabel) here |= EscapeContext.InLabel;
            if (i + 1 == pieces.Count) here |= context & EscapeContext.HeadingEnd;
            else if (pieces[i + 1].StartsWithBracket) here |= EscapeContext.BeforeBracket;
            else if (pieces[i + 1].Node is InlineDirective || pieces[i + 1].Marks != default) here |= EscapeContext.BeforeColon;
            if (i + 1 < pieces.Count && pieces[i + 1].Marks != piece.Marks) here |= EscapeContext.BeforeMark;
            if (i > 0 && pieces[i - 1].EndsWithBracket) here |= EscapeContext.AfterBracket;
            if (pieces.Count == 1 && piece.Marks == default) here |= context & EscapeContext.WholeCell;

            // A break that no text follows or comes before would be a backslash to Markdown.
            bool isInner = i > first && i < last;
            if (piece.IsBreak) target.Append(isInner ? lineBreak : TagBreak);
            else WritePiece(piece, here, open);
            isLineStart = piece.IsBreak && isInner && !lineBreak.StartsWith('<');
        }

        open.CloseAll();
    }

    private void WritePiece(Piece piece, EscapeContext context, OpenMarks open)
    {
        switch (piece.Node)
        {
            case Text:
                target.AppendEscaped(piece.Text, context);
                break;
            case Code:
                WriteCode(piece.Text);
                break;
            case Link when IsAutolink(piece):
                target.Append('<').Append(piece.Text).Append('>');
                break;
            case Link link:
                int label = target.Append('[').Length;
                var inner = new OpenMarks(target, open.Spent);
                WriteNested(piece.Children, EscapeContext.InLabel, TagBreak, inner);
                // A circumflex there would name a note.
                if (target.Length > label && target[label] == '^') target.Insert(label, '\\');
                open.Charge(inner);
                WriteTarget(piece.Text, link.Title);
                target.AppendBraces(link.Attributes);
                break;
            case Image image:
                target.Append("![").AppendEscaped(LinePieces.Collapse(VisibleText.Of(image.Alt)), EscapeContext.InLabel);
                WriteTarget(piece.Text, image.Title);
                target.AppendBraces(image.Attributes);
                break;
            case Mention mention:
                WriteMention(mention, context);
                break;
            case NoteReference note:
                target.Append("[^").Append(note.Label).Append(']');
                break;
            case InlineDirective directive:
                target.Append(':').AppendDirective(directive.Name, directive.Label, directive.Attributes, directive.Handle, needsEnd: true);
                break;
        }
    }

    private void WriteMention(Mention mention, EscapeContext context)
    {
        string id = VisibleText.Of(mention.UserId);
        if (context.HasFlag(EscapeContext.InLabel))
        {
            // There is no link within a link.
            target.Append(':').AppendDirective(Notation.Mention, "", [new DirectiveAttribute("id", id)], null, needsEnd: true);
            return;
        }

        target.Append("[@");
        if (options is not null) target.AppendEscaped(LinePieces.Collapse(VisibleText.Of(options.UserName(mention.UserId) ?? id)), EscapeContext.InLabel);
        target.Append("](").Append(Notation.UserScheme).Append(Uri.EscapeDataString(id).Replace("%3A", ":", StringComparison.Ordinal).Replace("%40", "@", StringComparison.Ordinal)).Append(')');
    }

    private void WriteTarget(string address, string? title)
    {
        if (links is not null) address = links.Shown(address);
        target.Append("](");
        bool angles = address.AsSpan().ContainsAny(NeedAngles) || address.Any(char.IsWhiteSpace);
        if (angles) target.Append('<');
        AppendInTarget(address, angles ? "<>" : "");
        if (angles) target.Append('>');
        if (title is not null && LinePieces.Collapse(VisibleText.Of(title)) is { Length: > 0 } visible)
        {
            target.Append(" \"");
            AppendInTarget(visible, "\"");
            target.Append('"');
        }

        target.Append(')');
    }

    private void AppendInTarget(string value, string escaped)
    {
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (c == '\\' || escaped.Contains(c, StringComparison.Ordinal)) target.Append('\\');
            target.Append(c);
            if (c == '&' && MarkdownEscape.IsReference(value.AsSpan(i + 1))) target.Append("amp;");
        }
    }

    private void WriteCode(string code)
    {
        string fence = new('`', Runs.Longest(code, '`') + 1);
        bool padded = code[0] == '`' || code[^1] == '`' || (code[0] == ' ' && code[^1] == ' ' && code.AsSpan().IndexOfAnyExcept(' ') >= 0);
        if (target.Length > 1 && target[^1] == '`')
        {
            // A backtick of the text right before, though it has a backslash, would count.
            target.Length -= 2;
            target.Append("&#96;");
        }

        target.Append(fence).Append(padded ? " " : "").Append(code).Append(padded ? " " : "").Append(fence);
    }

    private static bool IsAutolink(Piece piece)
    {
        if (piece.Node is not Link { Title: null, Attributes.Count: 0 } || piece.Children is not [{ IsText: true } text] || text.Marks != default || text.Text != piece.Text) return false;
        bool hasScheme = piece.Text.StartsWith("http://", StringComparison.Ordinal) || piece.Text.StartsWith("https://", StringComparison.Ordinal);
        return hasScheme && !piece.Text.AsSpan().ContainsAny(NotInAutolink) && !piece.Text.Any(char.IsWhiteSpace) && !MarkdownEscape.HasReference(piece.Text);
    }
}
