using Tributary.Markup.Model;

namespace Tributary.Markup.Wiki;

/// <summary>What blocks a text may hold.</summary>
internal enum WikiPlace
{
    /// <summary>All of them: the page, or the body of a macro.</summary>
    Page,

    /// <summary>Text, lists and macros. Two breaks in a row part paragraphs, as an empty line would end the table.</summary>
    Cell,

    /// <summary>Text and macros.</summary>
    Item,
}

internal sealed partial class WikiBlockReader(string source)
{
    private int handles;

    /// <summary>Whether macros stand in one another so deep that the text is read as words alone.</summary>
    public bool IsTooDeep { get; private set; }

    public List<Block> Read()
    {
        WikiMacros macros = WikiMacroScanner.Scan(source);
        IsTooDeep = ReferenceEquals(macros, WikiMacros.TooDeep);
        if (!IsTooDeep) return Blocks(0, source.Length, macros, WikiPlace.Page);
        return [new Paragraph([new Text(WikiSyntax.Plain(source), default)]) { Origin = new WikiOrigin(0, source.Length, 0, source.Length) }];
    }

    private List<Block> Blocks(int start, int end, WikiMacros macros, WikiPlace place)
    {
        var blocks = new List<Block>();
        int at = start;
        while ((at = WikiSyntax.SkipSpace(source, at, end)) < end)
        {
            if (macros.NextBlock(at, end) is { } macro && macro.Start == at)
            {
                blocks.Add(Macro(macro));
                at = macro.End;
                continue;
            }

            at = Kind(at, end, place) switch
            {
                WikiLine.Heading => Heading(at, end, macros, blocks),
                WikiLine.Quote => Quote(at, end, macros, blocks),
                WikiLine.Rule => Rule(at, end, blocks),
                WikiLine.List => Lists(at, end, macros, place, blocks),
                WikiLine.Table => Table(at, end, macros, blocks),
                _ => Paragraph(at, end, macros, place, blocks),
            };
        }

        return blocks;
    }

    private WikiLine Kind(int at, int end, WikiPlace place)
    {
        WikiLine line = WikiBlockStart.Of(source, at, end);
        return place == WikiPlace.Page || line == WikiLine.Blank || (line == WikiLine.List && place == WikiPlace.Cell) ? line : WikiLine.Text;
    }

    private int Heading(int at, int end, WikiMacros macros, List<Block> blocks)
    {
        int stop = TextEnd(at, end, macros);
        int bodyStart = WikiSyntax.SkipBlanks(source, at + 3, stop);
        int bodyEnd = WikiSyntax.TrimEnd(source, bodyStart, stop);
        blocks.Add(new Heading(source[at + 1] - '0', Line(bodyStart, bodyEnd, macros)) { Origin = new WikiOrigin(at, bodyEnd, bodyStart, bodyEnd) });
        return stop;
    }

    private int Quote(int at, int end, WikiMacros macros, List<Block> blocks)
    {
        int stop = TextEnd(at, end, macros);
        int bodyStart = WikiSyntax.SkipBlanks(source, at + 3, stop);
        int bodyEnd = WikiSyntax.TrimEnd(source, bodyStart, stop);
        List<Inline> line = Line(bodyStart, bodyEnd, macros);
        List<Block> body = line.Count == 0 ? [] : [new Paragraph(line) { Origin = new WikiOrigin(bodyStart, bodyEnd, bodyStart, bodyEnd) }];
        blocks.Add(new Quote(body) { Origin = new WikiOrigin(at, bodyEnd, bodyStart, bodyEnd) });
        return stop;
    }

    private int Rule(int at, int end, List<Block> blocks)
    {
        int stop = WikiSyntax.LineEnd(source, at, end);
        int ruleEnd = WikiSyntax.TrimEnd(source, at, stop);
        blocks.Add(new Rule { Origin = new WikiOrigin(at, ruleEnd, at, ruleEnd) });
        return stop;
    }

    private int Paragraph(int at, int end, WikiMacros macros, WikiPlace place, List<Block> blocks)
    {
        int stop = TextEnd(at, end, macros);
        while (stop < end && WikiSyntax.IsLineEnd(source[stop]))
        {
            int next = stop + WikiSyntax.LineEndLength(source, stop);
            int text = WikiSyntax.SkipBlanks(source, next, end);
            if (Kind(next, end, place) != WikiLine.Text || macros.NextBlock(text, end)?.Start == text) break;
            stop = TextEnd(text, end, macros);
        }

        int textEnd = WikiSyntax.TrimEnd(source, at, stop);
        List<WikiPiece> pieces = WikiLineReader.Read(source, at, textEnd, macros);
        if (place == WikiPlace.Page) Add(pieces, blocks);
        else AddParted(pieces, blocks);
        return stop;
    }

    private static void Add(List<WikiPiece> pieces, List<Block> blocks)
    {
        List<Inline> line = WikiPiece.ToInlines(pieces);
        if (line.Count == 0) return;
        int first = pieces.FindIndex(piece => piece.Inline is not Break);
        int last = pieces.FindLastIndex(piece => piece.Inline is not Break);
        (int start, int end) = (pieces[first].Start, pieces[last].End);
        blocks.Add(new Paragraph(line) { Origin = new WikiOrigin(start, end, start, end) });
    }

    private static void AddParted(List<WikiPiece> pieces, List<Block> blocks)
    {
        int from = 0;
        for (int i = 0; i + 1 < pieces.Count; i++)
        {
            // A colour is not cut in two: its tags would no longer belong together.
            if (pieces[i] is not { Inline: Break, Color: null } || pieces[i + 1] is not { Inline: Break, Color: null }) continue;
            Add(pieces[from..i], blocks);
            from = i + 1;
        }

        Add(pieces[from..], blocks);
    }

    private List<Inline> Line(int start, int end, WikiMacros macros) => WikiPiece.ToInlines(WikiLineReader.Read(source, start, end, macros));

    /// <summary>Where the text of a line ends: at the end of the line, or where a macro interrupts it. A colour may hold several lines.</summary>
    private int TextEnd(int at, int end, WikiMacros macros) => macros.NextBlock(at, end) is { } macro ? Math.Min(macro.Start, InlineLineEnd(at, macro.Start, macros)) : InlineLineEnd(at, end, macros);

    private int InlineLineEnd(int at, int end, WikiMacros macros)
    {
        int stop = WikiSyntax.LineEnd(source, at, end);
        while (stop < end && macros.InlineAround(stop) is { } color) stop = WikiSyntax.LineEnd(source, Math.Min(color.End, end), end);
        return stop;
    }

    /// <summary>The same with the macros that interrupt it.</summary>
    private int LogicalLineEnd(int at, int end, WikiMacros macros)
    {
        int stop = InlineLineEnd(at, end, macros);
        while (macros.NextBlock(at, stop) is { } macro)
        {
            at = macro.End;
            stop = InlineLineEnd(at, end, macros);
        }

        return stop;
    }
}
