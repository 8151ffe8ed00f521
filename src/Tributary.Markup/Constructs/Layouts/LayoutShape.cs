using Tributary.Markup.Model;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Constructs.Layouts;

/// <summary>What a layout has to be: sections alone, each with as many cells as its type says, and with nothing beside the cells.</summary>
internal static class LayoutShape
{
    private const string Stray = "content of a layout that stood outside of its cells";
    private const int MostCells = 5;

    /// <summary>Whether the directive may stand in an element, whose name is empty for a page.</summary>
    public static bool MayStandIn(Directive part, string element) => (part.Name, element) is (LayoutConstruct.Layout, "") or (LayoutConstruct.Section, "ac:layout") or (LayoutConstruct.Cell, "ac:layout-section");

    /// <summary>What stands in the cells.</summary>
    public static IEnumerable<Block> Contents(Directive part) => part.Blocks.SelectMany(block => block is Directive inner && LayoutConstruct.IsLayout(inner) ? Contents(inner) : [block]);

    /// <param name="was">What stands on the page, whatever its shape; null for what is new.</param>
    public static Directive Fit(Directive? was, Directive now, LossLog losses) => now.Name switch
    {
        LayoutConstruct.Layout => WithSections(now, KnownTo(was), losses),
        LayoutConstruct.Section => Typed(was, WithCells(was, now, losses), losses),
        _ => now,
    };

    /// <summary>The section with nothing beside its cells.</summary>
    public static Directive WithCells(Directive? was, Directive now, LossLog losses) => With(now, Cells(now.Blocks, KnownTo(was), losses));

    private static Directive WithSections(Directive now, Func<Block, bool> isKnown, LossLog losses) =>
        With(now, [.. Sections(now.Blocks, isKnown, losses).SelectMany(section => InRows(section, isKnown(section), losses))]);

    /// <summary>Whether a block stands there as it did on the page.</summary>
    private static Func<Block, bool> KnownTo(Directive? was)
    {
        HashSet<Origin> known = new((was?.Blocks ?? []).Select(block => block.Origin!), ReferenceEqualityComparer.Instance);
        return block => block.Origin is { } origin && known.Contains(origin) && !block.IsAltered;
    }

    private static Directive With(Directive directive, List<Block> blocks) => blocks.SequenceEqual(directive.Blocks, ReferenceEqualityComparer.Instance) ? directive : (Directive)directive.WithBlocks(blocks);

    private static List<Block> Sections(IReadOnlyList<Block> blocks, Func<Block, bool> isKnown, LossLog losses)
    {
        var sections = new List<Block>();
        var stray = new List<Block>();
        foreach (Block block in blocks)
        {
            bool isSection = LayoutConstruct.Is(block, LayoutConstruct.Section), isLayout = LayoutConstruct.Is(block, LayoutConstruct.Layout);
            if (!isSection && !isLayout && !isKnown(block))
            {
                stray.Add(block);
                continue;
            }

            Adopt();
            if (isLayout && !isKnown(block)) sections.AddRange(Sections(((Directive)block).Blocks, isKnown, losses));
            else sections.Add(block);
        }

        Adopt();
        if (sections.Count == 0) sections.Add(New(LayoutConstruct.Section, []));
        return sections;

        void Adopt()
        {
            if (stray.Count == 0) return;
            losses.Add(Stray);
            sections.Add(New(LayoutConstruct.Section, [.. stray.Exists(IsCell) ? stray : [New(LayoutConstruct.Cell, [.. stray])]]));
            stray.Clear();
        }
    }

    /// <summary>What stands beside the cells belongs to the one before it, or to the first.</summary>
    private static List<Block> Cells(IReadOnlyList<Block> blocks, Func<Block, bool> isKnown, LossLog losses)
    {
        var cells = new List<Block>();
        var stray = new List<Block>();
        int last = -1;
        foreach (Block block in blocks)
        {
            if (!IsCell(block) && !isKnown(block))
            {
                stray.AddRange(Released(block));
                continue;
            }

            if (last >= 0) Adopt(last, isBehind: true);
            cells.Add(block);
            if (!IsCell(block)) continue;
            last = cells.Count - 1;
            Adopt(last, isBehind: false);
        }

        if (last < 0)
        {
            last = cells.Count;
            cells.Add(New(LayoutConstruct.Cell, []));
        }

        Adopt(last, isBehind: true);
        return cells;

        void Adopt(int cell, bool isBehind)
        {
            if (stray.Count == 0) return;
            losses.Add(Stray);
            Block[] own = [.. ((Directive)cells[cell]).Blocks];
            cells[cell] = ((Directive)cells[cell]).WithBlocks(isBehind ? [.. own, .. stray] : [.. stray, .. own]) with { IsAltered = cells[cell].Origin is not null };
            stray.Clear();
        }
    }

    private static IEnumerable<Block> Released(Block block) => block is Directive inner && LayoutConstruct.IsLayout(inner) ? Contents(inner) : [block];

    /// <summary>A section with more cells than Confluence has columns is as many sections as that takes.</summary>
    private static IEnumerable<Block> InRows(Block block, bool isKnown, LossLog losses)
    {
        if (isKnown || !LayoutConstruct.Is(block, LayoutConstruct.Section) || block is not Directive section || section.Blocks.Count(IsCell) <= MostCells) return [block];
        losses.Add($"section of {section.Blocks.Count(IsCell)} cells, kept as sections of at most {MostCells}");
        Block[][] rows = [.. section.Blocks.Chunk(MostCells)];
        return rows.Select((row, index) => (Block)(index == 0 ? section.WithBlocks(row) with { IsAltered = section.Origin is not null } : New(LayoutConstruct.Section, [.. row])));
    }

    private static Directive Typed(Directive? was, Directive now, LossLog losses)
    {
        int cells = now.Blocks.Count(IsCell);
        string? before = TypeOf(was), type = TypeOf(now);
        bool isAsBefore = was is not null && type == before && cells == was.Blocks.Count(IsCell);
        if (isAsBefore || Fits(type, cells)) return now;
        string fitting = Fits(before, cells) ? before! : TypeFor(cells);
        if (type is not null) losses.Add($"type '{type}' of a section of {cells} {(cells == 1 ? "cell" : "cells")}, which is {fitting}");
        return now with { Attributes = [new DirectiveAttribute("type", fitting), .. now.Attributes.Where(attribute => attribute.Name != "type")] };
    }

    private static string? TypeOf(Directive? section) => section?.Attributes.FirstOrDefault(attribute => attribute.Name == "type").Value;

    private static bool Fits(string? type, int cells) => type switch
    {
        null => false,
        "single" or "fixed-width" => cells == 1,
        "two_equal" or "two_left_sidebar" or "two_right_sidebar" => cells == 2,
        "three_equal" or "three_with_sidebars" => cells == 3,
        "four_equal" => cells == 4,
        "five_equal" => cells == 5,
        _ => true,
    };

    private static string TypeFor(int cells) => cells switch
    {
        2 => "two_equal",
        3 => "three_equal",
        4 => "four_equal",
        5 => "five_equal",
        _ => "single",
    };

    public static bool IsCell(Block block) => LayoutConstruct.Is(block, LayoutConstruct.Cell);

    private static Directive New(string name, List<Block> blocks) => new(name, "", [], null, blocks);
}
