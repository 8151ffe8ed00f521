using System.Globalization;
using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

/// <summary>A table that bars cannot draw: <c>:::::table</c> with <c>::::row</c> and <c>:::cell</c> inside.</summary>
internal static class TableDirective
{
    public static Directive Of(Table table)
    {
        IEnumerable<Block> rows = table.Blocks.Select(row => new Directive("row", "", [], null, row is ContainerBlock cells ? [.. cells.Blocks.Select(OfCell)] : [row]));
        return new Directive(DirectiveTables.Name, "", [], null, [.. rows]);
    }

    private static Block OfCell(Block block)
    {
        if (block is not TableCell cell) return new Directive("cell", "", [], null, [block]);
        var attributes = new List<DirectiveAttribute>();
        if (cell.IsHeader) attributes.Add(new DirectiveAttribute("header", Notation.FlagValue));
        if (cell.ColumnSpan > 1) attributes.Add(new DirectiveAttribute("colspan", Math.Min(cell.ColumnSpan, DirectiveTables.WidestSpan).ToString(CultureInfo.InvariantCulture)));
        if (cell.RowSpan > 1) attributes.Add(new DirectiveAttribute("rowspan", Math.Min(cell.RowSpan, DirectiveTables.WidestSpan).ToString(CultureInfo.InvariantCulture)));
        if (cell.Alignment != CellAlignment.None) attributes.Add(new DirectiveAttribute("align", cell.Alignment.ToString().ToLowerInvariant()));
        return new Directive("cell", "", attributes, null, cell.Blocks);
    }
}
