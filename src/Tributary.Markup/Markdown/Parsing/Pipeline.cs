using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace Tributary.Markup.Markdown.Parsing;

/// <summary>What of Markdig reads our Markdown, and what is ours.</summary>
internal static class Pipeline
{
    public static readonly MarkdownPipeline Instance = Build();

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.Insert(0, new TableParser());
        builder.BlockParsers.Insert(0, new DirectiveBlockParser());
        builder.BlockParsers.Insert(0, new FootnoteParser());
        builder.BlockParsers.Replace<FencedCodeBlockParser>(new FenceParser());
        builder.BlockParsers.Replace<QuoteBlockParser>(new BoundedQuoteParser());
        builder.BlockParsers.Replace<ListBlockParser>(new BoundedListParser());
        builder.BlockParsers.Replace<ParagraphBlockParser>(new BoundedParagraphParser());

        var emphasis = new BoundedEmphasisParser();
        emphasis.EmphasisDescriptors.Add(new EmphasisDescriptor('~', 2, 2, enableWithinWord: true));
        builder.InlineParsers.Replace<EmphasisInlineParser>(emphasis);
        builder.InlineParsers.Replace<LinkInlineParser>(new BoundedLinkParser());
        builder.InlineParsers.Replace<AutolinkInlineParser>(new BoundedTagParser());
        builder.InlineParsers.InsertBefore<BoundedLinkParser>(new FootnoteInlineParser());
        builder.InlineParsers.InsertBefore<BoundedLinkParser>(new BoxParser());
        builder.InlineParsers.InsertBefore<BoundedLinkParser>(new AlertParser());
        builder.InlineParsers.InsertBefore<BoundedLinkParser>(new DirectiveInlineParser());
        builder.InlineParsers.Add(new BracesParser());
        builder.InlineParsers.Add(new BoundedAddressParser());
        return builder.Build();
    }
}
