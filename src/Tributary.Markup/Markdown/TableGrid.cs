using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

/// <summary>The cells of a table in their places, with what merged cells cover.</summary>
internal sealed class TableGrid
{
    // Spans are for people's tables; a hostile one must not make a row longer than its source.
    private const int WidestSpan = 64;

    private static readonly TableCell ToTheRight = new(false, 1, 1, CellAlignment.None, []);
    private static readonly TableCell Below = new(false, 1, 1, CellAlignment.None, []);

    private readonly List<List<TableCell>> rows = [];

    public IReadOnlyList<IReadOnlyList<TableCell>> Rows => rows;

    public int Columns { get; private set; }

    public bool HasHeader { get; private set; }

    public static string? SignOf(TableCell cell) => ReferenceEquals(cell, ToTheRight) ? "<" : ReferenceEquals(cell, Below) ? "^" : null;

    /// <summary>Null for a table that needs more than lines of cells: lists or code in a cell, or merged cells that overlap.</summary>
    public static TableGrid? Of(Table table)
    {
        var grid = new TableGrid();
        int[] covered = [];
        for (int i = 0; i < table.Blocks.Count; i++)
        {
            if (table.Blocks[i] is not TableRow row || !grid.Add(row, table.Blocks.Count - i, ref covered)) return null;
        }

        if (grid.rows.Count == 0) return null;
        grid.HasHeader = table.Blocks[0] is TableRow { Blocks.Count: > 0 } first && first.Blocks.All(cell => cell is TableCell { IsHeader: true });
        grid.Columns = Math.Max(1, grid.rows.Max(row => row.Count));
        return grid;
    }

    /// <param name="covered">For each column how many rows a cell above still covers.</param>
    private bool Add(TableRow row, int rowsLeft, ref int[] covered)
    {
        var places = new List<TableCell>(row.Blocks.Count);
        foreach (Block block in row.Blocks)
        {
            if (block is not TableCell { ColumnSpan: <= WidestSpan } cell || !cell.Blocks.All(inner => inner is Paragraph || BlockWriter.IsNothing(inner))) return false;
            AddCovered(places, covered);
            int width = Math.Max(1, cell.ColumnSpan);
            if (places.Count + width > covered.Length) Array.Resize(ref covered, Math.Max(8, (places.Count + width) * 2));
            for (int i = 0; i < width; i++)
            {
                if (covered[places.Count] > 0) return false;
                covered[places.Count] = Math.Clamp(cell.RowSpan, 1, rowsLeft) - 1;
                places.Add(i == 0 ? cell : ToTheRight);
            }
        }

        AddCovered(places, covered);
        for (int column = places.Count; column < covered.Length; column++)
        {
            // A cell from above stands further to the right than this row reaches.
            if (covered[column] > 0) return false;
        }

        rows.Add(places);
        return true;
    }

    private static void AddCovered(List<TableCell> places, int[] covered)
    {
        while (places.Count < covered.Length && covered[places.Count] > 0)
        {
            covered[places.Count]--;
            places.Add(Below);
        }
    }
}
