using System.Text;
using Tributary.Markup.Constructs;
using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

/// <summary>Makes the pieces of a line ready to be written.</summary>
internal sealed class LinePieces
{
    private const string Spaces = " \t\n\r";

    private static readonly Text TextNode = new("", default);

    private readonly StringBuilder text = new();
    private readonly List<Piece> pieces = [];
    private readonly bool isInLink;
    private Marks textMarks;

    private LinePieces(bool isInLink) => this.isInLink = isInLink;

    public static List<Piece> Of(IReadOnlyList<Inline> line)
    {
        bool isTidy = line is [Text { Value: [> ' ', ..] and [.., > ' '] }];
        return isTidy && Collapse(VisibleText.Of(((Text)line[0]).Value)) is { Length: > 0 } words ? [new Piece(TextNode, words, Visible(line[0].Marks))] : Tidy(Read(line, isInLink: false, default));
    }

    public static string Collapse(string words)
    {
        ReadOnlySpan<char> trimmed = words.AsSpan().Trim(Spaces);
        bool isPlain = trimmed.IndexOfAny("\t\n\r") < 0 && trimmed.IndexOf("  ") < 0;
        if (isPlain) return trimmed.Length == words.Length ? words : trimmed.ToString();
        var collapsed = new StringBuilder(trimmed.Length);
        while (trimmed.IndexOfAny(Spaces) is >= 0 and var space)
        {
            collapsed.Append(trimmed[..space]).Append(' ');
            trimmed = trimmed[space..].TrimStart(Spaces);
        }

        return collapsed.Append(trimmed).ToString();
    }

    private static List<Piece> Read(IReadOnlyList<Inline> line, bool isInLink, Marks outer)
    {
        var reader = new LinePieces(isInLink);
        reader.Add(line, outer);
        reader.Flush();
        return reader.pieces;
    }

    private void Add(IReadOnlyList<Inline> line, Marks outer)
    {
        foreach (Inline piece in line) Add(piece, LineReader.Union(Visible(piece.Marks), outer));
    }

    private static Marks Visible(Marks marks) =>
        marks.Color is null && marks.Highlight is null ? marks : new Marks(marks.Flags, Visible(marks.Color), Visible(marks.Highlight));

    private static string? Visible(string? color) => color is null || Collapse(VisibleText.Of(color)) is not { Length: > 0 } visible ? null : visible;

    private void Add(Inline inline, Marks marks)
    {
        switch (inline)
        {
            case Text words:
                AddText(words.Value, marks);
                break;
            case Code code:
                if (LineEnds.Unify(VisibleText.Of(code.Value)).Replace('\n', ' ') is { Length: > 0 } value) AddPiece(new Piece(code, value, marks));
                break;
            case Break:
                AddPiece(new Piece(inline, "", default));
                break;
            case Link link:
                AddLink(link, marks);
                break;
            case Image image:
                string source = Address(image.Address);
                if (source.Length > 0) AddPiece(new Piece(image, source, marks));
                else AddText(image.Alt, marks);
                break;
            case InlineDirective directive when Notation.HoldsMarkdown(directive.Name):
                AddText(directive.Label, marks with { Flags = marks.Flags | Notation.MarkOf(directive.Name) });
                break;
            default:
                AddPiece(new Piece(inline, "", marks));
                break;
        }
    }

    private void AddLink(Link link, Marks marks)
    {
        string address = Address(link.Address);
        if (isInLink || address.Length == 0 || address.StartsWith(Notation.UserScheme, StringComparison.Ordinal))
        {
            Add(link.Inlines, marks);
            return;
        }

        List<Piece> read = Read(link.Inlines, isInLink: true, marks);
        List<Piece> children = Tidy(read);
        if (children.Count == 0)
        {
            AddPiece(read is [{ IsSpace: true }, ..] ? read[0] : new Piece(link, address, marks));
            return;
        }

        // Blanks at its edges are written outside of the link, and so are marks that the whole text has.
        if (read[0].IsSpace) AddPiece(read[0]);

        Marks common = children[0].IsBreak ? default : children[0].Marks;
        foreach (Piece child in children) common = child.IsSpace ? common : Common(common, child.Marks);
        foreach (Piece child in children) child.Marks = Without(child.Marks, common);
        AddPiece(new Piece(link, address, common) { Children = Merge(children) });
        if (read[^1].IsSpace) AddPiece(read[^1]);
    }

