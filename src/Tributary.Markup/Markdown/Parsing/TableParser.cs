using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Tributary.Markup.Markdown.Parsing;

/// <summary>
/// Tables as GitHub reads them: by lines, before anything in a cell is read. Markdig's own looks for bars among the pieces of a paragraph, so that what stands in one cell can spoil the whole table.
/// </summary>
internal sealed class TableParser : BlockParser
{
    /// <summary>What a paragraph is marked with that would be a table if its line of dashes fitted the one above.</summary>
    public static readonly object UnfitDashes = new();

    public TableParser() => OpeningCharacters = ['|', '-', ':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || processor.CurrentBlock is not ParagraphBlock { Lines.Count: > 0 } paragraph || paragraph.Parent != processor.CurrentContainer) return BlockState.None;
        if (TableRowText.Alignments(processor.Line.AsSpan()) is not { } alignments) return BlockState.None;
        StringLine header = paragraph.Lines.Lines[paragraph.Lines.Count - 1];
        string headerText = header.Slice.ToString();
        if (TableRowText.Cells(headerText).Count != alignments.Count)
        {
            paragraph.SetData(UnfitDashes, true);
            return BlockState.None;
        }

        var table = new TableBlock(this, alignments)
        {
            Column = processor.Column,
            Span = new SourceSpan(header.Slice.Start, processor.Line.End),
        };
        table.Lines.Add(headerText);
        if (paragraph.Lines.Count == 1) processor.Discard(paragraph);
        else RemoveLastLine(paragraph);
        processor.NewBlocks.Push(table);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine || processor.IsCodeIndent || IsOtherBlock(processor.Line.AsSpan())) return BlockState.None;
        var table = (TableBlock)block;
        table.Lines.Add(processor.Line.ToString());
        table.UpdateSpanEnd(processor.Line.End);
        return BlockState.ContinueDiscard;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        var table = (TableBlock)block;
        foreach (string line in table.Lines)
        {
            List<string> cells = TableRowText.Cells(line);
            var row = new TableRowBlock(this, Math.Max(0, cells.Count - table.Alignments.Count));
            int columns = table.Alignments.Count <= TableRowText.WidestPadded ? table.Alignments.Count : Math.Min(cells.Count, table.Alignments.Count);
            for (int column = 0; column < columns; column++)
            {
                string text = column < cells.Count ? cells[column] : "";
                row.Add(new CellBlock(this, text) { Lines = new StringLineGroup(text), ProcessInlines = true });
            }

            table.Add(row);
        }

        table.Lines.Clear();
        return true;
    }

    private static void RemoveLastLine(ParagraphBlock paragraph)
    {
        paragraph.Lines.RemoveAt(paragraph.Lines.Count - 1);
        StringLine last = paragraph.Lines.Lines[paragraph.Lines.Count - 1];
        paragraph.Span.End = last.Slice.End;
    }

    /// <summary>A table ends at a blank line or where another block begins.</summary>
    private static bool IsOtherBlock(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty) return true;
        int digits = line.IndexOfAnyExceptInRange('0', '9');
        return line[0] switch
        {
            '>' => true,
            '#' => line.TrimStart('#') is { } rest && line.Length - rest.Length <= 6 && (rest.IsEmpty || rest[0] == ' '),
            '`' => line.StartsWith("```"),
            '~' => line.StartsWith("~~~"),
            ':' => line.StartsWith("::"),
            '-' or '+' or '*' => line.Length == 1 || line[1] == ' ' || IsRule(line),
            '_' => IsRule(line),
            _ => digits is > 0 and < 10 && line[digits] is '.' or ')' && (line.Length == digits + 1 || line[digits + 1] == ' '),
        };
    }

    private static bool IsRule(ReadOnlySpan<char> line) => line.Length > 2 && line.IndexOfAnyExcept(line[0], ' ') < 0;
}
