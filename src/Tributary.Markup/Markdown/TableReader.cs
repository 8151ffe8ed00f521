using Tributary.Markup.Markdown.Parsing;
using Tributary.Markup.Model;
using Tributary.Markup.Writing;
using Block = Tributary.Markup.Model.Block;

namespace Tributary.Markup.Markdown;

/// <summary>Rows of cells to a table: an empty header row is none, <c>&lt;</c> widens the cell before it and <c>^</c> the one above.</summary>
internal sealed class TableReader(LineReader lines, LossLog losses)
{
    private const string Right = "<";
    private const string Down = "^";

    private sealed class Cell(TableBlock table, bool isHeader, int column, IReadOnlyList<Inline> line)
    {
        public int Width { get; set; } = 1;

        public int Height { get; set; } = 1;

        public int Column { get; } = column;

        public TableCell ToModel() => new(isHeader, Width, Height, table.Alignments[Column], CellLines.Split(line));
    }

    public Table Read(TableBlock table)
    {
        var rows = new List<List<Cell>>();
        Cell?[] above = [];
        for (int i = 0; i < table.Count; i++)
        {
            var row = (TableRowBlock)table[i];
            bool isHeader = i == 0;
            for (int cell = 0; cell < row.CellsBeyond; cell++) losses.Add("cell beyond the columns of its table");
            if (isHeader && table.Count > 1 && row.All(IsEmpty)) continue;
            (List<Cell> cells, above) = ReadRow(table, row, isHeader, above);
            rows.Add(cells);
        }

        return new Table([.. rows.Select(row => new TableRow([.. row.Select(Block (cell) => cell.ToModel())]))]);
    }

    private static bool IsEmpty(Markdig.Syntax.Block cell) => ((CellBlock)cell).Text.Length == 0;

    /// <returns>The cells that begin in the row, and for each column the cell that covers it.</returns>
    private (List<Cell> Cells, Cell?[] Covering) ReadRow(TableBlock table, TableRowBlock row, bool isHeader, Cell?[] above)
    {
        var cells = new List<Cell>();
        var covering = new Cell?[row.Count];
        for (int column = 0; column < row.Count; column++)
        {
            if (SignOf(row, column) == Down && column < above.Length && above[column] is { } upper && upper.Column == column && CoversBelow(row, upper))
            {
                upper.Height++;
                covering.AsSpan(column, upper.Width).Fill(upper);
                column += upper.Width - 1;
            }
            else if (SignOf(row, column) == Right && column > 0 && covering[column - 1] is { Height: 1 } left)
            {
                left.Width++;
                covering[column] = left;
            }
            else
            {
                covering[column] = new Cell(table, isHeader, column, lines.Read(((CellBlock)row[column]).Inline));
                cells.Add(covering[column]!);
            }
        }

        return (cells, covering);
    }

    private static bool CoversBelow(TableRowBlock row, Cell upper)
    {
        for (int column = upper.Column; column < upper.Column + upper.Width; column++)
        {
            if (column >= row.Count || SignOf(row, column) != Down) return false;
        }

        return true;
    }

    private static string SignOf(TableRowBlock row, int column) => ((CellBlock)row[column]).Text;
}
