using System.Text;
using Tributary.Markup.Model;

namespace Tributary.Markup.Wiki;

internal sealed partial class WikiRenderer
{
    /// <summary>The marker of a list within a list with that marker.</summary>
    public static string Marker(string outer, ListBlock list) => outer + (list.Kind == ListKind.Ordered ? '#' : '*');

    private void List(ListBlock list, StringBuilder to, string outer)
    {
        if (list.Start != 1) losses.Add("first number of a list");
        string marker = Marker(outer, list);
        depth++;
        for (int i = 0; i < list.Blocks.Count; i++)
        {
            if (i > 0) to.Append(newLine);
            Item((ListItem)list.Blocks[i], to, marker);
        }

        depth--;
    }

    public static string ItemStart(ListItem item, string marker) => $"{marker} {(item.IsDone is { } isDone ? WikiTask.Box(isDone) : "")}";

    private void Item(ListItem item, StringBuilder to, string marker)
    {
        to.Append(ItemStart(item, marker));
        int start = to.Length;
        Write(item.Blocks, to, WikiPlace.Item, marker);
        if (to.Length == start) to.Append(Nothing);
        else if (item.IsDone is null) GuardBox(to, start);
    }

    /// <summary>A box that is only text would make a task of the item.</summary>
    private static void GuardBox(StringBuilder to, int start)
    {
        string written = to.ToString(start, Math.Min(6, to.Length - start));
        if (WikiTask.IsDone(written, 0, written.Length, out _) is null) return;
        int bracket = written.IndexOf('[', StringComparison.Ordinal);
        to.Remove(start, bracket + 1).Insert(start, "&#91;");
    }

    private void Table(Table table, StringBuilder to)
    {
        depth++;
        var covered = new Dictionary<int, int>();
        bool isFirst = true;
        foreach (TableRow row in table.Blocks.Cast<TableRow>())
        {
            if (!isFirst) to.Append(newLine);
            isFirst = false;
            Row(Spread(row, covered), to);
        }

        depth--;
    }

    /// <summary>Merged cells as one cell and empty ones, so that the columns stay in line.</summary>
    private List<Block> Spread(TableRow row, Dictionary<int, int> covered)
    {
        var cells = new List<Block>();
        foreach (TableCell cell in row.Blocks.Cast<TableCell>())
        {
            FillCovered();
            if (cell.Alignment != CellAlignment.None) losses.Add("alignment of a table column");
            if (cell.ColumnSpan > 1 || cell.RowSpan > 1) losses.Add("merged table cell");
            int span = Math.Clamp(cell.ColumnSpan, 1, 1000);
            for (int i = 0; i < span; i++)
            {
                if (cell.RowSpan > 1) covered[cells.Count] = Math.Min(cell.RowSpan, 1000) - 1;
                cells.Add(i == 0 ? cell : new TableCell(cell.IsHeader, 1, 1, CellAlignment.None, []));
            }
        }

        FillCovered();
        return cells;

        void FillCovered()
        {
            while (covered.GetValueOrDefault(cells.Count) > 0)
            {
                covered[cells.Count]--;
                cells.Add(new TableCell(false, 1, 1, CellAlignment.None, []));
            }
        }
    }

    private void Row(IReadOnlyList<Block> cells, StringBuilder to)
    {
        if (cells.Count == 0) cells = [new TableCell(false, 1, 1, CellAlignment.None, [])];
        foreach (TableCell cell in cells.Cast<TableCell>()) Cell(cell, to);
        to.Append(CellStart((TableCell)cells[^1]));
    }

    public static string CellStart(TableCell cell) => cell.IsHeader ? "||" : "|";

    private void Cell(TableCell cell, StringBuilder to)
    {
        to.Append(CellStart(cell));
        int start = to.Length;
        bool wasInCell = InCell;
        InCell = true;
        Write(cell.Blocks, to, WikiPlace.Cell);
        InCell = wasInCell;
        if (to.Length == start) to.Append(' ');
    }
}
