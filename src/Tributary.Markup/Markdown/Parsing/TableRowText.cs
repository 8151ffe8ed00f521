namespace Tributary.Markup.Markdown.Parsing;

/// <summary>A line of a table cut at its bars. A bar with a backslash before it belongs to its cell, in code as elsewhere.</summary>
internal static class TableRowText
{
    /// <summary>Rows of tables up to this width are filled up with empty cells. A wider one could make a text far longer than its source.</summary>
    public const int WidestPadded = 64;

    public static List<string> Cells(ReadOnlySpan<char> line)
    {
        line = line.Trim(" \t");
        if (line.StartsWith("|")) line = line[1..];
        if (line.EndsWith("|") && !line.EndsWith("\\|")) line = line[..^1];
        var cells = new List<string>();
        int start = 0;
        int at = 0;
        while (line[at..].IndexOf('|') is >= 0 and var bar)
        {
            at += bar;
            if (at == 0 || line[at - 1] != '\\')
            {
                cells.Add(Unescape(line[start..at]));
                start = at + 1;
            }

            at++;
        }

        cells.Add(Unescape(line[start..]));
        return cells;
    }

    /// <summary>Null where the line is none of dashes, which say how a column is aligned by the colons around them.</summary>
    public static List<Model.CellAlignment>? Alignments(ReadOnlySpan<char> line)
    {
        if (!line.Contains('|') || line.IndexOfAnyExcept("|-: \t") >= 0) return null;
        var alignments = new List<Model.CellAlignment>();
        foreach (string cell in Cells(line))
        {
            ReadOnlySpan<char> dashes = cell;
            bool left = dashes.StartsWith(":");
            bool right = dashes.EndsWith(":");
            if (left) dashes = dashes[1..];
            if (right && dashes.Length > 0) dashes = dashes[..^1];
            if (dashes.IsEmpty || dashes.IndexOfAnyExcept('-') >= 0) return null;
            alignments.Add((left, right) switch
            {
                (true, true) => Model.CellAlignment.Center,
                (true, false) => Model.CellAlignment.Left,
                (false, true) => Model.CellAlignment.Right,
                _ => Model.CellAlignment.None,
            });
        }

        return alignments;
    }

    private static string Unescape(ReadOnlySpan<char> cell) => cell.Trim(" \t").ToString().Replace("\\|", "|", StringComparison.Ordinal);
}
