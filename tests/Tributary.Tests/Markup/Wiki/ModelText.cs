using Tributary.Markup.Model;

namespace Tributary.Tests.Markup.Wiki;

/// <summary>A model as one line, for tests to compare. Handles are left out where new blocks are compared, which have none.</summary>
internal static class ModelText
{
    public static string Of(Document document, bool withHandles = true) => Blocks(document.Blocks, withHandles);

    public static string Of(IReadOnlyList<Inline> line) => string.Concat(Joined(line).Select(Of));

    private static string Blocks(IReadOnlyList<Block> blocks, bool handles) => string.Join(' ', blocks.Select(block => Of(block, handles)));

    private static string Of(Block block, bool handles) => block switch
    {
        Paragraph paragraph => $"p({Of(paragraph.Inlines)})",
        Heading heading => $"h{heading.Level}({Of(heading.Inlines)})",
        Rule => "rule",
        Quote quote => $"quote({Blocks(quote.Blocks, handles)})",
        Alert alert => $"{alert.Kind}[{alert.Title}]({Blocks(alert.Blocks, handles)})",
        CodeBlock code => $"code[{code.Language}{Of(code.Attributes)}]({code.Code})",
        ListBlock list => $"{list.Kind.ToString().ToLowerInvariant()}({Blocks(list.Blocks, handles)})",
        ListItem item => $"item{(item.IsDone is { } done ? done ? "-done" : "-open" : "")}({Blocks(item.Blocks, handles)})",
        Table table => $"table({Blocks(table.Blocks, handles)})",
        TableRow row => $"row({Blocks(row.Blocks, handles)})",
        TableCell cell => $"{(cell.IsHeader ? "th" : "td")}({Blocks(cell.Blocks, handles)})",
        Directive directive => $"{directive.Name}[{directive.Label}{Of(directive.Attributes)}{(handles ? $" {directive.Handle}" : "")}]{(directive.Body is null ? "" : $"({Blocks(directive.Blocks, handles)})")}",
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
            Image image => $"image<{image.Address}{Of(image.Attributes)}{(image.Alt.Length > 0 ? " alt " + image.Alt : "")}{(image.Title is null ? "" : " title " + image.Title)}>",
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

    private static List<Inline> Joined(IReadOnlyList<Inline> line)
    {
        var joined = new List<Inline>();
        foreach (Inline inline in line)
        {
            if (inline is Text text && joined.Count > 0 && joined[^1] is Text before && before.Marks == text.Marks) joined[^1] = before with { Value = before.Value + text.Value };
            else joined.Add(inline);
        }

        return joined;
    }
}
