using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Tributary.Markup.Constructs;
using Tributary.Markup.Writing;
using TaskBox = Markdig.Extensions.TaskLists.TaskList;

namespace Tributary.Markup.FromMarkdown;

/// <summary>Markdown (CommonMark, with GitHub's tables, tasks, strikethrough and alerts) to storage format as Confluence's own editor writes it.</summary>
internal sealed partial class StorageWriter
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseTaskLists()
        .UseAutoLinks()
        .UseAlertBlocks()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .Build();

    private readonly StringBuilder storage = new();
    private readonly LossLog losses = new();
    private int tasks;

    public Conversion Write(string markdown)
    {
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig gives up on a nesting that no page has: the words are kept, their structure is not.
            losses.Add("structure nested too deeply");
            Element("p", () => storage.AppendEscaped(markdown));
            return new Conversion(storage.ToString(), losses.ToList());
        }

        Blocks(document);
        return new Conversion(storage.ToString(), losses.ToList());
    }

    private void Blocks(ContainerBlock container)
    {
        foreach (Block block in container) Block(block);
    }

    private void Block(Block block)
    {
        losses.Where = $"line {block.Line + 1}";
        switch (block)
        {
            case HeadingBlock heading:
                Element($"h{heading.Level}", () => Inline(heading.Inline));
                break;
            case ParagraphBlock paragraph:
                Element("p", () => Inline(paragraph.Inline));
                break;
            case AlertBlock alert:
                Macro(Alerts.ToMacro(alert.Kind.ToString()) ?? "info", () => Blocks(alert));
                break;
            case QuoteBlock quote:
                Element("blockquote", () => Blocks(quote));
                break;
            case ListBlock list when IsTaskList(list):
                TaskList(list);
                break;
            case ListBlock list:
                List(list);
                break;
            case ThematicBreakBlock:
                storage.Append("<hr />");
                break;
            case CodeBlock code:
                Code(code);
                break;
            case Table table:
                TableRows(table);
                break;
            case HtmlBlock html:
                losses.Add("raw HTML, kept as text");
                Element("p", () => storage.AppendEscaped(html.Lines.ToString()));
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case ContainerBlock other:
                Blocks(other);
                break;
        }
    }

    private void List(ListBlock list)
    {
        string name = list.IsOrdered ? "ol" : "ul";
        storage.Append('<').Append(name);
        if (list.IsOrdered && list.OrderedStart is { } start && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out int first) && first != 1) storage.AppendAttribute("start", first.ToString(CultureInfo.InvariantCulture));
        storage.Append('>');
        foreach (ListItemBlock item in list.OfType<ListItemBlock>()) Element("li", () => Blocks(item));
        storage.Append("</").Append(name).Append('>');
    }

    /// <summary>Each item begins with a box; a list with other items among them stays a plain list.</summary>
    private static bool IsTaskList(ListBlock list) => !list.IsOrdered && list.All(item => item is ListItemBlock task && IsTask(task));

    private static bool IsTask(ListItemBlock item) => item.Count > 0 && item[0] is ParagraphBlock { Inline.FirstChild: TaskBox } && item.Skip(1).All(block => block is ListBlock nested && IsTaskList(nested));

    private void TaskList(ListBlock list)
    {
        storage.Append("<ac:task-list>");
        foreach (ListItemBlock item in list.OfType<ListItemBlock>())
        {
            var paragraph = (ParagraphBlock)item[0];
            var box = (TaskBox)paragraph.Inline!.FirstChild!;
            box.Remove();
            storage.Append("<ac:task><ac:task-id>").Append(++tasks).Append("</ac:task-id><ac:task-status>").Append(box.Checked ? "complete" : "incomplete").Append("</ac:task-status><ac:task-body>");
            Inline(paragraph.Inline, trimStart: true);
            foreach (Block nested in item.Skip(1)) Block(nested);
            storage.Append("</ac:task-body></ac:task>");
        }

        storage.Append("</ac:task-list>");
    }

    private void Code(CodeBlock code)
    {
        string text = code.Lines.ToString();
        string? language = (code as FencedCodeBlock)?.Info;
        storage.Append("<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\">");
        if (!string.IsNullOrWhiteSpace(language)) storage.Append("<ac:parameter ac:name=\"language\">").AppendEscaped(language).Append("</ac:parameter>");
        storage.Append("<ac:plain-text-body>").AppendCData(text).Append("</ac:plain-text-body></ac:structured-macro>");
    }

    private void TableRows(Table table)
    {
        storage.Append("<table><tbody>");
        foreach (TableRow row in table.OfType<TableRow>())
        {
            storage.Append("<tr>");
            int column = 0;
            foreach (TableCell cell in row.OfType<TableCell>())
            {
                Cell(cell, row.IsHeader ? "th" : "td", column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null);
                column++;
            }

            storage.Append("</tr>");
        }

        storage.Append("</tbody></table>");
    }

    private void Cell(TableCell cell, string name, TableColumnAlign? align) => Element(name, () =>
    {
        if (cell.Count == 0) storage.Append("<p></p>");
        foreach (Block block in cell)
        {
            if (block is ParagraphBlock paragraph && align is TableColumnAlign.Center or TableColumnAlign.Right)
            {
                storage.Append("<p").AppendAttribute("style", align == TableColumnAlign.Center ? "text-align: center;" : "text-align: right;").Append('>');
                Inline(((ParagraphBlock)block).Inline);
                storage.Append("</p>");
            }
            else
            {
                Block(block);
            }
        }
    });

    private void Macro(string name, Action body)
    {
        storage.Append("<ac:structured-macro").AppendAttribute("ac:name", name).Append(" ac:schema-version=\"1\"><ac:rich-text-body>");
        body();
        storage.Append("</ac:rich-text-body></ac:structured-macro>");
    }

    private void Element(string name, Action content)
    {
        storage.Append('<').Append(name).Append('>');
        content();
        storage.Append("</").Append(name).Append('>');
    }
}
