using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tributary.Tests.Rules;

namespace Tributary.Tests.Markup.Adf.Schema;

/// <summary>Checks a document against the published schema, with the keywords of JSON Schema draft-04 that it uses.</summary>
internal static class AdfSchema
{
    private const string DefinitionPrefix = "#/definitions/";

    private static readonly JsonObject Root = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests/Tributary.Tests/Markup/Adf/Schema/adf.full.schema.json")))!.AsObject();
    private static readonly JsonObject Definitions = Root["definitions"]!.AsObject();

    /// <summary>Null if the document is valid, else a node that is not.</summary>
    public static string? Fault(string adf) => Fault(JsonNode.Parse(adf, documentOptions: new JsonDocumentOptions { MaxDepth = 256 }), Root);

    private static string? Fault(JsonNode? value, JsonNode schema)
    {
        if (schema["$ref"] is { } reference) return Fault(value, Definitions[reference.GetValue<string>()[DefinitionPrefix.Length..]]!);
        if (schema["allOf"] is JsonArray all && all.Select(part => Fault(value, part!)).FirstOrDefault(fault => fault is not null) is { } failed) return failed;
        if (schema["anyOf"] is JsonArray any)
        {
            List<string?> faults = [.. any.Select(part => Fault(value, part!))];
            if (faults.TrueForAll(fault => fault is not null)) return faults.MinBy(fault => fault!.Length);
        }

        if (schema["enum"] is JsonArray choices && !choices.Any(choice => JsonNode.DeepEquals(choice, value))) return Said(value);
        return schema["type"]?.GetValue<string>() switch
        {
            "object" => value is JsonObject node ? OfObject(node, schema) : Said(value),
            "array" => value is JsonArray items ? OfArray(items, schema) : Said(value),
            "string" => value?.GetValueKind() == JsonValueKind.String ? OfString(value.GetValue<string>(), schema) : Said(value),
            "number" => value?.GetValueKind() == JsonValueKind.Number ? OfNumber(value.GetValue<double>(), schema) : Said(value),
            "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? null : Said(value),
            _ => null,
        };
    }

    private static string? OfObject(JsonObject node, JsonNode schema)
    {
        if (schema["required"] is JsonArray required && required.Any(name => !node.ContainsKey(name!.GetValue<string>()))) return Said(node);
        JsonObject properties = schema["properties"]?.AsObject() ?? [];
        foreach ((string name, JsonNode? value) in node)
        {
            if (properties[name] is { } property)
            {
                if (Fault(value, property) is { } fault) return fault;
            }
            else if (schema["additionalProperties"] is JsonValue additional && !additional.GetValue<bool>())
            {
                return $"{name} of {Said(node)}";
            }
        }

        return null;
    }

    private static string? OfArray(JsonArray items, JsonNode schema)
    {
        if (schema["minItems"] is { } least && items.Count < least.GetValue<int>()) return Said(items);
        if (schema["maxItems"] is { } most && items.Count > most.GetValue<int>()) return Said(items);
        return schema["items"] switch
        {
            JsonArray tuple => items.Zip(tuple, (item, each) => Fault(item, each!)).FirstOrDefault(fault => fault is not null),
            JsonObject each => items.Select(item => Fault(item, each)).FirstOrDefault(fault => fault is not null),
            _ => null,
        };
    }

    private static string? OfString(string text, JsonNode schema)
    {
        if (schema["minLength"] is { } least && text.Length < least.GetValue<int>()) return $"\"{text}\"";
        return schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern.GetValue<string>(), RegexOptions.NonBacktracking) ? $"\"{text}\"" : null;
    }

    private static string? OfNumber(double number, JsonNode schema) =>
        number < (schema["minimum"]?.GetValue<double>() ?? double.MinValue) || number > (schema["maximum"]?.GetValue<double>() ?? double.MaxValue) ? Said(number) : null;

    private static string Said(JsonNode? value) => value?.ToJsonString() ?? "null";
}
