using System.Text;
using Tributary.Markup.Model;
using Tributary.Markup.Writing;
using Inline = Tributary.Markup.Model.Inline;
using Marks = Tributary.Markup.Model.Marks;

namespace Tributary.Markup.Wiki;

/// <summary>Writes what is new as people write it in Jira. Origins are not looked at.</summary>
internal sealed partial class WikiRenderer(LossLog losses, string newLine)
{
    /// <summary>Parts paragraphs where no empty line may stand.</summary>
    private const string TightGap = @"\\ \\ ";

    public const string Nothing = @"\\";

    private int depth;

    /// <summary>A bar would end the cell that is written.</summary>
    public bool InCell { get; set; }

    public void Write(IReadOnlyList<Block> blocks, StringBuilder to, WikiPlace place, string marker = "")
    {
        Block? before = null;
        foreach (Block block in blocks)
        {
            foreach (Block fitting in Fit(block, place))
            {
                if (before is not null) to.Append(Separator(before, fitting, place));
                else if (place == WikiPlace.Item && NeedsLine(fitting)) to.Append(Nothing).Append(newLine);
                Write(fitting, to, place, marker);
                before = fitting;
            }
        }
    }

    /// <summary>Whether a block cannot begin on the line of its item.</summary>
    public static bool NeedsLine(Block block) => block is ListBlock || (block is Directive && !WikiMacroScanner.IsKnown(Parts(block).Name));

    /// <summary>What parts two neighbours so that they are read as two.</summary>
    public string Separator(Block before, Block block, WikiPlace place)
    {
        if (place == WikiPlace.Page) return newLine + newLine;
        if (before is ListBlock && (block is not ListBlock list || (list.Kind == ListKind.Ordered) == (((ListBlock)before).Kind == ListKind.Ordered))) losses.Add("what follows a list within a list or cell, joined to it");
        return before is Paragraph && block is Paragraph ? TightGap : newLine;
    }

    public void Write(Block block, StringBuilder to, WikiPlace place, string marker)
    {
        losses.At(block.Line);
        switch (block)
        {
            case Paragraph paragraph: Line(paragraph.Inlines, to, place, guardStart: true); break;
            case Heading heading: Heading(heading, to); break;
            case Rule: to.Append("----"); break;
            case Quote quote: Quote(quote, to); break;
            case CodeBlock code: Code(code, to); break;
            case ListBlock list: List(list, to, marker); break;
            case ListItem item: Item(item, to, marker); break;
            case Table table: Table(table, to); break;
            case TableRow row: Row(row.Blocks, to); break;
            case TableCell cell: Cell(cell, to); break;
            case Alert or Directive: Macro((ContainerBlock)block, to); break;
        }
    }

    public void Line(IReadOnlyList<Inline> line, StringBuilder to, WikiPlace place, bool guardStart) =>
        new WikiLineWriter(to, losses, isCell: InCell, lineBreak: place == WikiPlace.Page ? newLine : Nothing).Write(line, guardStart);

    /// <summary>A part of a line that goes on, within marks that have begun.</summary>
    public void LinePart(IReadOnlyList<Inline> part, StringBuilder to, WikiPlace place, Marks around) =>
        new WikiLineWriter(to, losses, isCell: InCell, lineBreak: place == WikiPlace.Page ? newLine : Nothing).WritePart(part, around);

    public static string HeadingStart(Heading heading) => $"h{heading.Level}. ";

    private void Heading(Heading heading, StringBuilder to)
    {
        to.Append(HeadingStart(heading));
        int start = to.Length;
        Line(heading.Inlines, to, WikiPlace.Item, guardStart: false);
        if (to.Length == start) to.Append(Nothing);
    }

    /// <summary>What takes the block's place where wiki markup has no such block; the block itself where it has.</summary>
    public IEnumerable<Block> Fit(Block block, WikiPlace place)
    {
        switch (block)
        {
            case TextBlock { Inlines: var line } and not Model.Heading when !HasText(line):
            case ListBlock { Blocks.Count: 0 } or Table { Blocks.Count: 0 }:
                return [];
            case Heading heading when place != WikiPlace.Page:
                losses.Add("heading in a list or table, written as strong text");
                return HasText(heading.Inlines) ? [new Paragraph([.. heading.Inlines.Select(Strong)])] : [];
            case Rule when place != WikiPlace.Page:
                losses.Add("rule in a list or table");
                return [];
            case Table table when place != WikiPlace.Page:
                losses.Add("table in a list or table, written as lines");
                return table.Blocks.OfType<TableRow>().SelectMany(row => row.Blocks.OfType<TableCell>()).SelectMany(cell => cell.Blocks).SelectMany(inner => Fit(inner, place));
            case ContainerBlock container when depth >= WikiMacroScanner.MaxDepth - 2:
                losses.Add("structure nested too deeply");
                return [new Paragraph([new Text(PlainText(container), default)])];
            case Directive directive when LossOf(directive, place) is { } loss:
                losses.Add(loss);
                Block[] label = directive.Label.Length > 0 ? [new Paragraph([new Text(directive.Label, default)])] : [];
                return label.Concat(directive.Blocks.SelectMany(inner => Fit(inner, place)));
            case Quote quote when Names.Contains("quote") && !IsShort(quote, place):
                losses.Add("quote in a quote");
                return quote.Blocks.SelectMany(inner => Fit(inner, place));
            default:
                return [block];
        }
    }

    private static Inline Strong(Inline inline) => inline is Break ? inline : inline with { Marks = inline.Marks with { Flags = inline.Marks.Flags | Mark.Strong } };

    private static bool HasText(IReadOnlyList<Inline> line) => line.Any(inline => inline switch
    {
        Text text => text.Value.AsSpan().IndexOfAnyExcept(WikiSyntax.Blanks.AsSpan()) >= 0,
        Code code => code.Value.Length > 0,
        _ => inline is not Break,
    });

    private static string PlainText(Block block)
    {
        var words = new List<string>();
        var pending = new Stack<Block>([block]);
        while (pending.TryPop(out Block? next))
        {
            if (next is TextBlock text) words.Add(string.Concat(text.Inlines.Select(inline => inline switch { Text plain => plain.Value, Code code => code.Value, Link link => link.Address, _ => " " })));
            else if (next is CodeBlock code) words.Add(code.Code);
            else if (next is ContainerBlock container) foreach (Block child in container.Blocks.Reverse()) pending.Push(child);
        }

        return string.Join(' ', words);
    }
}
