using System.Text;
using Tributary.Markup.Constructs;
using Tributary.Markup.Reading;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Writing;

internal sealed partial class MarkdownWriter
{
    // Spans are for people's tables; a hostile one must not make a row longer than its source.
    private const int WidestSpan = 64;

    private void WriteTable(StorageElement table)
    {
        Expect(table);
        List<StorageElement> rows = Rows(table);
        if (rows.Count == 0)
        {
            losses.Add("empty table");
            return;
        }

        // Cells that reach down from a row above, by column: how many rows are still to come.
        int[] reaching = [];
        List<List<string>> cells = new(rows.Count);
        foreach (StorageElement row in rows)
        {
            cells.Add(ReadRow(row, ref reaching));
            if (lines.IsFull) break;
        }

        bool hasHeader = rows[0].Elements().All(cell => cell.Name == "th") && rows[0].Elements().Any();
        NoteHeaderCells(rows, hasHeader);
        int columns = Math.Max(1, cells.Max(row => row.Count));
        lines.StartBlock();
        WriteRow(hasHeader ? cells[0] : [], columns);
        lines.StartLine();
        lines.Text.Append('|').Insert(lines.Text.Length, " --- |", columns);
        for (int i = hasHeader ? 1 : 0; i < cells.Count && !lines.IsFull; i++)
        {
            lines.StartLine();
            WriteRow(cells[i], Math.Min(columns, 1));
        }
    }

    private List<StorageElement> Rows(StorageElement table)
    {
        var rows = new List<StorageElement>();
        foreach (StorageElement part in table.Elements())
        {
            if (part.Name == "tr")
            {
                rows.Add(part);
            }
            else if (part.Name is "thead" or "tbody" or "tfoot")
            {
                Expect(part);
                if (part.Name == "tfoot") losses.Add("table footer");
                rows.AddRange(part.Elements().Where(row => row.Name == "tr"));
                foreach (StorageElement other in part.Elements().Where(row => row.Name != "tr")) losses.Add(LossNames.Of(other));
            }
            else
            {
                losses.Add(part.Name == "colgroup" ? "column width or cell style" : LossNames.Of(part));
            }
        }

        foreach (StorageElement row in rows) Expect(row);
        return rows;
    }

    private void NoteHeaderCells(List<StorageElement> rows, bool hasHeader)
    {
        foreach (StorageElement row in rows.Skip(hasHeader ? 1 : 0))
        {
            foreach (StorageElement _ in row.Elements().Where(cell => cell.Name == "th")) losses.Add("row header cell");
        }
    }

    private List<string> ReadRow(StorageElement row, ref int[] reaching)
    {
        var texts = new List<string>();
        foreach (StorageElement cell in row.Elements())
        {
            SkipReaching(texts, reaching);
            if (cell.Name is not ("td" or "th"))
            {
                losses.Add(LossNames.Of(cell));
                continue;
            }

            Expect(cell);
            int width = Span(cell["colspan"]);
            int height = Span(cell["rowspan"]);
            if (texts.Count + width > reaching.Length) Array.Resize(ref reaching, Math.Max((texts.Count + width) * 2, 8));
            texts.Add(CellText(cell));
            for (int i = 0; i < width; i++)
            {
                if (i > 0) texts.Add("");
                reaching[texts.Count - 1] = height - 1;
            }
        }

        SkipReaching(texts, reaching);
        return texts;
    }

    private static void SkipReaching(List<string> texts, int[] reaching)
    {
        while (texts.Count < reaching.Length && reaching[texts.Count] > 0)
        {
            reaching[texts.Count]--;
            texts.Add("");
        }
    }

    private static int Span(string? value) => int.TryParse(value, out int span) ? Math.Clamp(span, 1, WidestSpan) : 1;

    private void WriteRow(List<string> cells, int fewest)
    {
        lines.Text.Append('|');
        for (int i = 0; i < Math.Max(cells.Count, fewest); i++)
        {
            string cell = i < cells.Count ? cells[i] : "";
            lines.Text.Append(' ').Append(cell).Append(cell.Length > 0 ? " |" : "|");
        }
    }

    private string CellText(StorageElement cell)
    {
        var text = new StringBuilder();
        int blocks = 0;
        AppendCellBlocks(cell, text, ref blocks, "");
        if (blocks > 1) losses.Add("several blocks in a table cell");
        return text.ToString();
    }

    private void AppendCellBlocks(StorageElement container, StringBuilder text, ref int blocks, string lead)
    {
        var loose = new List<StorageNode>();
        foreach (StorageNode node in container.Children)
        {
            if (node is not StorageElement element || !IsBlockInside(element))
            {
                loose.Add(node);
                continue;
            }

            if (AppendCellLine(loose, text, blocks, lead)) blocks++;
            loose.Clear();
            switch (element.Name)
            {
                case "p":
                    Expect(element);
                    AppendCellBlocks(element, text, ref blocks, lead);
                    break;
                case "li" or "ac:task-body":
                    losses.Add("list in a table cell");
                    AppendCellBlocks(element, text, ref blocks, "• ");
                    break;
                case "ac:task-id" or "ac:task-status" or "ac:task-uuid":
                    break;
                case "ul" or "ol" or "ac:task-list" or "ac:task":
                    AppendCellBlocks(element, text, ref blocks, lead);
                    break;
                case "ac:structured-macro" or "ac:macro" when Macro.RichBody(element) is null:
                    loose.Add(element);
                    break;
                case "ac:structured-macro" or "ac:macro":
                    losses.Add(MacroText.LossName(element));
                    AppendCellBlocks(Macro.RichBody(element)!, text, ref blocks, lead);
                    break;
                default:
                    losses.Add($"'{element.Name}' in a table cell");
                    AppendCellBlocks(element, text, ref blocks, lead);
                    break;
            }
        }

        if (AppendCellLine(loose, text, blocks, lead)) blocks++;
    }

    private bool AppendCellLine(List<StorageNode> nodes, StringBuilder text, int blocks, string lead)
    {
        if (nodes.TrueForAll(node => node is StorageText words && Whitespace.IsBlank(words.Value))) return false;
        IReadOnlyList<Inline> pieces = inlines.Read(nodes);
        if (pieces.Count == 0) return false;
        if (blocks > 0) text.Append("<br>");
        text.Append(lead);
        new InlineWriter(text, longest).Write(pieces, EscapeContext.InTable, "<br>");
        return true;
    }
}
