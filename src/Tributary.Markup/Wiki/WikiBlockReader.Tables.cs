using Tributary.Markup.Model;

namespace Tributary.Markup.Wiki;

internal sealed partial class WikiBlockReader
{
    private int Table(int at, int end, WikiMacros macros, List<Block> blocks)
    {
        int tableStart = at, stop = at;
        var rows = new List<Block>();
        while (at < end && Kind(at, end, WikiPlace.Page) == WikiLine.Table)
        {
            int start = WikiSyntax.SkipBlanks(source, at, end);
            stop = RowEnd(start, end, macros);
            rows.Add(Row(start, WikiSyntax.TrimEnd(source, start, stop), macros));
            at = NextLine(stop, end);
        }

        int tableEnd = rows[^1].Origin!.End;
        blocks.Add(new Table(rows) { Origin = new WikiOrigin(tableStart, tableEnd, tableStart, tableEnd) });
        return stop;
    }

    /// <summary>A row goes on in the next lines until one of them ends with a bar, or is empty or another row.</summary>
    private int RowEnd(int start, int end, WikiMacros macros)
    {
        int line = start;
        int stop = LogicalLineEnd(line, end, macros);
        while (stop < end && !IsClosed(start, stop))
        {
            line = NextLine(stop, end);
            if (WikiBlockStart.Of(source, line, end) is WikiLine.Blank or WikiLine.Table) break;
            stop = LogicalLineEnd(line, end, macros);
        }

        return stop;
    }

    private bool IsClosed(int start, int stop)
    {
        int last = WikiSyntax.TrimEnd(source, start, stop) - 1;
        return source[last] == '|' && (last == start || source[last - 1] != '\\');
    }

    private TableRow Row(int start, int end, WikiMacros macros)
    {
        var cells = new List<Block>();
        int at = start;
        while (at < end)
        {
            int bars = at;
            bool isHeader = at + 1 < end && source[at + 1] == '|';
            at += isHeader ? 2 : 1;
            int stop = CellEnd(at, end, macros);
            int text = WikiSyntax.SkipSpace(source, at, stop);
            // Bars at the end close the row; alone they are an empty cell.
            if (stop == end && text == end && cells.Count > 0) break;
            int textEnd = WikiSyntax.TrimEnd(source, text, stop);
            var origin = new WikiOrigin(bars, stop, text, textEnd);
            cells.Add(new TableCell(isHeader, 1, 1, CellAlignment.None, Blocks(text, textEnd, macros, WikiPlace.Cell)) { Origin = origin });
            at = stop;
        }

        return new TableRow(cells) { Origin = new WikiOrigin(start, end, start, end) };
    }

    /// <summary>The next bar that stands in no macro, link, image or monospaced text.</summary>
    private int CellEnd(int at, int end, WikiMacros macros)
    {
        int start = at;
        while (at < end)
        {
            int next = source.AsSpan(at, end - at).IndexOfAny("|\\{[!");
            if (next < 0) return end;
            at += next;
            switch (source[at])
            {
                case '|':
                    return at;
                case '\\':
                    at += WikiSyntax.Backslashes(source, at, end) is var count and > 1 ? count : 2;
                    break;
                case '{':
                    at = BraceEnd(at, end, macros);
                    break;
                case '[':
                    at = Past(at, WikiLink.Read(source, at, end)?.End, macros);
                    break;
                default:
                    at = WikiSyntax.Image(source, at, start, end) is { } image && WikiImage.Read(source[image.ContentStart..image.ContentEnd]) is not null ? Past(at, image.End, macros) : at + 1;
                    break;
            }
        }

        return end;
    }

    /// <summary>Behind a link or image, unless a macro interrupts it: then it is none.</summary>
    private static int Past(int at, int? end, WikiMacros macros) => end is { } behind && macros.NextBlock(at, behind) is null ? behind : at + 1;

    private int BraceEnd(int at, int end, WikiMacros macros)
    {
        if (macros.NextBlock(at, at + 1) is { } macro) return macro.End;
        if (macros.InlineAt(at) is { } inline) return inline.End;
        return WikiSyntax.Monospaced(source, at, end)?.End ?? at + 1;
    }
}
