using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Tributary.Markup.Markdown.Parsing;

/// <summary>How deep blocks and brackets may stand within one another: every open one is asked about each line, or walked over for each piece, that follows.</summary>
internal static class Nesting
{
    private const int MostOpen = 100;

    private static readonly object Key = new();

    /// <summary>Whether no block may be opened here. Markdig gives the whole text up a little deeper.</summary>
    public static bool IsTooDeep(BlockProcessor processor)
    {
        int open = 0;
        for (Block? block = processor.CurrentContainer; block is not null; block = block.Parent)
        {
            if (++open < MostOpen) continue;
            processor.Document.SetData(Key, true);
            return true;
        }

        return false;
    }

    /// <summary>Whether there is a block that was not opened.</summary>
    public static bool WasTooDeep(MarkdownDocument document) => document.ContainsData(Key);

    public static bool IsTooDeep(InlineProcessor processor)
    {
        int open = 0;
        for (Inline? inline = processor.Inline; inline is not null; inline = inline.Parent)
        {
            if (inline is LinkDelimiterInline or MarkDelimiter && ++open >= MostOpen) return true;
        }

        return false;
    }
}
