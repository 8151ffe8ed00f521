using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Constructs;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>Panels, expands, layouts, media, cards and extensions.</summary>
internal sealed partial class AdfModel
{
    private ContainerBlock Panel(AdfObject node)
    {
        string type = node.Attribute("panelType") ?? "info";
        if (AdfPanels.ToMacro(type) is { } macro && Alerts.OfMacro(macro) is { } kind) return new Alert(kind, "", Blocks(node));
        var attributes = new List<DirectiveAttribute> { new("type", type) };
        if (node.Attribute("panelIcon") is { Length: > 0 } icon) attributes.Add(new DirectiveAttribute("icon", icon));
        if (node.Attribute("panelColor") is { Length: > 0 } color) attributes.Add(new DirectiveAttribute("color", color));
        string handle = NextHandle();
        return new Directive("panel", "", attributes, handle, Blocks(node));
    }

    private Directive Titled(AdfObject node, string name, string title)
    {
        string handle = NextHandle();
        return new Directive(name, title, [], handle, Blocks(node));
    }

    private Directive Layout(AdfObject node)
    {
        string handle = NextHandle();
        var columns = new List<Block>();
        foreach (AdfObject column in node.Nodes)
        {
            IReadOnlyList<DirectiveAttribute> width = column.Attribute("width") is { Length: > 0 } given ? [new DirectiveAttribute("width", given)] : [];
            string columnHandle = NextHandle();
            columns.Add(new Directive("layout-cell", "", width, columnHandle, Blocks(column)) { Origin = AdfOrigin.Of(column) });
        }

        return new Directive("layout-section", "", [], handle, columns);
    }

    /// <summary>A paragraph that holds an image alone; null where the node is no image that has an address.</summary>
    private static Paragraph? MediaSingle(AdfObject node)
    {
        AdfObject[] content = [.. node.Nodes];
        if (content.Length is 0 or > 2 || content[0].Type != "media" || (content.Length == 2 && content[1].Type != "caption")) return null;
        return AdfMedia.Read(node, content[0], content.ElementAtOrDefault(1)) is { } image ? new Paragraph([image]) : null;
    }

    private Directive MediaGroup(AdfObject node)
    {
        IEnumerable<string> names = node.Nodes.Select(media => media.Attribute("alt") is { Length: > 0 } alt ? alt : media.Attribute("id") ?? media.Attribute("url") ?? "");
        return new Directive("media-group", string.Join(", ", names.Where(name => name.Length > 0)), [], NextHandle(), null) { IsOpaque = true };
    }

    private static Paragraph? Card(AdfObject node) =>
        AdfInline.AddressOf(node) is { } url && node.Attributes?["datasource"] is null ? new Paragraph([AdfInline.Card(url, node.Type == "blockCard" ? "block" : "embed")]) : null;

    private Directive Extension(AdfObject node)
    {
        if (!AdfMacro.IsMacro(node)) return Unknown(node, AdfInline.Words(node) is { Length: > 0 } words && node.Content is null ? words : node.Attribute("extensionKey") ?? "");
        (string name, string label, IReadOnlyList<DirectiveAttribute> attributes) = AdfMacro.Shown(node);
        string handle = NextHandle();
        if (node.Content is not null) return new Directive(name, label, attributes, handle, Blocks(node));
        IReadOnlyList<Block>? plain = AdfMacro.PlainBodyOf(node) is { String: { } code } text ? [new CodeBlock("", code, []) { Origin = new AdfOrigin(text.Start, text.End, null) }] : null;
        return new Directive(name, label, attributes, handle, plain);
    }

    private Directive Unknown(AdfObject node) => Unknown(node, "");

    private Directive Unknown(AdfObject node, string words)
    {
        string handle = NextHandle();
        string type = node.Type.Length > 0 ? node.Type : "node";
        if (words.Length == 0 && node.Content is null) words = AdfInline.Words(node);
        List<Block> body = Blocks(node);
        return new Directive("opaque", words.Length > 0 ? $"{type} {words}" : type, [], handle, body.Count > 0 ? body : null) { IsOpaque = body.Count == 0 };
    }
}
