using System.Text;
using Tributary.Markup.Model;

namespace Tributary.Tests.Markup.Storage;

/// <summary>A model as text that tests compare and people read: a block a line, what it holds indented, origins and handles left out.</summary>
internal static class ModelText
{
    public static string Of(Document document) => Of(document.Blocks);

    public static string Of(IReadOnlyList<Block> blocks)
    {
        var text = new StringBuilder();
        foreach (Block block in blocks) Append(block, "", text);
        return text.ToString();
    }

    public static string Of(IReadOnlyList<Inline> line) => string.Concat(line.Select(Of));

    private static void Append(Block block, string indent, StringBuilder text)
    {
        text.Append(indent).Append(Head(block)).Append('\n');
        if (block is not ContainerBlock container) return;
        foreach (Block child in container.Blocks) Append(child, indent + "  ", text);
    }

    private static string Head(Block block) => block switch
    {
        Paragraph paragraph => $"p {Of(paragraph.Inlines)}",
        Heading heading => $"h{heading.Level} {Of(heading.Inlines)}",
        Rule => "rule",
        Quote => "quote",
        Alert alert => $"alert {alert.Kind} {alert.Title}".TrimEnd(),
        CodeBlock code => $"code {code.Language}{Braces(code.Attributes)} {Quoted(code.Code)}",
        ListBlock list => $"list {list.Kind}{(list.Start == 1 ? "" : $" {list.Start}")}",
        ListItem item => item.IsDone switch { null => "item", true => "item done", false => "item open" },
        Table => "table",
        TableRow => "row",
        TableCell cell => $"{(cell.IsHeader ? "th" : "td")}{(cell.ColumnSpan == 1 ? "" : $" colspan={cell.ColumnSpan}")}{(cell.RowSpan == 1 ? "" : $" rowspan={cell.RowSpan}")}{(cell.Alignment == CellAlignment.None ? "" : $" {cell.Alignment}")}",
        Directive directive => $"{(directive.Body is null ? "::" : ":::")}{directive.Name}{Label(directive.Label)}{Braces(directive.Attributes)}{(directive.IsOpaque ? " opaque" : "")}",
        _ => block.GetType().Name,
    };

    private static string Of(Inline piece) => Marked(piece.Marks, piece switch
    {
        Text text => text.Value.Replace("\u00A0", "&nbsp;", StringComparison.Ordinal),
        Code code => $"`{code.Value}`",
        Break => "<br>",
        Link link => $"[{Of(link.Inlines)}]({link.Address}{(link.Title is null ? "" : $" {Quoted(link.Title)}")}){Braces(link.Attributes)}",
        Image image => $"![{image.Alt}]({image.Address}{(image.Title is null ? "" : $" {Quoted(image.Title)}")}){Braces(image.Attributes)}",
        Mention mention => $"@{mention.UserId}",
        InlineDirective directive => $":{directive.Name}{Label(directive.Label)}{Braces(directive.Attributes)}{(directive.IsOpaque ? " opaque" : "")}",
        _ => piece.GetType().Name,
    });

    private static string Marked(Marks marks, string text)
    {
        if (marks == default) return text;
        string names = string.Join(',', new[] { marks.Flags == Mark.None ? null : marks.Flags.ToString(), marks.Color, marks.Highlight is null ? null : $"on {marks.Highlight}" }.Where(name => name is not null));
        return $"<{names}|{text}>";
    }

    private static string Label(string label) => label.Length == 0 ? "" : $"[{label}]";

    private static string Braces(IReadOnlyList<DirectiveAttribute> attributes) =>
        attributes.Count == 0 ? "" : $"{{{string.Join(' ', attributes.Select(attribute => $"{attribute.Name}={Quoted(attribute.Value)}"))}}}";

    private static string Quoted(string value) => $"\"{value.Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
