using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Markup.Constructs;
using Tributary.Markup.Reading;
using Tributary.Markup.Rendering;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Adf;

/// <summary>Storage format to ADF: the blocks.</summary>
internal sealed partial class AdfWriter(ViewContext context)
{
    private const string MacroType = "com.atlassian.confluence.macro.core";

    // Each text has all its marks, and of a link the whole address: a page of long ones would be many times as long as its source.
    private const int MostMarks = 32;
    private const int FreeMarks = 10_000;

    private int localIds;
    private long roomForMarks;

    public JsonObject Document(StorageDocument document)
    {
        roomForMarks = FreeMarks + ((long)MostMarks * document.Source.Length);
        List<JsonObject> content = AdfPlaces.Fit(Blocks(document.Root), AdfPlaces.Document);
        JsonObject doc = AdfNode.Of("doc", content: content);
        doc["version"] = 1;
        return doc;
    }

    /// <summary>The children as blocks; runs of inline content between blocks become paragraphs.</summary>
    private List<JsonObject> Blocks(StorageElement parent)
    {
        var blocks = new List<JsonObject>();
        var run = new List<JsonObject>();
        foreach (StorageNode child in parent.Children)
        {
            if (child is StorageElement element && IsBlock(element))
            {
                Flush(run, blocks);
                Block(element, blocks);
            }
            else
            {
                Inline(child, [], run);
            }
        }

        Flush(run, blocks);
        return blocks;
    }

    private static void Flush(List<JsonObject> run, List<JsonObject> blocks)
    {
        List<JsonObject> inline = Trimmed(run);
        run.Clear();
        if (inline.Count > 0) blocks.Add(AdfNode.Paragraph(inline));
    }

    private static bool IsBlock(StorageElement element) =>
        Constructs.Blocks.IsBlock(element.Name) || element.Name == "ac:image" || (Macro.IsMacro(element) && !IsInlineMacro(element));

    private static bool IsInlineMacro(StorageElement macro) => Macro.Name(macro) is "status" or "anchor" or "jira" && Macro.RichBody(macro) is null && Macro.PlainBody(macro) is null;

    private void Block(StorageElement element, List<JsonObject> blocks)
    {
        switch (element.Name)
        {
            case "p":
                Paragraph(element, blocks);
                break;
            case ['h', >= '1' and <= '6']:
                blocks.Add(AdfNode.Of("heading", new JsonObject { ["level"] = Constructs.Blocks.HeadingLevel(element.Name) }, Runs(element)));
                break;
            case "ul":
                blocks.Add(AdfNode.Of("bulletList", content: Items(element)));
                break;
            case "ol":
                int start = int.TryParse(element["start"], NumberStyles.None, CultureInfo.InvariantCulture, out int order) ? order : 1;
                blocks.Add(AdfNode.Of("orderedList", new JsonObject { ["order"] = start }, Items(element)));
                break;
            case "ac:task-list":
                blocks.Add(TaskList(element));
                break;
            case "blockquote":
                blocks.Add(AdfNode.Of("blockquote", content: AdfPlaces.Fit(Blocks(element), AdfPlaces.Quote)));
                break;
            case "hr":
                blocks.Add(AdfNode.Of("rule"));
                break;
            case "pre":
                blocks.Add(CodeBlock(VerbatimText.Of(element), null));
                break;
            case "table":
                Table(element, blocks);
                break;
            case "ac:image":
                blocks.Add(Image(element));
                break;
            case "ac:layout-section":
                blocks.Add(Layout(element));
                break;
            case "ac:structured-macro" or "ac:macro":
                blocks.Add(MacroBlock(element));
                break;
            case "ac:adf-extension":
                Extension(element, blocks);
                break;
            default:
                blocks.AddRange(Blocks(element));
                break;
        }
    }

    // A paragraph may hold an image or a macro that ADF knows as a block only: it is cut there.
    private void Paragraph(StorageElement element, List<JsonObject> blocks)
    {
        if (element.Elements().Any(IsBlock))
        {
            blocks.AddRange(Blocks(element));
        }
        else
        {
            blocks.Add(AdfNode.Paragraph(Runs(element)));
        }
    }

    private List<JsonObject> Items(StorageElement list)
    {
        List<JsonObject> items = [.. list.Elements().Where(child => child.Name == "li").Select(item => AdfNode.Of("listItem", content: AdfPlaces.Fit(Blocks(item), AdfPlaces.ListItem)))];
        if (items.Count == 0) items.Add(AdfNode.Of("listItem", content: [AdfNode.Paragraph()]));
        return items;
    }

