using Tributary.Markup.Model;

namespace Tributary.Markup.Edits;

internal sealed partial class Editor
{
    private EditProblem? ChangeTable(EditOperation operation, int number)
    {
        if (operation.Node is null) return Invalid(number, "`node` is missing: the handle of a table, such as t1.");
        if (locator.FindNode(operation.Node, number, out EditProblem? problem) is not { } target) return problem;
        if (target.Place is not { Inline: null, Block: Table table }) return Invalid(number, $"{target.Place.Handle} is no table.");
        if (operation.Row is not { } row) return Invalid(number, "`row` is missing.");

        var grid = new TableGrid(table);
        int rows = grid.Rows.Count + (operation.Action == EditAction.InsertRow ? 1 : 0);
        if (row < 1 || row > rows) return Invalid(number, $"`row` is {row}; {target.Place.Handle} has {grid.Rows.Count} rows, its header included.");
        return operation.Action switch
        {
            EditAction.SetCell => SetCell(grid, operation, number),
            EditAction.SetRow => SetRow(grid.Rows[row - 1], operation, number),
            EditAction.InsertRow => InsertRow(table, grid, operation, number),
            _ => DeleteRow(grid, row - 1, number),
        };
    }

    private EditProblem? SetCell(TableGrid grid, EditOperation operation, int number)
    {
        if (operation.Column is not { } name) return Invalid(number, "`column` is missing.");
        if (operation.Content is not { } content) return Invalid(number, "`content` is missing.");
        int row = operation.Row!.Value - 1;
        IReadOnlyList<int> columns = grid.ColumnsOf(name);
        if (columns.Count == 0) return new EditProblem(EditProblemCode.NotFound, number, $"There is no column \"{name}\"; there are {grid.Columns}.", [.. Enumerable.Range(0, grid.Columns).Select(Header)]);
        if (columns.Count > 1) return new EditProblem(EditProblemCode.Ambiguous, number, $"\"{name}\" can be {columns.Count} columns: give `column` as #1 for its number.", [.. columns.Take(MostCandidates).Select(at => $"#{at + 1} {Header(at)}")]);

        int column = columns[0];
        if (grid.At(row, column) is not { } place) return Invalid(number, $"Row {row + 1} has no cell in column {column + 1}.");
        if (place.Row != row || place.Column != column) return Invalid(number, $"That place belongs to the merged cell at row {place.Row + 1}, column {place.Column + 1}.");
        Fill(place.Cell, content, number);
        return null;

        string Header(int at) => grid.At(0, at) is { } header ? TableGrid.TextOf(header.Cell) : "";
    }

    private EditProblem? SetRow(TableRow row, EditOperation operation, int number)
    {
        TableCell[] cells = [.. row.Blocks.OfType<TableCell>()];
        if (operation.Cells is not { } contents || contents.Count != cells.Length) return Invalid(number, $"`cells` must hold {cells.Length} texts: the row has so many cells.");
        for (int i = 0; i < cells.Length; i++) Fill(cells[i], contents[i], number);
        return null;
    }

    private EditProblem? InsertRow(Table table, TableGrid grid, EditOperation operation, int number)
    {
        int at = operation.Row!.Value - 1;
        if (operation.Cells is not { } contents || contents.Count > grid.Columns) return Invalid(number, $"`cells` must hold at most {grid.Columns} texts.");
        if (at < grid.Rows.Count && grid.IsCrossed(at)) return Invalid(number, $"A merged cell reaches across the place of row {at + 1}.");

        // A new row looks as the one above it, unless that is the header.
        TableRow? like = at > 0 && !IsHeader(grid.Rows[at - 1]) ? grid.Rows[at - 1] : at < grid.Rows.Count ? grid.Rows[at] : null;
        int likeRow = like is null ? -1 : at > 0 && ReferenceEquals(like, grid.Rows[at - 1]) ? at - 1 : at;
        TableCell[] cells =
        [
            .. Enumerable.Range(0, grid.Columns).Select(column => new TableCell(
                like is not null && grid.At(likeRow, column) is { Cell.IsHeader: true }, 1, 1, CellAlignment.None, column < contents.Count ? merger.Align([], Fresh(contents[column])) : [])),
        ];
        var row = new TableRow(cells);
        if (grid.Rows.Count == 0) plan.Append(number, table, [row]);
        else plan.Insert(number, grid.Rows[Math.Min(at, grid.Rows.Count - 1)], after: at == grid.Rows.Count, [row]);
        return null;
    }

    private EditProblem? DeleteRow(TableGrid grid, int row, int number)
    {
        if (grid.IsCrossed(row) || (row + 1 < grid.Rows.Count && grid.IsCrossed(row + 1))) return Invalid(number, $"A merged cell reaches across row {row + 1}.");
        Delete([grid.Rows[row]], number);
        return null;
    }

    private void Fill(TableCell cell, string content, int number)
    {
        IReadOnlyList<Block> blocks = merger.Align(cell.Blocks, Fresh(content));
        plan.Fill(number, cell, blocks);
    }

    private static bool IsHeader(TableRow row) => row.Blocks.All(cell => cell is TableCell { IsHeader: true });
}
