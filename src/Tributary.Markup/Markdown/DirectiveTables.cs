using System.Globalization;
using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

/// <summary>A table that was written as directives, <c>:::table</c> around <c>:::row</c> around <c>:::cell</c>.</summary>
internal static class DirectiveTables
{
    public const string Name = "table";
    public const int WidestSpan = 1000;

    public static Table Read(IReadOnlyList<Block> rows) => new([.. rows.Select(Row)]);

    // What stands where a row or a cell should is one of its own.
    private static TableRow Row(Block block) => block is Directive { Name: "row" } row ? new TableRow([.. row.Blocks.Select(Cell)]) : new TableRow([Cell(block)]);

    private static TableCell Cell(Block block)
    {
        if (block is not Directive { Name: "cell" } cell) return new TableCell(IsHeader: false, 1, 1, CellAlignment.None, [block]);
        bool isAligned = Enum.TryParse(Value(cell, "align"), ignoreCase: true, out CellAlignment alignment) && Enum.IsDefined(alignment);
        return new TableCell(Value(cell, "header") is not null, Span(cell, "colspan"), Span(cell, "rowspan"), isAligned ? alignment : CellAlignment.None, cell.Blocks);
    }

    private static int Span(Directive cell, string name) =>
        int.TryParse(Value(cell, name), NumberStyles.None, CultureInfo.InvariantCulture, out int span) ? Math.Clamp(span, 1, WidestSpan) : 1;

    private static string? Value(Directive cell, string name) => cell.Attributes.FirstOrDefault(attribute => attribute.Name == name).Value;
}