    private JsonObject TaskList(StorageElement list)
    {
        var items = new List<JsonObject>();
        foreach (StorageElement child in list.Elements())
        {
            if (child.Name == "ac:task-list") items.Add(TaskList(child));
            if (child.Name != "ac:task") continue;
            string state = child.Child("ac:task-status") is { } status && VerbatimText.Of(status) == "complete" ? "DONE" : "TODO";
            string localId = child.Child("ac:task-id") is { } id ? VerbatimText.Of(id) : LocalId();
            StorageElement? body = child.Child("ac:task-body");
            items.Add(AdfNode.Of("taskItem", new JsonObject { ["localId"] = localId, ["state"] = state }, body is null ? [] : Runs(body)));
            items.AddRange(body?.Elements().Where(inner => inner.Name == "ac:task-list").Select(TaskList) ?? []);
        }

        // A list begins with an item.
        if (items.Count == 0 || AdfNode.Type(items[0]) != "taskItem") items.Insert(0, AdfNode.Of("taskItem", new JsonObject { ["localId"] = LocalId(), ["state"] = "TODO" }, []));
        return AdfNode.Of("taskList", new JsonObject { ["localId"] = LocalId() }, items);
    }

    private void Table(StorageElement table, List<JsonObject> blocks)
    {
        List<JsonObject> rows = [.. Rows(table).Select(row => AdfNode.Of("tableRow", content: row.Elements().Where(cell => cell.Name is "td" or "th").Select(Cell)))];
        if (rows.Count > 0) blocks.Add(AdfNode.Of("table", new JsonObject { ["isNumberColumnEnabled"] = false, ["layout"] = "default" }, rows));
    }

    private static IEnumerable<StorageElement> Rows(StorageElement table) =>
        table.Elements().SelectMany(child => child.Name == "tr" ? [child] : child.Name is "thead" or "tbody" or "tfoot" ? child.Elements().Where(row => row.Name == "tr") : []);

    private JsonObject Cell(StorageElement cell)
    {
        var attributes = new JsonObject();
        foreach (string span in (string[])["colspan", "rowspan"])
        {
            if (int.TryParse(cell[span], NumberStyles.None, CultureInfo.InvariantCulture, out int count)) attributes[span] = count;
        }

        if (cell["data-highlight-colour"] is { Length: > 0 } colour) attributes["background"] = colour;
        return AdfNode.Of(cell.Name == "th" ? "tableHeader" : "tableCell", attributes, AdfPlaces.Fit(Blocks(cell), AdfPlaces.Cell));
    }

    private JsonObject Image(StorageElement image)
    {
        LinkTarget target = LinkTarget.Of(image);
        JsonObject attributes = target.Kind == LinkKind.Url
            ? new JsonObject { ["type"] = "external", ["url"] = target.Name }
            : new JsonObject { ["type"] = "file", ["id"] = target.Name.Length > 0 ? target.Name : "unknown", ["collection"] = "attachments" };
        if (image["ac:alt"] is { Length: > 0 } alt) attributes["alt"] = alt;
        foreach (string side in (string[])["width", "height"])
        {
            if (int.TryParse(image["ac:" + side], NumberStyles.None, CultureInfo.InvariantCulture, out int pixels)) attributes[side] = pixels;
        }

        List<JsonObject> content = [AdfNode.Of("media", attributes)];
        if (image.Child("ac:caption") is { } caption) content.Add(AdfNode.Of("caption", content: Runs(caption)));
        string layout = image["ac:layout"] is "wide" or "full-width" or "wrap-right" or "wrap-left" or "align-end" or "align-start" ? image["ac:layout"]! : "center";
        return AdfNode.Of("mediaSingle", new JsonObject { ["layout"] = layout }, content);
    }

    private JsonObject Layout(StorageElement section)
    {
        StorageElement[] cells = [.. section.Elements().Where(cell => cell.Name == "ac:layout-cell")];
        double[] widths = section["ac:type"] switch
        {
            "two_left_sidebar" => [33.33, 66.66],
            "two_right_sidebar" => [66.66, 33.33],
            "three_with_sidebars" => [25, 50, 25],
            _ => [.. cells.Select(_ => Math.Round(100.0 / Math.Max(1, cells.Length), 2))],
        };
        return AdfNode.Of("layoutSection", content: cells.Select((cell, place) => AdfNode.Of(
            "layoutColumn",
            new JsonObject { ["width"] = place < widths.Length ? widths[place] : 100 },
            AdfPlaces.Fit(Blocks(cell), AdfPlaces.Column))));
    }

