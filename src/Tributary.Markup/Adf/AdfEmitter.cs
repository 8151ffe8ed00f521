using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;
using LossLog = Tributary.Markup.Writing.LossLog;

namespace Tributary.Markup.Adf;

/// <summary>
/// Writes an altered document as patches of its JSON text: what is untouched is never written, so it cannot change. Blocks that moved take their text along where the schema allows them.
/// </summary>
internal sealed partial class AdfEmitter : AdfRenderer
{
    private readonly AdfObject root;
    private readonly SourcePlaces places;
    private readonly AdfHandles handles;
    private SourcePatches patches;

    private AdfEmitter(AdfTree tree, Document page, LossLog losses)
        : base(losses)
    {
        root = tree.Root!;
        places = new SourcePlaces(page);
        handles = new AdfHandles(page, losses);
        patches = new SourcePatches(tree.Source);
        for (int number = 1; tree.Source.Contains(IdPrefix, StringComparison.Ordinal); number++) IdPrefix = $"local{number}-";
    }

    /// <param name="tree">Without an error.</param>
    /// <param name="page">The document as it was read.</param>
    /// <param name="altered">What shall be there instead.</param>
    public static SourcePatches Emit(AdfTree tree, Document page, IReadOnlyList<Block> altered, LossLog losses)
    {
        var emitter = new AdfEmitter(tree, page, losses);
        if (!ReferenceEquals(page.Blocks, altered)) emitter.Content(emitter.root, page.Blocks, altered, emitter.AddBlock(AdfPlace.Document));
        return emitter.patches;
    }

    private string Source => patches.Source;

    private Action<Block, List<string>> AddBlock(AdfBlocks place) => (block, items) => AddAll([block], place, items);

    /// <summary>A block of the page is copied where it may stand; any other is written anew.</summary>
    protected override void Add(Block block, AdfBlocks place, List<string> to)
    {
        foreach (Block shaped in Shaped(block)) AddShaped(shaped, place, to);
    }

    private void AddShaped(Block block, AdfBlocks place, List<string> to)
    {
        AdfBlocks kind = block.Origin is AdfOrigin { Node: { } node } ? AdfPlace.Of(node.Type) : AdfBlocks.Part;
        if (kind == AdfBlocks.None || (kind != AdfBlocks.Part && place.HasFlag(kind))) to.Add(Copy(block));
        else AddNew(block, place, to);
    }

    protected override void AddItem(Block block, List<string> items) => AddPart(block, items, base.AddItem, "listItem");

    protected override void AddTask(ListItem task, List<string> items) => AddPart(task, items, base.AddTask, "taskItem", "blockTaskItem");

    protected override void AddDecision(Block block, List<string> items) => AddPart(block, items, base.AddDecision, "decisionItem");

    protected override void AddRow(Block block, List<string> rows) => AddPart(block, rows, base.AddRow, "tableRow");

    protected override void AddCell(Block block, List<string> cells) => AddPart(block, cells, base.AddCell, "tableCell", "tableHeader");

    protected override void AddColumn(Directive column, double width, List<string> columns) => AddPart(column, columns, (block, to) => base.AddColumn(block, width, to), "layoutColumn");

    protected override List<string> Line(IReadOnlyList<Inline> line, Origin? origin) => origin switch
    {
        AdfOrigin { Node: { Content: not null } node } when IsLine(node) => [.. Splice([.. node.Nodes], line).Select(spliced => spliced.Json)],
        AdfPart part => [.. Splice(part.Nodes, line).Select(spliced => spliced.Json)],
        _ => base.Line(line, origin),
    };

    private static bool IsLine(AdfObject node) => node.Type is "paragraph" or "heading" or "taskItem" or "decisionItem";

    private void AddPart<T>(T block, List<string> to, Action<T, List<string>> addNew, params ReadOnlySpan<string> types)
        where T : Block
    {
        if (block.Origin is AdfOrigin { Node: { } node } && types.Contains(node.Type)) to.Add(Copy(block));
        else addNew(block, to);
    }

    private string Copy(Block block)
    {
        Origin origin = block.Origin!;
        if (!block.IsAltered) return Source[origin.Start..origin.End];
        SourcePatches outer = patches;
        patches = new SourcePatches(Source);
        Alter(block);
        string text = patches.Apply(origin.Start, origin.End);
        patches = outer;
        return text;
    }

    private List<AdfSpliced> Splice(IReadOnlyList<AdfObject> nodes, IReadOnlyList<Inline> line) => AdfSplicer.Splice(Source, Lines, handles, nodes, line);

