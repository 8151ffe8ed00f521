using System.Globalization;
using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>
/// ADF as the model that all formats share. Every block knows its node. What no reader sees is no block: an empty paragraph, a list without items.
/// </summary>
internal sealed partial class AdfModel
{
    private int handles;

    /// <summary>An empty document where the text is no ADF.</summary>
    public static Document Read(AdfTree tree) => new(tree.Root is { } root ? new AdfModel().Blocks(root) : []);

    private string NextHandle() => string.Create(CultureInfo.InvariantCulture, $"m{++handles}");

    private List<Block> Blocks(AdfObject parent)
    {
        var blocks = new List<Block>();
        var loose = new List<AdfObject>();
        foreach (AdfObject node in parent.Nodes)
        {
            if (AdfPlace.IsInline(node.Type))
            {
                loose.Add(node);
                continue;
            }

            AddLoose(loose, blocks);
            if (Block(node) is { } block) blocks.Add(block);
        }

        AddLoose(loose, blocks);
        return blocks;
    }

    /// <summary>Text that stands where only blocks should.</summary>
    private void AddLoose(List<AdfObject> loose, List<Block> blocks)
    {
        if (loose.Count == 0) return;
        IReadOnlyList<Inline> line = Line(loose);
        if (!AdfLine.IsBlank(line)) blocks.Add(new Paragraph(line) { Origin = new AdfOrigin(loose[0].Start, loose[^1].End, null) });
        loose.Clear();
    }

    private IReadOnlyList<Inline> Line(IEnumerable<AdfObject> nodes) => AdfLine.Read(nodes, NextHandle);

    private Block? Block(AdfObject node)
    {
        Block? block = node.Type switch
        {
            "paragraph" => Line(node.Nodes) is var line && AdfLine.IsBlank(line) ? null : new Paragraph(line),
            "heading" => Line(node.Nodes) is var line && AdfLine.IsBlank(line) ? null : new Heading(Level(node), line),
            "rule" when node.Content is null => new Rule(),
            "blockquote" => new Quote(Blocks(node)),
            "codeBlock" when node.Nodes.All(text => text.Type is "text" or "hardBreak") => Code(node),
            "bulletList" or "orderedList" => Has(node, "listItem") ? List(node) : Unknown(node),
            "taskList" => node.Nodes.All(item => item.Type is "taskItem" or "blockTaskItem" or "taskList") ? TaskList(node) : Unknown(node),
            "decisionList" => Has(node, "decisionItem") ? Decisions(node) : Unknown(node),
            "table" => Table(node),
            "panel" => Panel(node),
            "expand" or "nestedExpand" => Titled(node, "expand", node.Attribute("title") ?? ""),
            "layoutSection" when node.Nodes.All(column => column.Type == "layoutColumn") => Layout(node),
            "mediaSingle" => (Block?)MediaSingle(node) ?? Unknown(node),
            "mediaGroup" => MediaGroup(node),
            "blockCard" or "embedCard" => (Block?)Card(node) ?? Unknown(node),
            "extension" or "bodiedExtension" or "multiBodiedExtension" => Extension(node),
            _ => Unknown(node),
        };
        return block is null ? null : block with { Origin = AdfOrigin.Of(node) };
    }

    private static bool Has(AdfObject node, string type) => node.Nodes.All(item => item.Type == type);

    private static int Level(AdfObject heading) => Number(heading.Attribute("level")) is { } level ? Math.Clamp(level, 1, 6) : 1;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static CodeBlock Code(AdfObject node)
    {
        var attributes = new List<DirectiveAttribute>();
        if (node.Attribute("hideLineNumbers") == "true") attributes.Add(new DirectiveAttribute("linenumbers", "false"));
        if (node.Attribute("wrap") == "true") attributes.Add(new DirectiveAttribute("wrap", "true"));
        string code = string.Concat(node.Nodes.Select(text => text.Type == "hardBreak" ? "\n" : text.Text));
        return new CodeBlock(node.Attribute("language") ?? "", code, attributes);
    }
}
