using System.Text;
using Tributary.Markup.Model;

namespace Tributary.Markup.Wiki;

/// <summary>A part of a line and the characters it was read from. Markup that only says how others look has no <see cref="Inline"/>.</summary>
/// <param name="isVerbatim">A text whose characters are those of the source.</param>
internal sealed class WikiPiece(Inline? inline, int start, int end, bool isVerbatim = false)
{
    public Inline? Inline { get; private set; } = inline;

    public int Start { get; } = start;

    public int End { get; } = end;

    public bool IsVerbatim { get; } = isVerbatim;

    public Mark Flags { get; set; }

    public string? Color { get; set; }

    public Marks Marks => new(Flags, Color);

    /// <summary>The closing sign of an opening one, and the other way round.</summary>
    public WikiPiece? Partner { get; private set; }

    public void BelongTo(WikiPiece other) => (Partner, other.Partner) = (other, this);

    /// <summary>What was taken for text is markup after all.</summary>
    public void Hide() => Inline = null;

    /// <summary>The pieces as the model has them. Breaks and blanks at either end of a line part nothing, so no reader sees them; those of a part of one are seen.</summary>
    public static List<Inline> ToInlines(List<WikiPiece> pieces, bool isWholeLine = true)
    {
        var line = new List<Inline>();
        var text = new StringBuilder();
        Marks marks = default;
        foreach (WikiPiece piece in pieces)
        {
            switch (piece.Inline)
            {
                case null:
                case Break when line.Count == 0 && text.Length == 0:
                    continue;
                case Text words:
                    if (text.Length > 0 && marks != piece.Marks) Flush();
                    marks = piece.Marks;
                    text.Append(isWholeLine && line.Count == 0 && text.Length == 0 ? words.Value.TrimStart(WikiSyntax.Blanks) : words.Value);
                    continue;
                default:
                    Flush();
                    line.Add(piece.Inline is Break ? piece.Inline : piece.Inline with { Marks = piece.Marks });
                    continue;
            }
        }

        Flush();
        while (line.Count > 0 && line[^1] is Break) line.RemoveAt(line.Count - 1);
        if (isWholeLine && line.Count > 0 && line[^1] is Text last) line[^1] = last with { Value = last.Value.TrimEnd(WikiSyntax.Blanks) };
        if (line.Count > 0 && line[^1] is Text { Value.Length: 0 }) line.RemoveAt(line.Count - 1);
        return line;

        void Flush()
        {
            if (text.Length == 0) return;
            line.Add(new Text(text.ToString(), marks));
            text.Clear();
        }
    }
}
