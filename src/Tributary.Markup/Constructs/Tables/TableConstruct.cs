using System.Globalization;
using System.Text;
using Tributary.Markup.Constructs.Opaque;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs.Tables;

/// <summary><c>table</c>. Widths, colours and numbering stay with their origin.</summary>
internal static class TableConstruct
{
    // As browsers bound it.
    private const int WidestSpan = 1000;

    public static Block? Read(StorageElement element, BlockReader reader)
    {
        if (TableRows.Of(element) is not { } rows) return OpaqueConstruct.ReadContainer(element, reader);
        if (rows.Count == 0) return null;
        return new Table([.. rows.Select((row, index) => ReadRow(row.Row, row.Cells, rows.Count - index, reader))]) { Origin = StorageOrigin.Of(element) };
    }

    public static void Write(Table table, StorageRenderer renderer, StringBuilder to)
    {
        to.Append("<table").Append(Layout(renderer.TableLayout)).Append("><tbody>");
        renderer.WriteBlocks(table.Blocks, to);
        to.Append("</tbody></table>");
    }

    private static string Layout(TableLayout? layout) => layout switch
    {
        TableLayout.Default => " data-layout=\"default\"",
        TableLayout.Wide => " data-layout=\"wide\"",
        TableLayout.FullWidth => " data-layout=\"full-width\"",
        _ => "",
    };

    public static void WriteRow(TableRow row, StorageRenderer renderer, StringBuilder to)
    {
        to.Append("<tr>");
        renderer.WriteBlocks(row.Blocks, to);
        to.Append("</tr>");
    }

    public static void WriteCell(TableCell cell, StorageRenderer renderer, StringBuilder to)
    {
        string name = cell.IsHeader ? "th" : "td";
        string style = CellAlignments.Style(cell.Alignment);
        bool areParagraphs = cell.Blocks.All(block => block is Paragraph);
        to.Append('<').Append(name);
        if (cell.ColumnSpan > 1) to.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
        if (cell.RowSpan > 1) to.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"");
        if (!areParagraphs) to.Append(style);
        to.Append('>');
        if (cell.Blocks.Count == 0)
        {
            to.Append("<p").Append(style).Append(" />");
        }
        else if (areParagraphs && style.Length > 0)
        {
            foreach (Paragraph paragraph in cell.Blocks.Cast<Paragraph>())
            {
                to.Append("<p").Append(style).Append('>');
                renderer.Write(paragraph.Inlines, to);
                to.Append("</p>");
            }
        }
        else
        {
            renderer.WriteBlocks(cell.Blocks, to);
        }

        to.Append("</").Append(name).Append('>');
    }

    /// <param name="height">How many rows there are from here on: no cell reaches further down.</param>
    private static TableRow ReadRow(StorageElement row, List<StorageElement> cells, int height, BlockReader reader) =>
        new([.. cells.Select(cell => ReadCell(cell, height, reader))]) { Origin = StorageOrigin.Of(row) };

    private static TableCell ReadCell(StorageElement cell, int height, BlockReader reader) =>
        new(cell.Name == "th", Span(cell["colspan"], WidestSpan), Span(cell["rowspan"], height), CellAlignments.Of(cell), reader.Read(cell.Children)) { Origin = StorageOrigin.Of(cell) };

    private static int Span(string? span, int most) => int.TryParse(span, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? Math.Clamp(number, 1, most) : 1;
}
