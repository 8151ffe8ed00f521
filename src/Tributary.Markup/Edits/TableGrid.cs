using System.Globalization;
using Tributary.Markup.Model;

namespace Tributary.Markup.Edits;

/// <summary>A table as a reader counts it: merged cells cover several places.</summary>
internal sealed class TableGrid
{
    // Spans come from the page: a cell that claims a million columns does not get them.
    private const int MostColumns = 1_000;

    private readonly List<List<(TableCell Cell, int Row, int Column)?>> rows = [];

    public TableGrid(Table table)
    {
        Rows = [.. table.Blocks.OfType<TableRow>()];
        for (int row = 0; row < Rows.Count; row++)
        {
            int column = 0;
            foreach (TableCell cell in Rows[row].Blocks.OfType<TableCell>())
            {
                while (At(row, column) is not null) column++;
                Cover(cell, row, column);
                column += Math.Clamp(cell.ColumnSpan, 1, MostColumns);
            }
        }

        Columns = rows.Count == 0 ? 0 : rows.Max(places => places.Count);
    }

    public IReadOnlyList<TableRow> Rows { get; }

    public int Columns { get; }

    /// <summary>The cell that covers a place, and where it begins; null beyond the row's end. All count from 0.</summary>
    public (TableCell Cell, int Row, int Column)? At(int row, int column) => row < rows.Count && column < rows[row].Count ? rows[row][column] : null;

    /// <summary>The columns, from 0, that a name can mean: a number from 1, or the text of the first row there; with <c>#</c> in front a number alone.</summary>
    public IReadOnlyList<int> ColumnsOf(string name)
    {
        string wanted = name.Trim();
        bool isNumber = wanted.StartsWith('#');
        int? numbered = int.TryParse(isNumber ? wanted[1..] : wanted, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= Columns ? number - 1 : null;
        if (isNumber && numbered is { } only) return [only];
        return [.. Enumerable.Range(0, Columns).Where(column => column == numbered || (At(0, column) is { } place && place.Column == column && string.Equals(TextOf(place.Cell), wanted, StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>Whether a cell reaches from the row above into this one.</summary>
    public bool IsCrossed(int row) => row > 0 && Enumerable.Range(0, Columns).Any(column => At(row, column) is { } place && place.Row < row);

    public static string TextOf(TableCell cell) => string.Join(' ', cell.Blocks.OfType<TextBlock>().Select(line => LineText.Visible(line.Inlines))).Trim();

    private void Cover(TableCell cell, int row, int column)
    {
        int bottom = (int)Math.Min(Rows.Count, (long)row + Math.Max(1, cell.RowSpan)), right = column + Math.Clamp(cell.ColumnSpan, 1, MostColumns);
        for (int y = row; y < bottom; y++)
        {
            while (rows.Count <= y) rows.Add([]);
            while (rows[y].Count < right) rows[y].Add(null);
            for (int x = column; x < right; x++) rows[y][x] ??= (cell, row, column);
        }
    }
}
