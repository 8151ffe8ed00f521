using System.Text.Json.Nodes;

namespace Tributary.Markup.Adf;

/// <summary>Makes and reads nodes, marks and attributes.</summary>
internal static class AdfNode
{
    public static JsonObject Of(string type, JsonObject? attributes = null, IEnumerable<JsonObject>? content = null)
    {
        var node = new JsonObject { ["type"] = type };
        if (attributes is not null) node["attrs"] = attributes;
        if (content is not null) node["content"] = new JsonArray([.. content]);
        return node;
    }

    public static JsonObject Paragraph(params IEnumerable<JsonObject> inline) => Of("paragraph", content: inline);

    public static JsonObject Text(string text, IEnumerable<JsonObject> marks)
    {
        var node = new JsonObject { ["type"] = "text", ["text"] = text };
        JsonNode?[] cloned = [.. marks.Select(mark => mark.DeepClone())];
        if (cloned.Length > 0) node["marks"] = new JsonArray(cloned);
        return node;
    }

    public static string Type(JsonObject node) => node["type"]?.GetValue<string>() ?? "";

    public static IEnumerable<JsonObject> Content(JsonObject node) => (node["content"] as JsonArray)?.OfType<JsonObject>() ?? [];

    public static IEnumerable<JsonObject> Marks(JsonObject node) => (node["marks"] as JsonArray)?.OfType<JsonObject>() ?? [];

    /// <summary>An attribute as text, whatever kind of value it is; null where there is none.</summary>
    public static string? Attribute(JsonObject node, string name) => (node["attrs"] as JsonObject)?[name]?.ToString();
}
