using Tributary.Markup.Constructs.Layouts;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>Gives what was altered the shape that the schema wants: layouts of two or three columns, and no lists of nothing.</summary>
internal sealed partial class AdfEmitter
{
    private List<Block> Shaped(IReadOnlyList<Block> blocks) => [.. blocks.SelectMany(Shaped)];

    private IReadOnlyList<Block> Shaped(Block block)
    {
        if (block is not ContainerBlock { IsAltered: true, Origin: AdfOrigin { Node: { } node } } container) return [block];
        return node.Type switch
        {
            "layoutSection" => Rows((Directive)places.Of(container.Origin!), (Directive)container),
            "decisionList" or "bulletList" or "orderedList" or "taskList" or "table" or "tableRow" when container.Blocks.Count == 0 => [],
            _ => [block],
        };
    }

    private IReadOnlyList<Block> Rows(Directive was, Directive now)
    {
        if (ReferenceEquals(was.Blocks, now.Blocks)) return [now];
        Directive section = LayoutShape.WithCells(was, now, Losses);
        Directive[] cells = [.. section.Blocks.OfType<Directive>().Where(LayoutShape.IsCell)];
        if (cells.Length == was.Blocks.Count) return [section];
        if (cells.Length < 2)
        {
            Block[] held = [.. LayoutShape.Contents(section)];
            if (held.Length > 0) Losses.Add("layout of one column, kept as what it holds");
            return held;
        }

        if (cells.Length > MostColumns) Losses.Add($"layout of {cells.Length} columns, kept as rows of fewer");
        var rows = new List<Block>();
        for (int start = 0; start < cells.Length; start += InRow(cells.Length - start))
        {
            Directive[] row = cells[start..(start + InRow(cells.Length - start))];
            Block[] sized = [.. row.Zip(Widths(section, row), Sized)];
            rows.Add(start == 0 ? section with { Body = sized, Blocks = sized } : new Directive(section.Name, "", [], null, sized));
        }

        return rows;
    }

    private static Block Sized(Directive cell, double width)
    {
        if (Width(cell) == width) return cell;
        return cell with { Attributes = [new DirectiveAttribute("width", AdfJson.Number(width)), .. cell.Attributes.Where(attribute => attribute.Name != "width")], IsAltered = cell.Origin is not null };
    }
}