    /// <summary>Patches the content of a node.</summary>
    private void Content(AdfObject holder, IReadOnlyList<Block> old, IReadOnlyList<Block> blocks, Action<Block, List<string>> add)
    {
        if (holder.Content is { } content)
        {
            Items(content.Items, content.Start + 1, old, blocks, add);
            return;
        }

        List<string> items = [];
        foreach (Block block in blocks) add(block, items);
        AdfPatch.SetMembers(patches, holder, new AdfChange("content", $"[{string.Join(',', items)}]"));
    }

    /// <param name="items">Of a list, all or those that belong to the blocks; what is no block among them stays.</param>
    private void Items(IReadOnlyList<AdfValue> items, int emptyAt, IReadOnlyList<Block> old, IReadOnlyList<Block> blocks, Action<Block, List<string>> add)
    {
        blocks = Parted(Shaped(blocks));
        HashSet<Block> inPlace = SourcePlaces.InPlace(old, blocks);
        (List<AdfUnit> units, Dictionary<int, int> unitAt) = Units(items, old, [.. inPlace.Select(block => block.Origin!.Start)]);
        if (old.Count == 0 && blocks.Count > 0 && items.All(IsEmptyParagraph)) units = [.. units.Select(unit => unit with { IsKept = false })];
        List<string>[] fresh = [.. Enumerable.Range(0, units.Count + 1).Select(_ => new List<string>())];
        HashSet<int> stays = [.. inPlace.Select(block => unitAt[block.Origin!.Start])];
        int at = Freed(0) ?? (stays.Count > 0 ? stays.Min() : units.Count);
        Block?[] next = Next(blocks, inPlace);
        for (int i = 0; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            if (!inPlace.Remove(block))
            {
                if (block.Beside == Side.Before && next[i] is { } anchor) at = Math.Max(at, unitAt[anchor.Origin!.Start]);
                add(block, fresh[at]);
                continue;
            }

            int after = unitAt[block.Origin!.Start] + 1;
            at = Freed(after) ?? after;
            if (block.IsAltered) Alter(block);
        }

        bool isSame = units.TrueForAll(unit => unit.IsKept) && fresh.All(texts => texts.Count == 0);
        if (isSame) return;
        if (!units.Exists(unit => unit.IsKept) && fresh.All(texts => texts.Count == 0)) fresh[0].Add(AdfJson.Node("paragraph"));
        AdfItems.Patch(patches, units, fresh, emptyAt);

        // Where a block went from between those that stay.
        int? Freed(int from)
        {
            for (int unit = from; unit < units.Count && !stays.Contains(unit); unit++)
            {
                if (!units[unit].IsKept) return unit + 1;
            }

            return null;
        }
    }

    /// <summary>For each block the first behind it that stays.</summary>
    private static Block?[] Next(IReadOnlyList<Block> blocks, HashSet<Block> inPlace)
    {
        var next = new Block?[blocks.Count];
        Block? stays = null;
        for (int i = blocks.Count - 1; i >= 0; i--)
        {
            next[i] = stays;
            if (inPlace.Contains(blocks[i])) stays = blocks[i];
        }

        return next;
    }

    private static (List<AdfUnit> Units, Dictionary<int, int> At) Units(IReadOnlyList<AdfValue> items, IReadOnlyList<Block> old, HashSet<int> kept)
    {
        Dictionary<int, int> ends = old.ToDictionary(block => block.Origin!.Start, block => block.Origin!.End);
        var units = new List<AdfUnit>();
        var at = new Dictionary<int, int>();
        for (int i = 0; i < items.Count;)
        {
            int start = items[i].Start;
            bool isBlock = ends.TryGetValue(start, out int end);
            if (!isBlock) end = items[i].End;
            at.Add(start, units.Count);
            units.Add(new AdfUnit(start, end, !isBlock || kept.Contains(start)));
            while (i < items.Count && items[i].Start < end) i++;
        }

        return (units, at);
    }

    private static bool IsEmptyParagraph(AdfValue item) => item is AdfObject { Type: "paragraph" };

    /// <summary>The innermost node whose content holds the range.</summary>
    private AdfObject Around(int start, int end)
    {
        AdfObject around = root;
        while (Within(around, start, end) is { } inner) around = inner;
        return around;
    }

    private static AdfObject? Within(AdfObject node, int start, int end)
    {
        if (node.Content is not { } content) return null;
        int low = 0, high = content.Items.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (content.Items[middle].Start <= start) low = middle;
            else high = middle - 1;
        }

        return high >= 0 && content.Items[low] is AdfObject inner && inner.Start <= start && inner.End >= end && (inner.Start, inner.End) != (start, end) ? inner : null;
    }
}
