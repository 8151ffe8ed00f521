using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Adf;

/// <summary>ADF to storage format: the blocks. Nodes that storage format has no form for give way to what they hold.</summary>
internal sealed partial class AdfReader
{
    private readonly StringBuilder storage = new();
    private int taskIds;

    public string Document(JsonObject doc)
    {
        Blocks(doc);
        return storage.ToString();
    }

    private void Blocks(JsonObject parent)
    {
        foreach (JsonObject block in AdfNode.Content(parent)) Block(block);
    }

    private void Block(JsonObject node)
    {
        switch (AdfNode.Type(node))
        {
            case "paragraph":
                Element("p", () => Inline(node));
                break;
            case "heading":
                int level = int.TryParse(AdfNode.Attribute(node, "level"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? Math.Clamp(given, 1, 6) : 1;
                Element($"h{level}", () => Inline(node));
                break;
            case "bulletList":
                Element("ul", () => Blocks(node));
                break;
            case "orderedList":
                OrderedList(node);
                break;
            case "listItem":
                Element("li", () => Blocks(node));
                break;
            case "taskList":
                Element("ac:task-list", () => Blocks(node));
                break;
            case "taskItem":
                Task(node);
                break;
            case "decisionList":
                Decisions(node);
                break;
            case "blockquote":
                Element("blockquote", () => Blocks(node));
                break;
            case "rule":
                storage.Append("<hr />");
                break;
            case "codeBlock":
                Code(node);
                break;
            case "table":
                Element("table", () => Element("tbody", () => Blocks(node)));
                break;
            case "tableRow":
                Element("tr", () => Blocks(node));
                break;
            case "tableHeader":
                Cell("th", node);
                break;
            case "tableCell":
                Cell("td", node);
                break;
            case "mediaSingle" or "mediaGroup":
                Media(node);
                break;
            case "panel":
                Panel(node);
                break;
            case "expand" or "nestedExpand":
                Macro("expand", [("title", AdfNode.Attribute(node, "title"))], () => Blocks(node));
                break;
            case "layoutSection":
                Layout(node);
                break;
            case "extension":
                Extension(node, rich: null);
                break;
            case "bodiedExtension":
                Extension(node, () => Blocks(node));
                break;
            case "blockCard" or "embedCard":
                Element("p", () => Card(node, AdfNode.Type(node) == "blockCard" ? "block" : "embed"));
                break;
            default:
                Unknown(node);
                break;
        }
    }

    private void Unknown(JsonObject node)
    {
        JsonObject[] content = [.. AdfNode.Content(node)];
        if (content.Length > 0 && content.All(child => AdfNode.Type(child) == "text" || IsInline(AdfNode.Type(child))))
        {
            Element("p", () => Inline(node));
        }
        else
        {
            Blocks(node);
        }
    }

    private void OrderedList(JsonObject node)
    {
        storage.Append("<ol");
        if (AdfNode.Attribute(node, "order") is { } order && order != "1" && int.TryParse(order, NumberStyles.None, CultureInfo.InvariantCulture, out _)) storage.AppendAttribute("start", order);
        storage.Append('>');
        Blocks(node);
        storage.Append("</ol>");
    }

    private void Task(JsonObject item)
    {
        storage.Append("<ac:task><ac:task-id>").Append(++taskIds).Append("</ac:task-id><ac:task-status>");
        storage.Append(AdfNode.Attribute(item, "state") == "DONE" ? "complete" : "incomplete").Append("</ac:task-status><ac:task-body><span class=\"placeholder-inline-tasks\">");
        Inline(item);
        storage.Append("</span></ac:task-body></ac:task>");
    }

    private void Decisions(JsonObject list)
    {
        storage.Append("<ac:adf-extension><ac:adf-node type=\"decision-list\">");
        foreach (JsonObject item in AdfNode.Content(list))
        {
            storage.Append("<ac:adf-node type=\"decision-item\"><ac:adf-attribute key=\"state\">DECIDED</ac:adf-attribute><ac:adf-content>");
            Inline(item);
            storage.Append("</ac:adf-content></ac:adf-node>");
        }

        storage.Append("</ac:adf-node><ac:adf-fallback><ul class=\"decision-list\">");
        foreach (JsonObject item in AdfNode.Content(list)) Element("li", () => Inline(item));
        storage.Append("</ul></ac:adf-fallback></ac:adf-extension>");
    }

    private void Code(JsonObject node)
    {
        string code = string.Concat(AdfNode.Content(node).Select(text => text["text"]?.ToString() ?? ""));
        Macro("code", [("language", AdfNode.Attribute(node, "language"))], rich: null, plain: code);
    }

    private void Cell(string name, JsonObject cell)
    {
        storage.Append('<').Append(name);
        foreach (string span in (string[])["colspan", "rowspan"])
        {
            if (AdfNode.Attribute(cell, span) is { } count && count != "1" && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out _)) storage.AppendAttribute(span, count);
        }

        if (AdfNode.Attribute(cell, "background") is { Length: > 0 } colour) storage.AppendAttribute("data-highlight-colour", colour);
        storage.Append('>');
        Blocks(cell);
        storage.Append("</").Append(name).Append('>');
    }

    private void Media(JsonObject parent)
    {
        JsonObject? caption = AdfNode.Content(parent).FirstOrDefault(child => AdfNode.Type(child) == "caption");
        foreach (JsonObject media in AdfNode.Content(parent).Where(child => AdfNode.Type(child) == "media"))
        {
            storage.Append("<ac:image");
            if (AdfNode.Attribute(parent, "layout") is { Length: > 0 } layout) storage.AppendAttribute("ac:layout", layout);
            foreach (string attribute in (string[])["alt", "width", "height"])
            {
                if (AdfNode.Attribute(media, attribute) is { Length: > 0 } value) storage.AppendAttribute("ac:" + attribute, value);
            }

            storage.Append('>');
            bool isExternal = AdfNode.Attribute(media, "type") == "external";
            storage.Append(isExternal ? "<ri:url" : "<ri:attachment").AppendAttribute(isExternal ? "ri:value" : "ri:filename", AdfNode.Attribute(media, isExternal ? "url" : "id") ?? "").Append(" />");
            if (caption is not null) Element("ac:caption", () => Inline(caption));
            storage.Append("</ac:image>");
        }
    }

    private void Panel(JsonObject node)
    {
        string type = AdfNode.Attribute(node, "panelType") ?? "info";
        if (AdfPanels.ToMacro(type) is { } macro)
        {
            Macro(macro, [], () => Blocks(node));
            return;
        }

        storage.Append("<ac:adf-extension><ac:adf-node type=\"panel\"><ac:adf-attribute key=\"panel-type\">").AppendEscaped(type).Append("</ac:adf-attribute><ac:adf-content>");
        Blocks(node);
        storage.Append("</ac:adf-content></ac:adf-node></ac:adf-extension>");
    }

    private void Layout(JsonObject section)
    {
        JsonObject[] columns = [.. AdfNode.Content(section)];
        double[] widths = [.. columns.Select(column => double.TryParse(AdfNode.Attribute(column, "width"), CultureInfo.InvariantCulture, out double width) ? width : 0)];
        string type = widths switch
        {
            [_] => "fixed-width",
            [var left, var right] => left < right - 1 ? "two_left_sidebar" : left > right + 1 ? "two_right_sidebar" : "two_equal",
            [var left, var middle, _] => middle > left + 1 ? "three_with_sidebars" : "three_equal",
            { Length: 4 } => "four_equal",
            _ => "five_equal",
        };
        storage.Append("<ac:layout><ac:layout-section").AppendAttribute("ac:type", type).Append('>');
        foreach (JsonObject column in columns) Element("ac:layout-cell", () => Blocks(column));
        storage.Append("</ac:layout-section></ac:layout>");
    }

    private void Extension(JsonObject node, Action? rich)
    {
        JsonObject? parameters = (node["attrs"] as JsonObject)?["parameters"] as JsonObject;
        var given = new List<(string Name, string? Value)>();
        string? plain = null;
        foreach ((string name, JsonNode? parameter) in parameters?["macroParams"] as JsonObject ?? [])
        {
            string? value = (parameter as JsonObject)?["value"]?.ToString();
            if (name == "__bodyContent") plain = value;
            else given.Add((name, value));
        }

        string? macroId = ((parameters?["macroMetadata"] as JsonObject)?["macroId"] as JsonObject)?["value"]?.ToString();
        Macro(AdfNode.Attribute(node, "extensionKey") ?? "unknown", given, rich, plain, macroId);
    }

    private void Macro(string name, IEnumerable<(string Name, string? Value)> parameters, Action? rich, string? plain = null, string? macroId = null)
    {
        storage.Append("<ac:structured-macro").AppendAttribute("ac:name", name).Append(" ac:schema-version=\"1\"");
        if (macroId is not null) storage.AppendAttribute("ac:macro-id", macroId);
        storage.Append('>');
        foreach ((string parameter, string? value) in parameters.Where(each => !string.IsNullOrEmpty(each.Value)))
        {
            storage.Append("<ac:parameter").AppendAttribute("ac:name", parameter).Append('>').AppendEscaped(value).Append("</ac:parameter>");
        }

        if (rich is not null) Element("ac:rich-text-body", rich);
        if (plain is not null) storage.Append("<ac:plain-text-body>").AppendCData(plain).Append("</ac:plain-text-body>");
        storage.Append("</ac:structured-macro>");
    }

    private void Element(string name, Action content)
    {
        storage.Append('<').Append(name).Append('>');
        content();
        storage.Append("</").Append(name).Append('>');
    }
}
