using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Tributary.Markup.Constructs;

namespace Tributary.Markup.Markdown.Parsing;

/// <summary>The first line of an alert; unlike Markdig's own, with a title behind the kind.</summary>
internal sealed class AlertParser : InlineParser
{
    private const int LongestKind = 16;

    public AlertParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '!' || processor.Block is not ParagraphBlock { Parent: QuoteBlock quote } paragraph || quote[0] != paragraph || paragraph.Inline?.FirstChild is not null) return false;
        ReadOnlySpan<char> text = slice.AsSpan()[2..];
        int end = text[..Math.Min(text.Length, LongestKind)].IndexOf(']');
        if (end <= 0 || (end + 1 < text.Length && text[end + 1] is not (' ' or '\t' or '\n' or '\r'))) return false;
        // Kinds that Confluence does not know have the panel that is nearest.
        if (Alerts.ToMacro(text[..end].ToString()) is not { } macro || Alerts.OfMacro(macro) is not { } kind) return false;
        ReadOnlySpan<char> rest = text[(end + 1)..];
        int length = rest.IndexOf('\n');
        ReadOnlySpan<char> title = (length < 0 ? rest : rest[..length]).Trim(" \t\r");
        processor.Inline = new AlertInline(kind, HtmlHelper.Unescape(title.ToString()));
        slice.Start += end + 3 + (length < 0 ? rest.Length : length + 1);
        return true;
    }
}
