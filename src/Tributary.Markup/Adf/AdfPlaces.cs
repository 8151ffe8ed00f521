using System.Text.Json.Nodes;

namespace Tributary.Markup.Adf;

/// <summary>Which blocks the schema allows where; what is not allowed gives way to what it holds.</summary>
internal static class AdfPlaces
{
    public static readonly string[] Document =
        ["paragraph", "heading", "bulletList", "orderedList", "taskList", "decisionList", "blockquote", "codeBlock", "panel", "rule", "table", "mediaSingle", "expand", "layoutSection", "extension", "bodiedExtension"];

    public static readonly string[] Column = [.. Document.Where(type => type != "layoutSection")];

    public static readonly string[] Extension = [.. Column.Where(type => type is not ("expand" or "bodiedExtension"))];

    public static readonly string[] Panel = ["paragraph", "heading", "bulletList", "orderedList", "taskList", "decisionList", "codeBlock", "rule", "mediaSingle", "extension"];

    public static readonly string[] Cell = ["paragraph", "heading", "bulletList", "orderedList", "taskList", "decisionList", "blockquote", "codeBlock", "panel", "rule", "mediaSingle", "extension", "nestedExpand"];

    public static readonly string[] Quote = ["paragraph", "bulletList", "orderedList", "codeBlock", "mediaSingle", "extension"];

    public static readonly string[] ListItem = ["paragraph", "bulletList", "orderedList", "taskList", "mediaSingle", "codeBlock", "extension"];

    /// <summary>At least one block, all of them of the allowed types.</summary>
    public static List<JsonObject> Fit(IEnumerable<JsonObject> blocks, string[] allowed)
    {
        var fitted = new List<JsonObject>();
        foreach (JsonObject block in blocks) Fit(block, allowed, fitted);
        if (fitted.Count == 0) fitted.Add(AdfNode.Paragraph());
        return fitted;
    }

    private static void Fit(JsonObject block, string[] allowed, List<JsonObject> fitted)
    {
        string type = AdfNode.Type(block);
        if (allowed.Contains(type))
        {
            fitted.Add(block);
        }
        else if (type == "expand" && allowed.Contains("nestedExpand"))
        {
            JsonObject nested = AdfNode.Of("nestedExpand", block["attrs"]?.DeepClone().AsObject() ?? [], Fit(Released(block), Panel));
            fitted.Add(nested);
        }
        else if (type is "heading" or "taskItem" or "decisionItem")
        {
            fitted.Add(AdfNode.Paragraph(Released(block)));
        }
        else
        {
            foreach (JsonObject inner in Released(block)) Fit(inner, allowed, fitted);
        }
    }

    /// <summary>The content, free to be put elsewhere.</summary>
    private static List<JsonObject> Released(JsonObject block)
    {
        List<JsonObject> content = [.. AdfNode.Content(block)];
        (block["content"] as JsonArray)?.Clear();
        return content;
    }
}
