using Tributary.Markup.Model;

namespace Tributary.Tests.Markup.Wiki;

/// <summary>A model as one line, for tests to compare.</summary>
internal static class ModelText
{
    public static string Of(Document document) => Of(document.Blocks);

    public static string Of(IReadOnlyList<Inline> line) => string.Concat(line.Select(Of));

    private static string Of(IReadOnlyList<Block> blocks) => string.Join(' ', blocks.Select(Of));

    private static string Of(Block block) => block switch
    {
        Paragraph paragraph => $"p({Of(paragraph.Inlines)})",
        Heading heading => $"h{heading.Level}({Of(heading.Inlines)})",
        Rule => "rule",
        Quote quote => $"quote({Of(quote.Blocks)})",
        Alert alert => $"{alert.Kind}[{alert.Title}]({Of(alert.Blocks)})",
        CodeBlock code => $"code[{code.Language}{Of(code.Attributes)}]({code.Code})",
        ListBlock list => $"{list.Kind.ToString().ToLowerInvariant()}({Of(list.Blocks)})",
        ListItem item => $"item{(item.IsDone is { } done ? done ? "-done" : "-open" : "")}({Of(item.Blocks)})",
        Table table => $"table({Of(table.Blocks)})",
        TableRow row => $"row({Of(row.Blocks)})",
        TableCell cell => $"{(cell.IsHeader ? "th" : "td")}({Of(cell.Blocks)})",
        Directive directive => $"{directive.Name}[{directive.Label}{Of(directive.Attributes)} {directive.Handle}]{(directive.Body is null ? "" : $"({Of(directive.Blocks)})")}",
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static string Of(IReadOnlyList<DirectiveAttribute> attributes) => string.Concat(attributes.Select(attribute => $" {attribute.Name}={attribute.Value}"));

    private static string Of(Inline inline)
    {
        string text = inline switch
        {
            Text words => words.Value,
            Code code => $"code<{code.Value}>",
            Break => "/",
            Link link => $"link<{link.Address}{(link.Title is null ? "" : " " + link.Title)}>[{Of(link.Inlines)}]",
            Image image => $"image<{image.Address}{Of(image.Attributes)}{(image.Alt.Length > 0 ? " alt " + image.Alt : "")}>",
            Mention mention => $"@{mention.UserId}",
            InlineDirective directive => $":{directive.Name}[{directive.Label}]",
            _ => throw new ArgumentOutOfRangeException(nameof(inline)),
        };
        Marks marks = inline.Marks;
        string names = string.Concat(new[] { (Mark.Emphasis, "e"), (Mark.Strong, "s"), (Mark.Strike, "d"), (Mark.Underline, "u"), (Mark.Superscript, "sup"), (Mark.Subscript, "sub") }
            .Where(mark => marks.Flags.HasFlag(mark.Item1)).Select(mark => mark.Item2));
        if (names.Length > 0) text = $"{names}<{text}>";
        return marks.Color is null ? text : $"color<{marks.Color}>{{{text}}}";
    }
}
