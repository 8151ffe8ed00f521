using System.Buffers;
using Tributary.Markup.Model;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs.InlineMarks;

/// <summary>Elements that say how their words look.</summary>
internal static class MarkConstruct
{
    private const int LongestColor = 64;

    private static readonly SearchValues<char> ColorCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#(),.% -");

    /// <summary>The marks within the element.</summary>
    public static Marks Read(StorageElement element, Marks outer) => element.Name switch
    {
        "strong" or "b" => With(outer, Mark.Strong),
        "em" or "i" => With(outer, Mark.Emphasis),
        "u" or "ins" => With(outer, Mark.Underline),
        "s" or "del" or "strike" => With(outer, Mark.Strike),
        "sub" => With(outer, Mark.Subscript),
        "sup" => With(outer, Mark.Superscript),
        "span" => outer with
        {
            Color = StyleText.Value(element["style"], "color") is { Length: > 0 } color ? color : outer.Color,
            Highlight = StyleText.Value(element["style"], "background-color") is { Length: > 0 } highlight ? highlight : outer.Highlight,
        },
        "font" when element["color"] is { Length: > 0 } color => outer with { Color = color },
        _ => outer,
    };

    /// <summary>Whether the text is one colour as <c>style</c> spells it, and not the beginning of something else.</summary>
    public static bool IsColor(string text) => text.Length is > 0 and <= LongestColor && !text.AsSpan().ContainsAnyExcept(ColorCharacters);

    /// <summary>The tags for one mark.</summary>
    public static (string Start, string End) Tags(Mark mark) => mark switch
    {
        Mark.Strong => ("<strong>", "</strong>"),
        Mark.Emphasis => ("<em>", "</em>"),
        Mark.Underline => ("<u>", "</u>"),
        Mark.Strike => ("<del>", "</del>"),
        Mark.Subscript => ("<sub>", "</sub>"),
        _ => ("<sup>", "</sup>"),
    };

    private static Marks With(Marks outer, Mark added) => outer with { Flags = outer.Flags | added };
}
