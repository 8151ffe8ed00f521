using System.Text;
using Tributary.Markup.Model;
using Tributary.Markup.Reading;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Storage;

/// <summary>
/// Reads the inside of a paragraph, heading or link as pieces with flat marks. White space shrinks as HTML shows it: none at the ends, one blank between words,
/// and that blank carries the marks that both its neighbours have.
/// </summary>
internal sealed partial class LineReader(Handles? handles)
{
    private readonly StringBuilder text = new();
    private Marks textMarks;
    private List<Inline> pieces = [];
    private Marks marks;
    private bool isCode;

    // The last piece with what other elements of code right behind it say.
    private StringBuilder? moreCode;
    private bool isInLink;

    // A blank was read and waits for what comes after it.
    private bool isSpacePending;

    // A blank was read before the first piece: of a link, it belongs in front of the link.
    private bool hasLeadingSpace;

    public IReadOnlyList<Inline> Read(IReadOnlyList<StorageNode> nodes)
    {
        if (nodes is [StorageText only] && IsTidy(only.Value)) return [new Text(only.Value, default)];
        ReadNodes(nodes);
        FlushText();
        CloseCode();
        TrimEnds();
        return pieces;
    }

    // Most lines are words alone that a reader sees as they are.
    private static bool IsTidy(string words) =>
        words.Length > 0 && char.IsLetterOrDigit(words[0]) && words[^1] > ' ' && words.AsSpan().IndexOfAny("\t\n\r") < 0 && !words.Contains("  ", StringComparison.Ordinal);

    private void TrimEnds()
    {
        int last = pieces.FindLastIndex(piece => !IsBlank(piece));
        if (last + 1 < pieces.Count) pieces.RemoveRange(last + 1, pieces.Count - last - 1);
        int first = pieces.FindIndex(piece => !IsBlank(piece));
        if (first > 0) pieces.RemoveRange(0, first);

        // A blank next to what was taken away is at an end now.
        if (pieces is [Text { Value: [' ', ..] } start, ..]) pieces[0] = start with { Value = start.Value.TrimStart(' ') };
        if (pieces is [.., Text { Value: [.., ' '] } end]) pieces[^1] = end with { Value = end.Value.TrimEnd(' ') };
    }

    // At the ends of a line neither breaks nor characters that show nothing count.
    private static bool IsBlank(Inline piece) => piece is Break || (piece is Text text && !char.IsLetterOrDigit(text.Value[0]) && Whitespace.IsBlank(VisibleText.Of(text.Value)));

    /// <summary>False for what looks like an empty line.</summary>
    public static bool IsVisible(IReadOnlyList<Inline> line)
    {
        foreach (Inline piece in line)
        {
            if (piece is Text words ? IsVisible(words.Value) : piece is not Break) return true;
        }

        return false;
    }

    private static bool IsVisible(string words)
    {
        int first = words.AsSpan().IndexOfAnyExcept(" \u00A0");
        return first >= 0 && (char.IsLetterOrDigit(words[first]) || VisibleText.Of(words).AsSpan().IndexOfAnyExcept(" \u00A0") >= 0);
    }

    private void ReadNodes(IReadOnlyList<StorageNode> nodes)
    {
        foreach (StorageNode node in nodes)
        {
            if (node is StorageText words) AddText(words.Value);
            else if (node is StorageElement element) ReadElement(element);
        }
    }

    private void AddText(string value)
    {
        if (isCode)
        {
            AddCode(value);
            return;
        }

        ReadOnlySpan<char> rest = value;
        while (!rest.IsEmpty)
        {
            int space = rest.IndexOfAny(Whitespace.Characters);
            if (space != 0) AddWord(space < 0 ? rest : rest[..space]);
            if (space < 0) return;
            isSpacePending = true;
            rest = rest[space..].TrimStart(Whitespace.Characters);
        }
    }

    private void AddWord(ReadOnlySpan<char> word)
    {
        AddPendingSpace(marks);
        if (text.Length > 0 && textMarks != marks) FlushText();
        textMarks = marks;
        text.Append(word);
    }

    private void AddPendingSpace(Marks next)
    {
        if (!isSpacePending) return;
        isSpacePending = false;
        if (text.Length == 0 && (pieces.Count == 0 || pieces[^1] is Break))
        {
            hasLeadingSpace |= pieces.Count == 0;
            return;
        }

        Marks shared = Common(text.Length > 0 ? textMarks : pieces[^1].Marks, next);
        if (text.Length > 0 && textMarks != shared) FlushText();
        textMarks = shared;
        text.Append(' ');
    }

    private void FlushText()
    {
        if (text.Length == 0) return;
        AddPiece(new Text(text.ToString(), textMarks));
        text.Clear();
    }

    private void AddPiece(Inline piece)
    {
        CloseCode();
        pieces.Add(piece);
    }

    private void CloseCode()
    {
        if (moreCode is not null) pieces[^1] = (Code)pieces[^1] with { Value = moreCode.ToString() };
        moreCode = null;
    }

    private void Add(Inline piece)
    {
        AddPendingSpace(piece.Marks);
        FlushText();
        AddPiece(piece);
    }

    private void AddBreak(StorageElement element)
    {
        isSpacePending = false;
        FlushText();
        AddPiece(new Break { Origin = StorageOrigin.Of(element) });
    }

    // Blanks count within code, but a line of Markdown cannot end there.
    private void AddCode(string value)
    {
        if (value.Length == 0) return;
        AddPendingSpace(marks);
        FlushText();
        string code = value.Replace('\n', ' ');
        if (pieces is [.., Code before] && before.Marks == marks) (moreCode ??= new StringBuilder(before.Value)).Append(code);
        else AddPiece(new Code(code, marks));
    }

    private static Marks Common(Marks one, Marks other) =>
        one == other ? one : new Marks(one.Flags & other.Flags, one.Color == other.Color ? one.Color : null, one.Highlight == other.Highlight ? one.Highlight : null);

    private static Marks Without(Marks all, Marks outer) =>
        new(all.Flags & ~outer.Flags, all.Color == outer.Color ? null : all.Color, all.Highlight == outer.Highlight ? null : all.Highlight);
}
