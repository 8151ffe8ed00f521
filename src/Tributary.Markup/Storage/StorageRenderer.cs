using System.Text;
using Tributary.Markup.Constructs.CodeBlocks;
using Tributary.Markup.Constructs.Dates;
using Tributary.Markup.Constructs.Emoji;
using Tributary.Markup.Constructs.Headings;
using Tributary.Markup.Constructs.Layouts;
using Tributary.Markup.Constructs.Lists;
using Tributary.Markup.Constructs.Macros;
using Tributary.Markup.Constructs.Maths;
using Tributary.Markup.Constructs.Opaque;
using Tributary.Markup.Constructs.Panels;
using Tributary.Markup.Constructs.Paragraphs;
using Tributary.Markup.Constructs.Placeholders;
using Tributary.Markup.Constructs.Quotes;
using Tributary.Markup.Constructs.Tables;
using Tributary.Markup.Markdown;
using Tributary.Markup.Model;
using Tributary.Markup.Reading;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Storage;

/// <summary>Writes what is new as Confluence's own editor would have stored it.</summary>
internal sealed class StorageRenderer(LossLog losses)
{
    // A block is two elements at most, and a line within it has room enough for its marks and links.
    private const int Deepest = (Limits.Depth / 2) - 10;

    private int depth;

    public LossLog Losses => losses;

    /// <summary>New tasks count on from here; set it to the highest id that the page has.</summary>
    public int LastTaskId { get; set; }

    /// <summary>Of new tables; null leaves it to Confluence.</summary>
    public TableLayout? TableLayout { get; init; }

    /// <summary>Writes a block that has an origin; where there is no page to take it from, it is written like a new one.</summary>
    public Action<Block, StringBuilder>? Original { get; init; }

    /// <summary>The source of a macro within a line that has a handle; null where it has none.</summary>
    public Func<InlineDirective, string?>? InlineOriginal { get; init; }

    public void Write(Block block, StringBuilder to)
    {
        losses.At(block.Line);
        if (depth > 0 && block is Directive part && LayoutConstruct.IsLayout(part))
        {
            LayoutConstruct.Release(part, this, to);
            return;
        }

        if (Original is not null && block.Origin is not null)
        {
            Original(block, to);
            return;
        }

        if (block is ContainerBlock container && depth >= Deepest)
        {
            losses.Add("structure nested too deeply");
            WriteBlocks(container.Blocks, to);
            return;
        }

        depth++;
        WriteShell(block, to);
        depth--;
    }

    private void WriteShell(Block block, StringBuilder to)
    {
        switch (block)
        {
            case Paragraph paragraph: ParagraphConstruct.Write(paragraph, this, to); break;
            case Heading heading: HeadingConstruct.Write(heading, this, to); break;
            case Rule: to.Append("<hr />"); break;
            case Quote quote: QuoteConstruct.Write(quote, this, to); break;
            case Alert alert: PanelConstruct.Write(alert, this, to); break;
            case CodeBlock code: CodeConstruct.Write(code, to); break;
            case ListBlock { Kind: ListKind.Task } tasks: TaskListConstruct.Write(tasks, this, to); break;
            case ListBlock list: ListConstruct.Write(list, this, to); break;
            case ListItem { IsDone: not null } task: TaskListConstruct.WriteTask(task, this, to); break;
            case ListItem item: ListConstruct.WriteItem(item, this, to); break;
            case Table table: TableConstruct.Write(table, this, to); break;
            case TableRow row: TableConstruct.WriteRow(row, this, to); break;
            case TableCell cell: TableConstruct.WriteCell(cell, this, to); break;
            case Directive directive: Write(directive, to); break;
        }
    }

    public void WriteBlocks(IEnumerable<Block> blocks, StringBuilder to)
    {
        foreach (Block block in blocks) Write(block, to);
    }

    /// <summary>As the only content of an element; the editor leaves an empty paragraph where there is nothing.</summary>
    public void WriteContent(IReadOnlyList<Block> blocks, StringBuilder to)
    {
        if (blocks.Count == 0) to.Append("<p />");
        else WriteBlocks(blocks, to);
    }

    public void Write(IReadOnlyList<Inline> line, StringBuilder to) => new LineRenderer(this, to).Write(line);

    public void Write(InlineDirective directive, StringBuilder to)
    {
        if (InlineOriginal?.Invoke(directive) is { } original)
        {
            to.Append(original);
            return;
        }

        switch (directive.Name)
        {
            case DateConstruct.Name: DateConstruct.Write(directive, this, to); break;
            case EmojiConstruct.Name: EmojiConstruct.Write(directive, to); break;
            case MathConstruct.Name: MathConstruct.Write(directive, to); break;
            case PlaceholderConstruct.Placeholder or PlaceholderConstruct.Variable: PlaceholderConstruct.Write(directive, to); break;
            case OpaqueConstruct.Name: OpaqueConstruct.Write(directive, this); break;
            case var name when !Notation.CanBeMacro(name):
                losses.Add(OutOfPlace(name));
                to.AppendEscaped(directive.Label);
                break;
            default: MacroConstruct.Write(directive, to); break;
        }
    }

    private void Write(Directive directive, StringBuilder to)
    {
        if (LayoutConstruct.IsLayout(directive))
        {
            LayoutConstruct.Write(directive, this, to);
        }
        else if (directive.Name == OpaqueConstruct.Name)
        {
            OpaqueConstruct.Write(directive, this, to);
        }
        else if (directive.Body is null && BelongsInLine(directive))
        {
            to.Append("<p>");
            Write(new InlineDirective(directive.Name, directive.Label, directive.Attributes, directive.Handle, default), to);
            to.Append("</p>");
        }
        else if (!Notation.CanBeMacro(directive.Name))
        {
            losses.Add(OutOfPlace(directive.Name));
            if (directive.Label.Length > 0) to.Append("<p>").AppendEscaped(directive.Label).Append("</p>");
            WriteBlocks(directive.Blocks, to);
        }
        else
        {
            MacroConstruct.Write(directive, this, to);
        }
    }

    // A word of the notation is no macro's name: whoever opens a row in no table has lost a line on the way.
    private static string OutOfPlace(string name) => $"'{name}' where it stands for nothing, kept as what it holds";

    private static bool BelongsInLine(Directive directive) =>
        directive.Name is DateConstruct.Name or EmojiConstruct.Name or MathConstruct.Name or PlaceholderConstruct.Placeholder or PlaceholderConstruct.Variable
        || MacroKind.IsInline(directive.Name, isOneIssue: directive.Label.Length > 0);
}
