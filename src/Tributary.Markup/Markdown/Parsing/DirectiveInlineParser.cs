using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Tributary.Markup.Markdown.Parsing;

internal sealed class DirectiveInlineParser : InlineParser
{
    public DirectiveInlineParser() => OpeningCharacters = [':', ']'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice) => slice.CurrentChar == ':' ? Open(processor, ref slice) : Close(processor, ref slice);

    private bool Open(InlineProcessor processor, ref StringSlice slice)
    {
        ReadOnlySpan<char> text = slice.AsSpan()[1..];
        int length = Notation.NameLength(text);
        if (length == 0 || length == text.Length || text[length] is not ('[' or '{')) return false;
        ReadOnlySpan<char> name = text[..length];
        if (text[length] == '[' && Notation.HoldsMarkdown(name))
        {
            if (Nesting.IsTooDeep(processor, this)) return false;
            processor.Inline = new MarkDelimiter(this, name.ToString()) { Type = DelimiterType.Open };
            slice.Start += length + 2;
            return true;
        }

        if (DirectiveHead.Read(text) is not { } head || (text[head.Length - 1] != '}' && !Notation.StandsBare(head.Name))) return false;
        processor.Inline = new DirectiveInline(head);
        slice.Start += head.Length + 1;
        return true;
    }

    private static bool Close(InlineProcessor processor, ref StringSlice slice)
    {
        for (Inline? open = processor.Inline; open is not null; open = open.Parent)
        {
            if (open is LinkDelimiterInline) return false;
            if (open is not MarkDelimiter delimiter) continue;
            var mark = new MarkInline(delimiter.Name);
            slice.SkipChar();
            if (Notation.IsColor(mark.Name))
            {
                int length = DirectiveHead.ReadColor(slice.AsSpan(), out string color);
                mark.Color = color;
                slice.Start += length;
            }

            delimiter.ReplaceBy(mark);
            processor.Inline = mark;
            processor.PostProcessInlines(0, mark, null, false);
            mark.IsClosed = true;
            return true;
        }

        return false;
    }
}
