using System.Text.Json;
using Tributary.Tools;

namespace Tributary.Tests.Tools;

/// <summary>Holds each result against the schema that the tool lists for it: every field is named there, with its type.</summary>
internal static class ResultSchema
{
    public static void Check(string tool, JsonElement result)
    {
        // An earlier name gives more than the schema of its tool says.
        if (ToolCatalog.Find(tool) is not { } known) return;
        Check(known.Listed(withFiles: true).OutputSchema!.Value, result, tool);
    }

    private static void Check(JsonElement schema, JsonElement value, string at)
    {
        string type = schema.GetProperty("type").GetString()!;
        switch (type)
        {
            case "object":
                Assert.True(value.ValueKind == JsonValueKind.Object, $"{at} is no object: {value}");
                if (!schema.TryGetProperty("properties", out JsonElement properties)) return;
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    Assert.True(properties.TryGetProperty(property.Name, out JsonElement inner), $"{at}.{property.Name} is not in the schema");
                    if (property.Value.ValueKind != JsonValueKind.Null) Check(inner, property.Value, $"{at}.{property.Name}");
                }

                break;
            case "array":
                Assert.True(value.ValueKind == JsonValueKind.Array, $"{at} is no list: {value}");
                foreach (JsonElement item in value.EnumerateArray())
                    Check(schema.GetProperty("items"), item, at);
                break;
            default:
                Assert.True(Fits(type, value), $"{at} is no {type}: {value}");
                break;
        }
    }

    private static bool Fits(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => false,
    };
}
