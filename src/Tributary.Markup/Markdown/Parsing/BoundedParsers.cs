using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace Tributary.Markup.Markdown.Parsing;

/// <summary>
/// Emphasis, of which Markdig compares every mark of a paragraph with those before it, and of which each sign of a long row may stand around all others: past a number that no person writes, asterisks are text. The writer keeps below it.
/// </summary>
internal sealed class BoundedEmphasisParser : EmphasisInlineParser
{
    private const int Most = 400;
    private const int Longest = 16;
    private const int MostSigns = 3 * Most;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        // The base takes a row as a whole or not at all.
        char sign = slice.CurrentChar;
        if (slice.PeekCharExtra(-1) == sign && slice.PeekCharExtra(-2) != '\\') return base.Match(processor, ref slice);

        int row = slice.AsSpan().IndexOfAnyExcept(sign) is > 0 and var end ? end : slice.Length;
        var budget = Budget.Of(processor, this);
        return row <= Longest && budget.Spend(Most) && budget.Take(row, MostSigns) && base.Match(processor, ref slice);
    }
}

/// <summary>Links, of which Markdig looks for the end of every address: brackets and parentheses that nest too deep are text.</summary>
internal sealed class BoundedLinkParser : LinkInlineParser
{
    private const int MostParentheses = 32;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar != ']') return !Nesting.IsTooDeep(processor, this) && base.Match(processor, ref slice);
        return (slice.PeekChar() != '(' || HasEnd(slice.AsSpan()[1..])) && base.Match(processor, ref slice);
    }

    private static bool HasEnd(ReadOnlySpan<char> text)
    {
        int open = 0;
        for (int at = 0; at < text.Length; at++)
        {
            int next = text[at..].IndexOfAny("()\\");
            if (next < 0) return false;
            at += next;
            if (text[at] == '\\') at++;
            else if (text[at] == '(' && ++open > MostParentheses) return false;
            else if (text[at] == ')') return true;
        }

        return false;
    }
}

/// <summary>Tags of HTML, of which Markdig looks for the end however far it is: one that does not end soon is text, and so is the last of very many in one line.</summary>
internal sealed class BoundedTagParser : AutolinkInlineParser
{
    private const int Longest = 2000;
    private const int Most = 10_000;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        ReadOnlySpan<char> text = slice.AsSpan();
        text = text[..Math.Min(text.Length, Longest)];
        string end = text switch
        {
            ['<', '!', '-', '-', ..] => "-->",
            ['<', '!', '[', ..] => "]]>",
            ['<', '?', ..] => "?>",
            _ => ">",
        };
        return text.Contains(end, StringComparison.Ordinal) && Budget.Of(processor, this).Spend(Most) && base.Match(processor, ref slice);
    }
}

/// <summary>Bare web addresses, before each of which Markdig walks back over all pieces of the line: once that would take too long, they are text.</summary>
internal sealed class BoundedAddressParser() : AutoLinkParser(new AutoLinkOptions())
{
    private const int MostSteps = 4_000_000;

    private static readonly string[] Beginnings = ["http://", "https://", "www.", "ftp://", "mailto:", "tel:"];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        foreach (string beginning in Beginnings)
        {
            if (slice.AsSpan().StartsWith(beginning)) return HasTime(processor) && base.Match(processor, ref slice);
        }

        return false;
    }

    private bool HasTime(InlineProcessor processor)
    {
        var budget = Budget.Of(processor, this);
        for (Inline? piece = processor.Inline; piece is not null; piece = piece.PreviousSibling ?? piece.Parent)
        {
            if (!budget.Spend(MostSteps)) return false;
        }

        return true;
    }
}

/// <summary>What a parser has done within one paragraph.</summary>
internal sealed class Budget
{
    private int spent;
    private int taken;

    public static Budget Of(InlineProcessor processor, InlineParser parser) => processor.GetParserState(parser, static () => new Budget());

    public bool Spend(int most) => ++spent <= most;

    public bool Take(int count, int most) => (taken += count) <= most;

    public bool IsSpent(int most) => spent >= most;
}
