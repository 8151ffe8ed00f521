using Tributary.Markup.Markdown;
using Tributary.Markup.Model;

namespace Tributary.Markup.Edits;

/// <summary>A piece of a line with the letters that it takes there. What is no text takes one.</summary>
/// <param name="Marks">With those of the link.</param>
/// <param name="Link">The link that it stands in. A link without text is itself a piece.</param>
internal readonly record struct LinePiece(Inline Inline, Marks Marks, Link? Link, int Start, int End)
{
    public Look Look => new(Marks, Inline is Code, Link);

    public bool IsObject => Inline is not (Text or Code or Break);

    public static List<LinePiece> Of(IReadOnlyList<Inline> line)
    {
        var pieces = new List<LinePiece>(line.Count);
        Add(line, null);
        return pieces;

        void Add(IReadOnlyList<Inline> inlines, Link? link)
        {
            foreach (Inline inline in inlines)
            {
                if (inline is Link { Inlines.Count: > 0 } inner)
                {
                    Add(inner.Inlines, link ?? inner);
                    continue;
                }

                int start = pieces.Count > 0 ? pieces[^1].End : 0;
                Marks marks = link is null || inline is Break ? inline.Marks : link.Marks.And(inline.Marks);
                pieces.Add(new LinePiece(inline, marks, link, start, start + (LineText.Letters(inline)?.Length ?? 1)));
            }
        }
    }

    /// <summary>The place of the piece that holds a letter.</summary>
    public static int IndexAt(List<LinePiece> pieces, int letter)
    {
        int low = 0, high = pieces.Count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (pieces[middle].End <= letter) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>What an object says in Markdown, whichever it is on the page and whatever it looks like.</summary>
    public static string Said(Inline piece) => MarkdownWriter.Canonical([piece switch
    {
        InlineDirective directive => directive with { Handle = null, Attributes = Ordered(directive.Attributes), Marks = default },
        Image image => image with { Attributes = Ordered(image.Attributes), Marks = default },
        _ => piece with { Marks = default },
    }]);

    private static IReadOnlyList<DirectiveAttribute> Ordered(IReadOnlyList<DirectiveAttribute> attributes) =>
        attributes.Count < 2 ? attributes : [.. attributes.OrderBy(attribute => attribute.Name, StringComparer.Ordinal)];
}
