using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Tributary.Markup.Markdown.Parsing;

/// <summary>The box of a task, which stands before everything else of a list item. Markdig's own finds boxes in the middle of a line too, and takes them from links.</summary>
internal sealed class BoxParser : InlineParser
{
    public BoxParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Block is not ParagraphBlock { Parent: ListItemBlock item } paragraph || item[0] != paragraph || paragraph.Inline?.FirstChild is not null) return false;
        char state = slice.PeekChar(1);
        if (state is not (' ' or 'x' or 'X') || slice.PeekChar(2) != ']' || !slice.PeekChar(3).IsWhiteSpaceOrZero()) return false;
        processor.Inline = new BoxInline(state != ' ');
        slice.Start += 3;
        while (slice.CurrentChar is ' ' or '\t') slice.SkipChar();
        return true;
    }
}
