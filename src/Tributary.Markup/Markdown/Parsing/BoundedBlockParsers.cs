using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Tributary.Markup.Markdown.Parsing;

/// <summary>Quotes: one that is nested too deep is text.</summary>
internal sealed class BoundedQuoteParser : QuoteBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor) => Nesting.IsTooDeep(processor) ? BlockState.None : base.TryOpen(processor);
}

/// <summary>Lists: one that is nested too deep is text.</summary>
internal sealed class BoundedListParser : ListBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor) => Nesting.IsTooDeep(processor) ? BlockState.None : base.TryOpen(processor);
}

/// <summary>Paragraphs, from the start of which definitions of links are taken. Markdig copies all other lines for each of them.</summary>
internal sealed class BoundedParagraphParser : ParagraphBlockParser
{
    private const int FewLines = 100;

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine || !IsLong(block)) return base.TryContinue(processor, block);
        // No line below it makes a heading of it: for that, too, definitions would be taken.
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (IsLong(block)) TakeDefinitions(processor.Document, (ParagraphBlock)block);
        return base.Close(processor, block);
    }

    private static void TakeDefinitions(MarkdownDocument document, ParagraphBlock paragraph)
    {
        Dictionary<string, LinkReferenceDefinition> definitions = document.GetLinkReferenceDefinitions(addGroup: true).Links;
        StringLineGroup.Iterator text = paragraph.Lines.ToCharIterator();
        int taken = 0;
        while (LinkReferenceDefinition.TryParse(ref text, out LinkReferenceDefinition? definition))
        {
            definitions.TryAdd(definition.Label!, definition);
            taken = text.SliceIndex;
            // It may stop right before the end of its last line.
            if (text.CurrentChar == '\n') text.NextChar();
        }

        var rest = new StringLineGroup(Math.Max(1, paragraph.Lines.Count - taken));
        for (int i = taken; i < paragraph.Lines.Count; i++) rest.Add(paragraph.Lines.Lines[i]);
        paragraph.Lines = rest;
    }

    private static bool IsLong(Block block) => block is ParagraphBlock { Lines.Count: > FewLines } paragraph && paragraph.Lines.Lines[0].Slice.AsSpan().TrimStart().StartsWith("[");
}
