using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Tributary.Markup.Markdown.Parsing;

/// <summary>How many brackets may be open within one another: every open one is walked over for each piece that follows.</summary>
internal static class Nesting
{
    private const int MostOpen = 100;

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