    private JsonObject MacroBlock(StorageElement macro)
    {
        string name = Macro.Name(macro);
        if (name == "code") return CodeBlock(Macro.PlainBody(macro) ?? "", Macro.Parameter(macro, "language"));
        StorageElement? body = Macro.RichBody(macro);
        if (AdfPanels.OfMacro(name) is { } panel && body is not null)
        {
            return AdfNode.Of("panel", new JsonObject { ["panelType"] = panel }, AdfPlaces.Fit(Blocks(body), AdfPlaces.Panel));
        }

        if (name == "expand" && body is not null)
        {
            return AdfNode.Of("expand", new JsonObject { ["title"] = Macro.Parameter(macro, "title") ?? "" }, AdfPlaces.Fit(Blocks(body), [.. AdfPlaces.Extension, "nestedExpand"]));
        }

        return body is null
            ? AdfNode.Of("extension", ExtensionAttributes(macro))
            : AdfNode.Of("bodiedExtension", ExtensionAttributes(macro), AdfPlaces.Fit(Blocks(body), AdfPlaces.Extension));
    }

    private JsonObject ExtensionAttributes(StorageElement macro)
    {
        var parameters = new JsonObject();
        foreach (StorageElement parameter in Macro.Parameters(macro))
        {
            parameters[parameter["ac:name"] ?? ""] = new JsonObject { ["value"] = Macro.ParameterText(parameter) };
        }

        if (Macro.PlainBody(macro) is { } plain) parameters["__bodyContent"] = new JsonObject { ["value"] = plain };
        var metadata = new JsonObject { ["schemaVersion"] = new JsonObject { ["value"] = macro["ac:schema-version"] ?? "1" } };
        if (macro["ac:macro-id"] is { Length: > 0 } id) metadata["macroId"] = new JsonObject { ["value"] = id };
        string name = Macro.Name(macro);
        return new JsonObject
        {
            ["extensionType"] = MacroType,
            ["extensionKey"] = name.Length > 0 ? name : "unknown",
            ["parameters"] = new JsonObject { ["macroParams"] = parameters, ["macroMetadata"] = metadata },
            ["localId"] = macro["ac:local-id"] is { Length: > 0 } localId ? localId : LocalId(),
        };
    }

    private void Extension(StorageElement extension, List<JsonObject> blocks)
    {
        StorageElement? node = extension.Child("ac:adf-node");
        StorageElement? content = node?.Child("ac:adf-content");
        switch (node?["type"])
        {
            case "panel" when content is not null:
                string type = node.Elements().FirstOrDefault(child => child.Name == "ac:adf-attribute" && child["key"] == "panel-type") is { } attribute ? VerbatimText.Of(attribute) : "note";
                blocks.Add(AdfNode.Of("panel", new JsonObject { ["panelType"] = AdfPanels.IsKnown(type) ? type : "note" }, AdfPlaces.Fit(Blocks(content), AdfPlaces.Panel)));
                break;
            case "decision-list":
                List<JsonObject> items = [.. node.Elements().Where(child => child.Name == "ac:adf-node").Select(item => AdfNode.Of(
                    "decisionItem",
                    new JsonObject { ["localId"] = LocalId(), ["state"] = "DECIDED" },
                    item.Child("ac:adf-content") is { } said ? Runs(said) : []))];
                if (items.Count > 0) blocks.Add(AdfNode.Of("decisionList", new JsonObject { ["localId"] = LocalId() }, items));
                break;
            default:
                blocks.AddRange(Blocks(extension.Child("ac:adf-fallback") ?? content ?? extension));
                break;
        }
    }

    private static JsonObject CodeBlock(string code, string? language) => AdfNode.Of(
        "codeBlock",
        language is { Length: > 0 } ? new JsonObject { ["language"] = language } : null,
        code.Length > 0 ? [AdfNode.Text(code, [])] : []);

    // The same body gives the same ids, so that two reads can be compared.
    private string LocalId() => string.Create(CultureInfo.InvariantCulture, $"local-{++localIds}");
}
