using Tributary.Markup.Model;
using Tributary.Markup.Reading;

namespace Tributary.Markup.Storage;

/// <summary>What a line says, for places that take no more than words.</summary>
internal static class LineText
{
    private static readonly char[] Spaces = [.. Whitespace.Characters];

    public static string Of(IReadOnlyList<Inline> line) => string.Join(' ', VisibleText.Of(Words(line)).Split(Spaces, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The same with every blank.</summary>
    public static string Words(IReadOnlyList<Inline> line) => string.Concat(line.Select(Of));

    private static string Of(Inline piece) => piece switch
    {
        Text text => text.Value,
        Code code => code.Value,
        Break => " ",
        Link link => Words(link.Inlines),
        Image image => image.Alt + Caption(image.Attributes),
        Mention mention => $"@{mention.UserId}",
        InlineDirective directive => directive.IsOpaque ? Caption(directive.Attributes) : directive.Label,
        _ => "",
    };

    private static string Caption(IReadOnlyList<DirectiveAttribute> attributes) => string.Concat(attributes.Where(attribute => attribute.Name == "caption").Select(attribute => $" {attribute.Value} "));
}
