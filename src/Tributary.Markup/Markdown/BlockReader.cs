using System.Globalization;
using Markdig.Syntax;
using Tributary.Markup.Markdown.Parsing;
using Tributary.Markup.Model;
using LossLog = Tributary.Markup.Writing.LossLog;
using Nodes = Markdig.Syntax;

namespace Tributary.Markup.Markdown;

/// <summary>Blocks as Markdig parsed them to blocks of the model.</summary>
internal sealed class BlockReader(string markdown, LossLog losses)
{
    private readonly LineReader lines = new(losses, markdown.Length);

    public void Read(Nodes.Block block, List<Model.Block> to)
    {
        // A table is known by its second line.
        int first = to.Count, at = block is TableBlock ? block.Line : block.Line + 1;
        losses.Line = at;
        switch (block)
        {
            case HeadingBlock heading:
                to.Add(new Heading(heading.Level, lines.Read(heading.Inline)));
                break;
            case ParagraphBlock paragraph:
                if (paragraph.ContainsData(TableParser.UnfitDashes)) losses.Add("table whose line of dashes does not fit the one above, kept as text");
                if (lines.Read(paragraph.Inline) is { Count: > 0 } line) to.Add(new Paragraph(line));
                break;
            case QuoteBlock quote:
                to.Add(ReadQuote(quote));
                break;
            case Nodes.ListBlock list:
                to.Add(ReadList(list));
                break;
            case ThematicBreakBlock:
                to.Add(new Rule());
                break;
            case FencedCodeBlock fence:
                to.Add(CodeInfo.Read(fence.Arguments ?? "", CodeLines.Of(fence, markdown)));
                break;
            case Nodes.CodeBlock code:
                to.Add(new Model.CodeBlock("", code.Lines.ToString(), []));
                break;
            case TableBlock table:
                to.Add(new TableReader(lines, losses).Read(table));
                break;
            case DirectiveBlock { HasBody: true, Head.Name: DirectiveTables.Name } table:
                to.Add(DirectiveTables.Read(ReadAll(table)));
                break;
            case DirectiveBlock directive:
                DirectiveHead head = directive.Head;
                to.Add(new Directive(head.Name, head.Label, head.Attributes, head.Handle, directive.HasBody ? ReadAll(directive) : null));
                break;
            case FootnoteBlock note:
                ReadNote(note, to);
                break;
            case HtmlBlock html:
                ReadHtml(html, to);
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case Nodes.ContainerBlock other:
                foreach (Nodes.Block child in other) Read(child, to);
                break;
        }

        for (int i = first; i < to.Count; i++)
        {
            if (to[i].Line == 0) to[i] = to[i] with { Line = at };
        }
    }

    private void ReadNote(FootnoteBlock note, List<Model.Block> to)
    {
        List<Model.Block> blocks = ReadAll(note);
        bool startsWithText = blocks is [Paragraph, ..];
        to.Add(new Paragraph([.. Notes.Lead(note.Name, note.Number), .. startsWithText ? ((Paragraph)blocks[0]).Inlines : []]));
        to.AddRange(startsWithText ? blocks.Skip(1) : blocks);
    }

    private List<Model.Block> ReadAll(Nodes.ContainerBlock container)
    {
        var blocks = new List<Model.Block>(container.Count);
        foreach (Nodes.Block child in container) Read(child, blocks);
        return blocks;
    }

    private Model.Block ReadQuote(QuoteBlock quote)
    {
        if (quote.Count == 0 || quote[0] is not ParagraphBlock { Inline.FirstChild: AlertInline alert }) return new Quote(ReadAll(quote));
        var blocks = new List<Model.Block>(quote.Count);
        if (lines.Read(alert.NextSibling) is { Count: > 0 } line) blocks.Add(new Paragraph(line));
        foreach (Nodes.Block child in quote.Skip(1)) Read(child, blocks);
        return new Alert(alert.Kind, alert.Title, blocks);
    }

    private Model.ListBlock ReadList(Nodes.ListBlock list)
    {
        bool isTasks = !list.IsOrdered && list.All(item => item is ListItemBlock { Count: > 0 } task && BoxOf(task) is not null);
        var items = new List<Model.Block>(list.Count);
        foreach (ListItemBlock item in list.OfType<ListItemBlock>())
        {
            // Within another list a box is text again.
            bool? isDone = isTasks ? BoxOf(item)!.IsDone : null;
            if (isTasks) BoxOf(item)!.Remove();
            items.Add(new ListItem(isDone, ReadAll(item)) { Line = item.Line + 1 });
        }

        bool hasStart = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out int start) && list.IsOrdered;
        return new Model.ListBlock(isTasks ? ListKind.Task : list.IsOrdered ? ListKind.Ordered : ListKind.Bullet, hasStart ? start : 1, items);
    }

    private static BoxInline? BoxOf(ListItemBlock item) => item[0] is ParagraphBlock { Inline.FirstChild: BoxInline box } ? box : null;

    private void ReadHtml(HtmlBlock html, List<Model.Block> to)
    {
        string text = html.Lines.ToString().Trim();
        if (HtmlTag.IsLineBreak(text))
        {
            to.Add(new Paragraph([new Break()]));
            return;
        }

        losses.Add("raw HTML, kept as text");
        var line = new List<Model.Inline>();
        foreach (string part in text.Split('\n'))
        {
            if (line.Count > 0) line.Add(new Break());
            line.Add(new Text(part.Trim(), default));
        }

        to.Add(new Paragraph(line));
    }
}
