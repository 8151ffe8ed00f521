using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Tributary.Markup.Markdown.Parsing;

/// <summary>How deep blocks and brackets may stand within one another: every open one is asked about each line, or walked over for each piece, that follows.</summary>
internal static class Nesting
{
    private const int MostOpen = 100;
    private const int MostRefused = 1000;

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

    /// <summary>Tells that no directive may be opened here. Each line costs as much as directives are open: a text that goes on like this is given up.</summary>
    /// <exception cref="ArgumentException">As Markdig does a little deeper.</exception>
    public static void Refuse(BlockProcessor processor, BlockParser parser)
    {
        processor.Document.SetData(Key, true);
        int refused = processor.Document.GetData(parser) is int before ? before + 1 : 1;
        processor.Document.SetData(parser, refused);
        if (refused > MostRefused) throw new ArgumentException("Directives nest without end.");
    }

    /// <summary>Whether there is a block that was not opened.</summary>
    public static bool WasTooDeep(MarkdownDocument document) => document.ContainsData(Key);

    /// <summary>Whether no bracket may be opened here. Where that was asked in vain again and again, the rest of the line is not looked through.</summary>
    public static bool IsTooDeep(InlineProcessor processor, InlineParser parser)
    {
        var budget = Budget.Of(processor, parser);
        if (budget.IsSpent(MostRefused)) return true;
        int open = 0;
        for (Inline? inline = processor.Inline; inline is not null; inline = inline.Parent)
        {
            if (inline is not (LinkDelimiterInline or MarkDelimiter) || ++open < MostOpen) continue;
            budget.Spend(MostRefused);
            return true;
        }

        return false;
    }
}
