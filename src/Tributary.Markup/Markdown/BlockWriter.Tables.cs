using System.Text;
using Tributary.Markup.Markdown.Parsing;
using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

internal sealed partial class BlockWriter
{
    private readonly StringBuilder cellText = new();

    private void WriteTable(Table table)
    {
        if (TableGrid.Of(table) is not { } grid)
        {
            WriteDirective(TableDirective.Of(table));
            return;
        }

        lines.StartBlock();
        // A header row without a word is how Markdown says that there is none.
        bool hasHeader = grid.HasHeader && grid.Rows[0].Any(cell => TableGrid.SignOf(cell) is not null || LinePieces.Of(LineOf(cell)).Count > 0);
        WriteRow(hasHeader ? grid.Rows[0] : [], grid.Columns, grid.Columns);
        lines.StartLine();
        lines.Text.Append('|');
        for (int column = 0; column < grid.Columns; column++) lines.Text.Append(column < grid.Rows[0].Count ? Dashes(grid.Rows[0][column].Alignment) : Dashes(CellAlignment.None));
        for (int i = hasHeader ? 1 : 0; i < grid.Rows.Count; i++)
        {
            lines.StartLine();
            WriteRow(grid.Rows[i], grid.Columns <= TableRowText.WidestPadded ? grid.Columns : 1, grid.Columns);
        }
    }

    private static string Dashes(CellAlignment alignment) => alignment switch
    {
        CellAlignment.Left => " :-- |",
        CellAlignment.Center => " :-: |",
        CellAlignment.Right => " --: |",
        _ => " --- |",
    };

    private void WriteRow(IReadOnlyList<TableCell> cells, int fewest, int most)
    {
        lines.Text.Append('|');
        int count = Math.Min(Math.Max(cells.Count, fewest), most);
        for (int i = 0; i < count; i++)
        {
            lines.Text.Append(' ');
            int start = lines.Text.Length;
            if (i < cells.Count) WriteCell(cells[i]);
            lines.Text.Append(lines.Text.Length > start ? " |" : "|");
        }
    }

    private void WriteCell(TableCell cell)
    {
        if (TableGrid.SignOf(cell) is { } sign)
        {
            lines.Text.Append(sign);
            return;
        }

        List<Piece> pieces = LinePieces.Of(LineOf(cell));
        cellText.Clear();
        new LineWriter(cellText, options, links).Write(pieces, EscapeContext.WholeCell, LineWriter.TagBreak);
        // The reader takes the backslash away before it reads anything in the cell, code included.
        lines.Text.Append(cellText.Replace("|", "\\|"));
    }

    private static IReadOnlyList<Inline> LineOf(TableCell cell)
    {
        if (cell.Blocks is [Paragraph only]) return only.Inlines;
        var line = new List<Inline>();
        foreach (Paragraph paragraph in cell.Blocks.OfType<Paragraph>())
        {
            if (LinePieces.Of(paragraph.Inlines).Count == 0) continue;
            if (line.Count > 0) line.AddRange([new Break(), new Break()]);
            line.AddRange(paragraph.Inlines);
        }

        return line;
    }
}
