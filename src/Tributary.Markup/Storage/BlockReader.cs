using Tributary.Markup.Constructs;
using Tributary.Markup.Constructs.AdfExtensions;
using Tributary.Markup.Constructs.CodeBlocks;
using Tributary.Markup.Constructs.Headings;
using Tributary.Markup.Constructs.Layouts;
using Tributary.Markup.Constructs.Lists;
using Tributary.Markup.Constructs.Macros;
using Tributary.Markup.Constructs.Opaque;
using Tributary.Markup.Constructs.Paragraphs;
using Tributary.Markup.Constructs.Placeholders;
using Tributary.Markup.Constructs.Quotes;
using Tributary.Markup.Constructs.Tables;
using Tributary.Markup.Model;
using Tributary.Markup.Reading;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Storage;

/// <summary>Reads the content of whatever holds blocks. What stands there without a paragraph is one.</summary>
internal sealed class BlockReader(BlockNature nature, Handles handles)
{
    public Handles Handles => handles;

    public BlockNature Nature => nature;

    public IReadOnlyList<Block> Read(IReadOnlyList<StorageNode> nodes)
    {
        if (nodes.Count == 0) return [];
        var blocks = new List<Block>();
        ReadInto(nodes, blocks);
        return blocks;
    }

    public IReadOnlyList<Inline> ReadLine(IReadOnlyList<StorageNode> nodes) => new LineReader(handles).Read(nodes);

    private void ReadInto(IReadOnlyList<StorageNode> nodes, List<Block> blocks)
    {
        int run = 0;
        for (int i = 0; i < nodes.Count; i++)
        {
            if (!nature.IsBlock(nodes[i])) continue;
            ReadLoose(nodes, run, i, blocks);
            run = i + 1;
            var element = (StorageElement)nodes[i];
            if (BlockNature.IsTransparent(element)) ReadThrough(element, blocks);
            else if (ReadElement(element) is { } block) blocks.Add(block);
        }

        ReadLoose(nodes, run, nodes.Count, blocks);
    }

    private void ReadThrough(StorageElement wrapper, List<Block> blocks)
    {
        int before = blocks.Count;
        ReadInto(wrapper.Children, blocks);
        if (blocks.Count == before + 1) blocks[before] = StorageOrigin.Widen(blocks[before], wrapper);
    }

    private Block? ReadElement(StorageElement element) => element.Name switch
    {
        "p" => ParagraphConstruct.Read(element, this),
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => HeadingConstruct.Read(element, this),
        "hr" => new Rule { Origin = StorageOrigin.Of(element) },
        "blockquote" => QuoteConstruct.Read(element, this),
        "pre" => CodeConstruct.ReadPreformatted(element, this),
        "ul" or "ol" => ListConstruct.Read(element, this),
        "ac:task-list" => TaskListConstruct.Read(element, this),
        "table" => TableConstruct.Read(element, this),
        "ac:layout" or "ac:layout-section" or "ac:layout-cell" => LayoutConstruct.Read(element, this),
        "ac:structured-macro" or "ac:macro" => MacroConstruct.Read(element, this),
        "ac:adf-extension" => AdfExtensionConstruct.Read(element, this),
        "at:declarations" => PlaceholderConstruct.ReadDeclarations(element, this),
        "col" or "colgroup" => null,
        _ => OpaqueConstruct.ReadContainer(element, this),
    };

    private void ReadLoose(IReadOnlyList<StorageNode> nodes, int start, int end, List<Block> blocks)
    {
        while (start < end && IsBlank(nodes[start])) start++;
        while (start < end && IsBlank(nodes[end - 1])) end--;
        if (start == end) return;
        var run = new List<StorageNode>(end - start);
        bool allStandAlone = true;
        for (int i = start; i < end; i++)
        {
            run.Add(nodes[i]);
            allStandAlone &= StandsByItself(nodes[i]);
        }

        if (!allStandAlone)
        {
            AddParagraph(run, blocks);
            return;
        }

        foreach (StorageElement element in run.OfType<StorageElement>())
        {
            if (Macro.IsMacro(element)) blocks.Add(MacroConstruct.Read(element, this));
            else if (element.Name == "ac:image") AddParagraph([element], blocks);
            else blocks.Add(OpaqueConstruct.ReadBlock(element, this));
        }
    }

    /// <summary>Whether it is no part of a line as long as no words stand beside it.</summary>
    public static bool StandsByItself(StorageNode node) => IsBlank(node) || StandsAlone(node);

    // Macros and pictures without words around them are on lines of their own, as the editor shows them.
    private static bool StandsAlone(StorageNode node) =>
        node is StorageElement element && (Macro.IsMacro(element) ? !MacroKind.IsInline(element) : element.Name == "ac:image" || OpaqueConstruct.IsOpaque(element));

    private void AddParagraph(List<StorageNode> run, List<Block> blocks)
    {
        IReadOnlyList<Inline> line = ReadLine(run);
        if (LineReader.IsVisible(line)) blocks.Add(new Paragraph(line) { Origin = new StorageOrigin(run[0].Start, run[^1].End, Element: null) });
    }

    public static bool IsBlank(StorageNode node) => node is StorageComment || (node is StorageText text && Whitespace.IsBlank(text.Value));
}