    /// <summary>Empty for what no one may follow.</summary>
    private static string Address(string address)
    {
        string visible = Collapse(VisibleText.Of(address)).Trim();
        return LinkSafety.IsDangerous(visible) ? "" : visible;
    }

    private void AddPiece(Piece piece)
    {
        Flush();
        pieces.Add(piece);
    }

    private void AddText(string value, Marks marks)
    {
        if (textMarks != marks) Flush();
        textMarks = marks;
        text.Append(value);
    }

    private void Flush()
    {
        if (text.Length == 0) return;
        string value = VisibleText.Of(text.ToString());
        text.Clear();
        if (value.Length == 0) return;
        if (Spaces.Contains(value[0], StringComparison.Ordinal)) pieces.Add(new Piece(TextNode, " ", textMarks));
        string words = Collapse(value);
        if (words.Length == 0) return;
        pieces.Add(new Piece(TextNode, words, textMarks));
        if (Spaces.Contains(value[^1], StringComparison.Ordinal)) pieces.Add(new Piece(TextNode, " ", textMarks));
    }

    /// <summary>Drops blanks at the ends of lines and doubled ones; a blank between two pieces keeps the marks that both have, and so does a break.</summary>
    private static List<Piece> Tidy(List<Piece> read)
    {
        if (read is [{ IsText: true, IsSpace: false }]) return read;
        var kept = new List<Piece>(read.Count);
        foreach (Piece piece in read)
        {
            bool isLineStart = kept.Count == 0 || kept[^1].IsBreak;
            if (piece.IsSpace && (isLineStart || kept[^1].IsSpace)) continue;
            if (piece.IsBreak && kept.Count > 0 && kept[^1].IsSpace) kept.RemoveAt(kept.Count - 1);
            kept.Add(piece);
        }

        if (kept.Count > 0 && kept[^1].IsSpace) kept.RemoveAt(kept.Count - 1);
        ShareMarks(kept);
        return Merge(kept);
    }

    private static void ShareMarks(List<Piece> pieces)
    {
        for (int i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].IsSpace) pieces[i].Marks = Common(pieces[i].Marks, Common(pieces[i - 1].Marks, pieces[i + 1].Marks));
        }

        for (int i = 1; i < pieces.Count - 1; i++)
        {
            int next = i;
            while (next < pieces.Count && pieces[next].IsBreak) next++;
            if (next == pieces.Count) break;
            if (next == i) continue;
            Marks shared = Common(pieces[i - 1].Marks, pieces[next].Marks);
            for (; i < next; i++) pieces[i].Marks = shared;
        }
    }

    private static List<Piece> Merge(List<Piece> pieces)
    {
        var merged = new List<Piece>(pieces.Count);
        for (int i = 0; i < pieces.Count; i++)
        {
            Piece first = pieces[i];
            if (!Continues(pieces, i))
            {
                merged.Add(first);
                continue;
            }

            var together = new StringBuilder(first.Text);
            while (Continues(pieces, i)) together.Append(pieces[++i].Text);
            merged.Add(new Piece(first.Node, together.ToString(), first.Marks));
        }

        return merged;
    }

    /// <summary>Whether the next piece looks the same. Two pieces of code next to each other could not be told apart by their backticks.</summary>
    private static bool Continues(List<Piece> pieces, int index)
    {
        if (index + 1 == pieces.Count) return false;
        Piece next = pieces[index + 1];
        return pieces[index].Marks == next.Marks && ((pieces[index].IsText && next.IsText) || (pieces[index].Node is Code && next.Node is Code));
    }

    private static Marks Common(Marks one, Marks other) => new(one.Flags & other.Flags, one.Color == other.Color ? one.Color : null, one.Highlight == other.Highlight ? one.Highlight : null);

    private static Marks Without(Marks marks, Marks outer) => new(marks.Flags & ~outer.Flags, marks.Color == outer.Color ? null : marks.Color, marks.Highlight == outer.Highlight ? null : marks.Highlight);
}
