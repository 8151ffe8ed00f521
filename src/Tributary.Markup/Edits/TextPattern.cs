using System.Text;
using Tributary.Markup.Model;

namespace Tributary.Markup.Edits;

/// <summary>What is looked for in a line: letters, and what is asked of the look of each, and of what is no text.</summary>
internal sealed class TextPattern
{
    private readonly List<LinePiece>? pieces;

    /// <param name="letters">As a reader sees them, whatever they look like.</param>
    public TextPattern(string letters) => Letters = Plain(VisibleText.Of(letters));

    /// <param name="line">As Markdown shows it.</param>
    public TextPattern(TextBlock line)
    {
        pieces = LinePiece.Of(line.Inlines);
        Level = line is Heading heading ? heading.Level : 0;
        Letters = Plain(LineText.Of(line.Inlines));
        Asked = pieces.Exists(piece => !piece.Look.IsPlain) ? [.. pieces.SelectMany(piece => Enumerable.Repeat(piece.Look, piece.End - piece.Start))] : null;
    }

    private TextPattern(string letters, List<LinePiece>? pieces, int level) => (Letters, this.pieces, Level) = (letters, pieces, level);

    public string Letters { get; }

    /// <summary>Of the heading that it is written as; 0 where it is none.</summary>
    public int Level { get; }

    /// <summary>For each letter; null where nothing is asked.</summary>
    public IReadOnlyList<Look>? Asked { get; }

    public IEnumerable<Inline> Objects => pieces?.Where(piece => piece.IsObject).Select(piece => piece.Inline) ?? [];

    /// <summary>The same letters and objects, whatever they look like and wherever they lead.</summary>
    public TextPattern WithoutLook() => new(Letters, pieces is null ? null : [.. pieces.Select(piece => piece with { Inline = Plain(piece.Inline), Marks = default, Link = null })], Level);

    private static Inline Plain(Inline piece) => piece is Code code ? new Text(code.Value, default) : piece;

    /// <summary>Code has no look and holds no objects.</summary>
    public bool FitsCode => Asked is null && Level == 0 && pieces?.Exists(piece => piece.Inline is not Text) != true;

    public bool Fits(TextBlock line) => Level == 0 || (line is Heading heading && heading.Level == Level);

    /// <summary>Whether the letters of a line that are the same look as it is asked, and its objects say the same.</summary>
    /// <param name="places">For each letter of the pattern its place in the line.</param>
    public bool Fits(List<LinePiece> line, ReadOnlySpan<int> places)
    {
        (int Wanted, int There) last = (-1, -1);
        for (int i = 0, wanted = 0; i < places.Length; i++)
        {
            while (pieces is not null && pieces[wanted].End <= i) wanted++;
            int there = LinePiece.IndexAt(line, places[i]);
            if ((wanted, there) == last) continue;
            last = (wanted, there);
            if (!Fits(pieces?[wanted], line[there])) return false;
        }

        return true;
    }

    private static bool Fits(LinePiece? wanted, LinePiece there)
    {
        if (wanted is not { } piece) return !there.IsObject;
        if (piece.IsObject != there.IsObject || piece.Inline is Break != there.Inline is Break || !there.Look.Has(piece.Look)) return false;
        if (!piece.IsObject) return true;
        string? handle = (piece.Inline as InlineDirective)?.Handle;
        return (handle is null || (there.Inline as InlineDirective)?.Handle == handle) && LinePiece.Said(piece.Inline) == LinePiece.Said(there.Inline);
    }

    /// <summary>A blank that does not break looks as any other; each letter stays one letter.</summary>
    public static string Plain(string text) => text.AsSpan().IndexOfAny('\u00A0', '\u202F', '\t') < 0
        ? text
        : new StringBuilder(text).Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace('\t', ' ').ToString();
}
