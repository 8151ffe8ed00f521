using System.Text;
using System.Text.Json;

namespace Tributary.Tools.Writing;

/// <summary>The text of an ADF document, its blocks apart by a sign that no text holds. What is no JSON has none.</summary>
internal static class AdfText
{
    private const int MostLevels = 1_000;

    public static string Of(string adf)
    {
        var text = new StringBuilder();
        try
        {
            using var document = JsonDocument.Parse(adf, new JsonDocumentOptions { MaxDepth = MostLevels });
            Write(document.RootElement, text);
        }
        catch (JsonException)
        {
            text.Clear();
        }

        return text.ToString();
    }

    private static void Write(JsonElement node, StringBuilder text)
    {
        if (node.ValueKind != JsonValueKind.Object)
            return;

        string? type = Text(node, "type");
        if (type == "text")
        {
            text.Append(Text(node, "text"));
            return;
        }

        // Code takes no comments; whatever else stands between two texts keeps them apart.
        text.Append('\0');
        if (type != "codeBlock" && node.TryGetProperty("content", out JsonElement content) && content.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement inner in content.EnumerateArray())
                Write(inner, text);
        }

        text.Append('\0');
    }

    private static string? Text(JsonElement node, string name) => node.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
