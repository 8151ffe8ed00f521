using System.Text;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;

namespace Tributary.Markup.Wiki;

/// <summary>A word of a line, a run of blanks or a part that is not text, to be compared.</summary>
/// <param name="Start">Where it stands in the old line; 0 for what is new.</param>
internal sealed record WikiWord(Inline Inline, string Value, int Start, int End)
{
    public Marks Marks => Inline.Marks;

    public bool IsBlank => Inline is Text && string.IsNullOrWhiteSpace(Value);

    /// <summary>Blanks look alike however many they are and however they are marked.</summary>
    public (string Value, Marks Marks) Key => IsBlank ? (Value.AsSpan().IndexOfAnyExcept(' ', '\t') < 0 ? " " : Value, default) : (Value, Marks);

    // Longer than what anybody writes without a break or a mark.
    private const int LongText = 20_000;

    /// <param name="others">The words that the line is compared with: of a long text, those that are none of them are taken together.</param>
    public static List<WikiWord> Of(IReadOnlyList<Inline> line, WikiRenderer renderer, List<WikiWord> others)
    {
        var words = new List<WikiWord>();
        var known = new Lazy<HashSet<string>>(() => [.. others.Select(word => word.Value)]);
        foreach (Inline inline in line)
        {
            if (inline is Text text)
            {
                foreach ((int start, int end) in Ranges(text.Value, others, known)) words.Add(new WikiWord(text with { Value = text.Value[start..end] }, VisibleText.Of(text.Value[start..end]), 0, 0));
            }
            else
            {
                words.Add(new WikiWord(inline, Look(inline, renderer), 0, 0));
            }
        }

        return words;
    }

    /// <summary>Letters that stand side by side make a word, though one of them may be escaped.</summary>
    /// <param name="others">The words that the line is compared with: of a long text, those that are none of them are taken together.</param>
    public static List<WikiWord> Of(List<WikiPiece> pieces, WikiRenderer renderer, List<WikiWord> others)
    {
        var words = new List<WikiWord>();
        var known = new Lazy<HashSet<string>>(() => [.. others.Select(word => word.Value)]);
        var text = new StringBuilder();
        var ends = new List<(int Start, int End)>();
        Marks marks = default;
        foreach (WikiPiece piece in pieces)
        {
            if (piece.Inline is not Text || piece.Marks != marks || (ends.Count > 0 && ends[^1].End != piece.Start)) Flush();
            if (piece.Inline is Text { Value: var value })
            {
                marks = piece.Marks;
                for (int i = 0; i < value.Length; i++) ends.Add(piece.IsVerbatim ? (piece.Start + i, piece.Start + i + 1) : i == 0 ? (piece.Start, piece.End) : (piece.End, piece.End));
                text.Append(value);
            }
            else if (piece.Inline is { } inline)
            {
                Inline marked = inline is Break ? inline : inline with { Marks = piece.Marks };
                if (marked is Link { Inlines: [Text { Value: [' ', ..] }, ..] }) AddEdge(piece.Start);
                words.Add(new WikiWord(marked, Look(marked, renderer), piece.Start, piece.End));
                if (marked is Link { Inlines: [.., Text { Value: [.., ' '] }] }) AddEdge(piece.End);
            }
        }

        Flush();
        return words;

        // A blank at the edge of a link is shown beside it.
        void AddEdge(int at) => words.Add(new WikiWord(new Text(" ", default), " ", at, at));

        void Flush()
        {
            string run = text.ToString();
            foreach ((int start, int end) in Ranges(run, others, known)) words.Add(new WikiWord(new Text(run[start..end], marks), VisibleText.Of(run[start..end]), ends[start].Start, ends[end - 1].End));
            text.Clear();
            ends.Clear();
        }
    }

    private static IEnumerable<(int Start, int End)> Ranges(string text, List<WikiWord> others, Lazy<HashSet<string>> known) =>
        text.Length > LongText && others.Count > 0 ? Words.Of(text, known.Value) : Words.Of(text);

    /// <summary>What is no text is told apart by how it would be written alone.</summary>
    private static string Look(Inline inline, WikiRenderer renderer)
    {
        if (inline is Break) return "\n";
        var text = new StringBuilder("\0");
        renderer.LinePart([inline is Link link ? link with { Marks = default } : inline with { Marks = default }], text, WikiPlace.Item, default);
        return text.ToString();
    }
}
