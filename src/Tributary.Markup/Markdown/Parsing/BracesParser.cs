using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;
using Tributary.Markup.Model;

namespace Tributary.Markup.Markdown.Parsing;

/// <summary>The attributes right behind a link or image: <c>![](a.png){width=300}</c>.</summary>
internal sealed class BracesParser : InlineParser
{
    private static readonly object Key = new();

    public BracesParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Inline is not LinkInline { IsAutoLink: false } link || link.GetData(Key) is not null) return false;
        int length = DirectiveHead.ReadBraces(slice.AsSpan(), out List<DirectiveAttribute> attributes, out _);
        if (length == 0) return false;
        link.SetData(Key, attributes);
        slice.Start += length;
        return true;
    }

    public static IReadOnlyList<DirectiveAttribute> AttributesOf(LinkInline link) => link.GetData(Key) as IReadOnlyList<DirectiveAttribute> ?? [];
}
