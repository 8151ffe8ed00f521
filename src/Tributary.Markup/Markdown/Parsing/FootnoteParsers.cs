using System.Buffers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Tributary.Markup.Markdown.Parsing;

/// <summary>Notes at the level of the page. Markdig's own drops a note that no text names.</summary>
internal sealed class FootnoteParser : BlockParser
{
    private const int LongestLabel = 100;

    private static readonly SearchValues<char> NotInLabel = SearchValues.Create("[]\\ \t\r\n");

    public FootnoteParser() => OpeningCharacters = ['['];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        ReadOnlySpan<char> line = processor.Line.AsSpan();
        if (processor.IsCodeIndent || !IsAtPageLevel(processor.CurrentContainer) || LabelOf(line) is not { } label) return BlockState.None;
        int length = label.Length + 3;
        if (length == line.Length || line[length] != ':') return BlockState.None;
        var note = new FootnoteBlock(this, label) { Column = processor.Column, Span = new SourceSpan(processor.Start, processor.Line.End) };
        if (!Footnotes.In(processor.Document).Add(note)) return BlockState.None;
        processor.GoToColumn(processor.Column + length + 1);
        processor.NewBlocks.Push(note);
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (!processor.IsBlankLine)
        {
            if (!processor.IsCodeIndent) return BlockState.None;
            processor.GoToCodeIndent();
            block.UpdateSpanEnd(processor.Line.End);
        }

        return BlockState.Continue;
    }

    // Whatever does not go on with this line ends where the note begins.
    private static bool IsAtPageLevel(Block? container)
    {
        while (container is not (null or MarkdownDocument))
        {
            if (container.IsOpen) return false;
            container = container.Parent;
        }

        return true;
    }

    /// <summary>Null where the text does not begin with <c>[^label]</c>.</summary>
    public static string? LabelOf(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("[^")) return null;
        text = text[2..Math.Min(text.Length, LongestLabel)];
        int end = text.IndexOfAny(NotInLabel);
        return end > 0 && text[end] == ']' ? text[..end].ToString() : null;
    }
}

internal sealed class FootnoteInlineParser : InlineParser
{
    public FootnoteInlineParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '^' || Footnotes.Of(processor.Document) is not { } footnotes) return false;
        if (FootnoteParser.LabelOf(slice.AsSpan()) is not { } label || footnotes.Name(label) is not { } note) return false;
        processor.Inline = new FootnoteInline(note);
        slice.Start += label.Length + 3;
        return true;
    }
}
