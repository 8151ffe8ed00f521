using Tributary.Markup.Constructs;
using Tributary.Markup.Model;
using LossLog = Tributary.Markup.Writing.LossLog;

namespace Tributary.Markup.Adf;

/// <summary>Writes blocks as new nodes. What the schema does not allow where it stands gives way to what it holds, and is told.</summary>
internal partial class AdfRenderer(LossLog losses)
{
    // Each level is a node and its content; the marks and parameters of the last one need the rest of the 256 levels that are read.
    private const int DeepestNode = 110;

    protected const string HeadingAsParagraph = "heading where none may stand, kept as a paragraph";

    private int depth;
    private int localIds;

    protected LossLog Losses => losses;

    protected AdfLineRenderer Lines { get; } = new(losses);

    /// <summary>What the ids of new tasks begin with.</summary>
    protected string IdPrefix { get; set; } = "local-";

    public string Write(Document document) => $"{{\"version\":1,\"type\":\"doc\",\"content\":[{string.Join(',', Content(document.Blocks, AdfPlace.Document))}]}}";

    /// <summary>At least one block, for what may not be empty.</summary>
    protected List<string> Content(IReadOnlyList<Block> blocks, AdfBlocks place)
    {
        var content = new List<string>();
        AddAll(blocks, place, content);
        if (content.Count == 0) content.Add(AdfJson.Node("paragraph"));
        return content;
    }

    protected void AddAll(IReadOnlyList<Block> blocks, AdfBlocks place, List<string> to)
    {
        depth++;
        foreach (Block block in blocks)
        {
            if (depth <= DeepestNode || block is TextBlock) Add(block, place, to);
            else AddWords(block, "structure nested too deeply", place, to);
        }

        depth--;
    }

    protected virtual void Add(Block block, AdfBlocks place, List<string> to) => AddNew(block, place, to);

    /// <summary>The nodes of a line. An origin lets what is still said keep its nodes.</summary>
    protected virtual List<string> Line(IReadOnlyList<Inline> line, Origin? origin) => Lines.Write(AdfLeaf.Of(line));

    protected void AddNew(Block block, AdfBlocks place, List<string> to)
    {
        losses.At(block.Line);
        switch (block)
        {
            case Paragraph paragraph:
                AddParagraph(paragraph, place, to);
                break;
            case Heading heading when place.HasFlag(AdfBlocks.Heading):
                to.Add(AdfJson.Node("heading", new AdfAttributes().Add("level", heading.Level), Line(heading.Inlines, heading.Origin)));
                break;
            case Heading heading:
                losses.Add(HeadingAsParagraph);
                to.Add(AdfJson.Node("paragraph", "", Line(heading.Inlines, heading.Origin)));
                break;
            case Rule when place.HasFlag(AdfBlocks.Rule):
                to.Add(AdfJson.Node("rule"));
                break;
            case Rule:
                losses.Add("rule where none may stand");
                break;
            case Quote quote when place.HasFlag(AdfBlocks.Quote):
                to.Add(AdfJson.Node("blockquote", "", Content(quote.Blocks, AdfPlace.Quote)));
                break;
            case Alert alert:
                AddPanel(PanelOf(alert.Kind), alert.Title, alert.Blocks, place, to);
                break;
            case CodeBlock code when place.HasFlag(AdfBlocks.Code):
                to.Add(AdfJson.Node("codeBlock", CodeAttributes(code), code.Code.Length > 0 ? [AdfLineRenderer.TextNode(code.Code, "")] : []));
                break;
            case ListBlock { Kind: ListKind.Task } tasks:
                AddTasks(tasks, place, to);
                break;
            case ListBlock list when place.HasFlag(AdfBlocks.List):
                AddList(list, to);
                break;
            case Table table when place.HasFlag(AdfBlocks.Table):
                AddTable(table, to);
                break;
            case Directive directive:
                AddDirective(directive, place, to);
                break;
            case ContainerBlock container:
                Release(container, Name(container), place, to);
                break;
            default:
                AddWords(block, $"{Name(block)} where none may stand, kept as text", place, to);
                break;
        }
    }

    /// <summary>The blocks within, in place of the one around them.</summary>
    protected void Release(ContainerBlock container, string name, AdfBlocks place, List<string> to)
    {
        if (container is not (ListItem or TableRow or TableCell)) losses.Add($"{name} where none may stand, kept as what it holds");
        AddAll(container.Blocks, place, to);
    }

    protected void AddWords(Block block, string loss, AdfBlocks place, List<string> to)
    {
        losses.Add(loss);
        foreach (IReadOnlyList<Inline> line in AdfWords.Lines(block)) AddParagraph(new Paragraph(line), place & ~AdfBlocks.Media, to);
    }

    protected string NextId() => $"{IdPrefix}{++localIds}";

    protected static string PanelOf(string kind) => Alerts.ToMacro(kind) is { } macro && AdfPanels.OfMacro(macro) is { } panel ? panel : "info";

    protected AdfAttributes CodeAttributes(CodeBlock code)
    {
        var attributes = new AdfAttributes();
        if (code.Language is { Length: > 0 } language and not "noformat") attributes.Add("language", language);
        foreach (DirectiveAttribute attribute in code.Attributes.DistinctBy(attribute => attribute.Name))
        {
            if (attribute is { Name: "linenumbers", Value: "true" or "false" }) attributes.AddJson("hideLineNumbers", attribute.Value == "true" ? "false" : "true");
            else if (attribute is { Name: "wrap", Value: "true" or "false" }) attributes.AddJson("wrap", attribute.Value);
            else losses.Add($"{attribute.Name} of a code block");
        }

        return attributes;
    }

    private static string Name(Block block) => block switch
    {
        Quote => "quote",
        CodeBlock => "code block",
        ListBlock => "list",
        Table => "table",
        Directive directive => directive.Name,
        _ => "block",
    };
}
