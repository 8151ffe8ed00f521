using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Tributary.Markup.Markdown.Parsing;

internal sealed class DirectiveBlockParser : BlockParser
{
    // Every open directive is asked about every line: below this many, more are text.
    private const int Deepest = 64;

    public DirectiveBlockParser() => OpeningCharacters = [':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent) return BlockState.None;
        StringSlice line = processor.Line;
        int colons = CountColons(line);
        line.Start += colons;
        if (colons < 2 || DirectiveHead.Read(line.AsSpan()) is not { } head || !line.AsSpan()[head.Length..].IsWhiteSpace()) return BlockState.None;
        if (IsTooDeep(processor))
        {
            Nesting.Refuse(processor, this);
            return BlockState.None;
        }

        var directive = new DirectiveBlock(this, head, colons, processor.Column)
        {
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        };
        processor.NewBlocks.Push(directive);
        return directive.HasBody ? BlockState.ContinueDiscard : BlockState.BreakDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var directive = (DirectiveBlock)block;
        if (!IsClosedBy(directive, processor))
        {
            processor.GoToColumn(processor.ColumnBeforeIndent);
            directive.UpdateSpanEnd(processor.Line.End);
            return BlockState.Continue;
        }

        directive.UpdateSpanEnd(processor.Line.End);
        return BlockState.BreakDiscard;
    }

    /// <summary>
    /// Colons alone close the innermost open directive that has as many of them, else the innermost that has fewer. Within an open code block they are code.
    /// </summary>
    private static bool IsClosedBy(DirectiveBlock directive, BlockProcessor processor)
    {
        StringSlice line = processor.Line;
        if (line.CurrentChar != ':' || processor.Column > directive.Indent) return false;
        int colons = CountColons(line);
        line.Start += colons;
        if (colons < 3 || !line.AsSpan().IsWhiteSpace()) return false;
        Block? fewer = null;
        Block? same = null;
        Block? open = directive;
        while (open is DirectiveBlock inner)
        {
            if (inner.Colons == colons) same = inner;
            if (inner.Colons <= colons) fewer = inner;
            open = inner.LastChild is { } last && processor.IsOpen(last) ? last : null;
        }

        return open is not FencedCodeBlock && (same ?? fewer) == directive;
    }

    private static bool IsTooDeep(BlockProcessor processor)
    {
        int open = 0;
        for (Block? block = processor.CurrentContainer; block is not null; block = block.Parent)
        {
            if (block is DirectiveBlock) open++;
        }

        return open >= Deepest;
    }

    private static int CountColons(StringSlice line)
    {
        int other = line.AsSpan().IndexOfAnyExcept(':');
        return other < 0 ? line.Length : other;
    }
}
