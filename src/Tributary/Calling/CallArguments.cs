using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tributary.Commands;

namespace Tributary.Calling;

/// <summary>A tool's arguments from the command line: <c>--page-id 98304</c> for <c>page_id</c>, or JSON.</summary>
internal static class CallArguments
{
    /// <param name="schema">The tool's input schema, where it is known: it tells numbers and lists from text.</param>
    /// <exception cref="UsageException">A flag without a value, or words that belong to no flag.</exception>
    public static IReadOnlyDictionary<string, JsonElement> FromFlags(IReadOnlyList<string> words, JsonElement? schema)
    {
        var arguments = new JsonObject();
        for (int i = 0; i < words.Count; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal) || words[i].Length < 3)
                throw new UsageException($"'{words[i]}' belongs to no flag: give --name value.");
            (string name, string? value) = Split(words[i][2..]);
            string type = TypeOf(schema, name);
            if (value is null && i + 1 < words.Count && !IsFlag(words[i + 1]))
                value = words[++i];
            Add(arguments, name, Read(name, type, value));
        }

        return Elements(arguments);
    }

    /// <exception cref="UsageException">Not a JSON object.</exception>
    public static IReadOnlyDictionary<string, JsonElement> FromJson(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject arguments ? Elements(arguments) : throw new UsageException("--json takes an object, such as '{\"page_id\": \"98304\"}'.");
        }
        catch (JsonException exception)
        {
            throw new UsageException($"--json is not valid JSON at character {exception.BytePositionInLine + 1}.");
        }
    }

    // A negative number is a value, not a flag.
    private static bool IsFlag(string word) => word.StartsWith("--", StringComparison.Ordinal) && word.Length > 2;

    private static (string Name, string? Value) Split(string flag)
    {
        int equals = flag.IndexOf('=');
        return equals < 0 ? (Wire(flag), null) : (Wire(flag[..equals]), flag[(equals + 1)..]);
    }

    private static string Wire(string name) => name.Replace('-', '_');

    private static string TypeOf(JsonElement? schema, string name) =>
        schema is { ValueKind: JsonValueKind.Object } root
        && root.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty(name, out JsonElement property)
        && property.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String
            ? type.GetString()!
            : "string";

    private static JsonNode Read(string name, string type, string? value) => (type, value) switch
    {
        ("boolean", null) => true,
        (_, null) => throw new UsageException($"--{name.Replace('_', '-')} needs a value."),
        ("boolean", _) when bool.TryParse(value, out bool truth) => truth,
        ("integer", _) when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => number,
        ("number", _) when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => number,
        ("object" or "array", ['{' or '[', ..]) => Parsed(name, value),
        ("array", _) => new JsonArray([.. value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => (JsonNode)item)]),
        // What does not fit goes as it is: the tool says it better.
        _ => value,
    };

    private static JsonNode Parsed(string name, string value)
    {
        try
        {
            return JsonNode.Parse(value)!;
        }
        catch (JsonException)
        {
            throw new UsageException($"--{name.Replace('_', '-')} is not valid JSON.");
        }
    }

    private static void Add(JsonObject arguments, string name, JsonNode value)
    {
        if (arguments[name] is JsonArray list && value is JsonArray more)
        {
            foreach (JsonNode? item in more)
                list.Add(item!.DeepClone());
        }
        else if (!arguments.TryAdd(name, value))
        {
            throw new UsageException($"--{name.Replace('_', '-')} is given twice.");
        }
    }

    private static Dictionary<string, JsonElement> Elements(JsonObject arguments) =>
        arguments.ToDictionary(argument => argument.Key, argument => argument.Value is null ? JsonElement.Parse("null") : JsonElement.Parse(argument.Value.ToJsonString()));
}
