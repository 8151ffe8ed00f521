using System.Text;
using Tributary.Markup.Markdown.Parsing;
using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown;

internal sealed partial class BlockWriter(MarkdownLines lines, MarkdownOptions? options, SiteLinks? links = null)
{
    // Deeper than any page; the reader gives up at 128, and prefixes would make the text far longer than its source.
    private const int Deepest = 48;

    // The line end before a block and the blank line between the two.
    private const int BlankLine = 2;

    private readonly LineWriter inlines = new(lines.Text, options, links);
    private readonly DirectiveHeight heights = new();
    private int depth;

    public IReadOnlyList<Range> WriteAll(IReadOnlyList<Block> blocks)
    {
        var ranges = new Range[blocks.Count];
        char bullet = '\0';
        for (int i = 0; i < blocks.Count; i++)
        {
            int before = lines.Text.Length;
            bullet = Write(blocks[i], bullet, out bool isWritten);
            int start = isWritten && before > 0 ? before + BlankLine : before;
            ranges[i] = start..lines.Text.Length;
        }

        return ranges;
    }

    private void WriteBlocks(IReadOnlyList<Block> blocks)
    {
        char bullet = '\0';
        foreach (Block block in blocks) bullet = Write(block, bullet, out _);
    }

    /// <summary>Returns the bullet of the list that was written, so that a list next to it takes another: two lists of one kind would be one.</summary>
    private char Write(Block block, char bullet, out bool isWritten)
    {
        isWritten = true;
        switch (block)
        {
            case Paragraph paragraph:
                isWritten = WriteParagraph(paragraph);
                return isWritten ? '\0' : bullet;
            case Heading heading:
                WriteHeading(heading);
                return '\0';
            case Note note:
                WriteNote(note);
                return '\0';
            case Rule:
                lines.StartBlock();
                lines.Text.Append("___");
                return '\0';
            case CodeBlock code:
                WriteCode(code);
                return '\0';
            case ContainerBlock container when depth >= Deepest:
                int start = lines.Text.Length;
                WriteBlocks(container.Blocks);
                isWritten = lines.Text.Length > start;
                return '\0';
            case ListBlock { Blocks.Count: 0 }:
                isWritten = false;
                return bullet;
        }

        depth++;
        char written = '\0';
        switch (block)
        {
            case ListBlock list:
                written = WriteList(list, bullet, isTight: false);
                break;
            case Quote quote:
                lines.StartBlock();
                lines.Open("> ", "> ");
                WriteBlocks(quote.Blocks);
                lines.Close();
                break;
            case Alert alert:
                WriteAlert(alert);
                break;
            case Table table:
                WriteTable(table);
                break;
            case Directive { Name: DirectiveTables.Name, Body: { } rows }:
                WriteTable(DirectiveTables.Read(rows));
                break;
            case Directive directive:
                WriteDirective(directive);
                break;
            case ContainerBlock container:
                WriteBlocks(container.Blocks);
                break;
        }

        depth--;
        return written;
    }

    private bool WriteParagraph(Paragraph paragraph, bool isTight = false)
    {
        List<Piece> pieces = LinePieces.Of(paragraph.Inlines);
        if (pieces.Count == 0) return false;
        lines.StartBlock(isTight);
        inlines.Write(pieces, EscapeContext.LineStart, lines.LineBreak);
        return true;
    }

    private void WriteHeading(Heading heading)
    {
        lines.StartBlock();
        lines.Text.Append('#', Math.Clamp(heading.Level, 1, 6));
        List<Piece> pieces = LinePieces.Of(heading.Inlines);
        if (pieces.Count == 0) return;
        lines.Text.Append(' ');
        inlines.Write(pieces, EscapeContext.HeadingEnd, LineWriter.TagBreak);
    }

    private void WriteNote(Note note)
    {
        lines.StartBlock();
        lines.Text.Append("[^").Append(note.Label).Append("]:");
        List<Piece> pieces = LinePieces.Of(note.Inlines);
        if (pieces.Count == 0) return;
        lines.Text.Append(' ');
        inlines.Write(pieces, EscapeContext.LineStart, LineWriter.TagBreak);
    }

    private void WriteAlert(Alert alert)
    {
        lines.StartBlock();
        lines.Open("> ", "> ");
        lines.Text.Append("[!").Append(alert.Kind).Append(']');
        string title = LinePieces.Collapse(VisibleText.Of(alert.Title));
        if (title.Length > 0) lines.Text.Append(' ').AppendEscaped(title, EscapeContext.None);
        // A paragraph goes on below the title; anything else might not be seen to begin there.
        if (alert.Blocks.FirstOrDefault(block => !IsNothing(block)) is Paragraph) lines.StartContent();
        else lines.EndLine();
        WriteBlocks(alert.Blocks);
        lines.Close();
    }

    private void WriteCode(CodeBlock block)
    {
        string code = LineEnds.Unify(VisibleText.Of(block.Code));
        // Below a prefix Markdown keeps no blanks on a line that has nothing else.
        if (lines.IsNested) code = string.Join('\n', code.Split('\n').Select(line => string.IsNullOrWhiteSpace(line) ? "" : line));
        string info = Info(block);
        char character = info.Contains('`', StringComparison.Ordinal) ? '~' : '`';
        int length = Math.Max(3, Runs.Longest(code, character) + 1);
        lines.StartBlock();
        lines.Text.Append(character, length).Append(info);
        if (code.Length > 0)
        {
            foreach (Range line in code.AsSpan().Split('\n'))
            {
                ReadOnlySpan<char> content = code.AsSpan()[line];
                lines.StartLine(content.IsEmpty);
                lines.Text.Append(content);
            }
        }

        lines.StartLine();
        lines.Text.Append(character, length);
    }

    private static string Info(CodeBlock block)
    {
        string language = VisibleText.Of(block.Language);
        bool isBare = language.Length == 0 || (Notation.BareLength(language) == language.Length && !language.StartsWith(':'));
        var info = new StringBuilder(isBare ? language : "");
        if (isBare && block.Attributes.Count > 0 && language.Length > 0) info.Append(' ');
        IReadOnlyList<DirectiveAttribute> attributes = isBare ? block.Attributes : [new DirectiveAttribute(CodeInfo.Language, language), .. block.Attributes];
        return info.AppendBraces(attributes).ToString();
    }

    private void WriteDirective(Directive directive)
    {
        lines.StartBlock();
        int colons = directive.Body is null ? 2 : 3 + heights.Of(directive.Body, Deepest - depth);
        lines.Text.Append(':', colons).AppendDirective(directive.Name, directive.Label, directive.Attributes, directive.Handle, needsEnd: false);
        if (directive.Body is null) return;
        lines.StartContent();
        WriteBlocks(directive.Body);
        lines.EndContent();
        lines.Text.Append(':', colons);
    }
}
