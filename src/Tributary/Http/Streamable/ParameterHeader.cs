using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Tributary.Http.Streamable;

/// <summary>One argument of a tool that its schema asks clients to repeat in a header (<c>x-mcp-header</c>).</summary>
internal sealed record ParameterHeader(string[] Path, string Header, bool IsInteger)
{
    // Beyond it a client in JavaScript holds another number than the one it was given.
    private const double LargestSafeInteger = 9_007_199_254_740_991;

    /// <summary>All that a tool's input schema asks for, nested objects included.</summary>
    public static ParameterHeader[] Of(McpServerTool tool) => [.. Of(tool.ProtocolTool.InputSchema, [])];

    /// <summary>What is wrong with the header, given the arguments of a call; null if nothing is.</summary>
    public string? Fault(IHeaderDictionary headers, JsonNode? arguments)
    {
        JsonNode? argument = Path.Aggregate(arguments, (node, property) => (node as JsonObject)?[property]);
        return Fault(headers, McpHeaders.ParameterPrefix + Header, argument, IsInteger);
    }

    /// <param name="inMessage">The value that the header repeats; without one there must be no header.</param>
    public static string? Fault(IHeaderDictionary headers, string name, JsonNode? inMessage, bool isInteger)
    {
        if (headers[name].Count == 0 && inMessage is null)
            return null;

        if (headers[name] is not [{ } raw])
            return $"the {name} header is required once.";

        if (raw.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return $"{name} holds characters that a header cannot: send them as =?base64?...?=.";

        if (McpHeaderEncoder.DecodeValue(raw.Trim()) is not { } actual)
            return $"{name} is not valid base64.";

        string? expected = inMessage is null ? null : McpHeaderEncoder.DecodeValue(McpHeaderEncoder.ConvertToHeaderValue(inMessage));
        if (isInteger && (IsTooLarge(actual) || IsTooLarge(expected)))
            return $"{name} is beyond the whole numbers that every client can hold.";

        return actual == expected && !(isInteger && IsFraction(actual)) || isInteger && IsSameInteger(actual, expected)
            ? null
            : $"{name} differs from the message.";
    }

    private static IEnumerable<ParameterHeader> Of(JsonElement schema, string[] path)
    {
        if (schema.ValueKind is not JsonValueKind.Object
            || !schema.TryGetProperty("properties", out JsonElement properties) || properties.ValueKind is not JsonValueKind.Object)
        {
            yield break;
        }

        foreach (JsonProperty property in properties.EnumerateObject())
        {
            string[] inner = [.. path, property.Name];
            foreach (ParameterHeader nested in Of(property.Value, inner))
                yield return nested;

            if (property.Value.ValueKind is JsonValueKind.Object
                && property.Value.TryGetProperty("x-mcp-header", out JsonElement header) && header.GetString() is { Length: > 0 } name)
            {
                yield return new ParameterHeader(inner, name, SaysInteger(property.Value));
            }
        }
    }

    private static bool SaysInteger(JsonElement schema) =>
        schema.TryGetProperty("type", out JsonElement type) && type.ValueKind switch
        {
            JsonValueKind.String => type.ValueEquals("integer"),
            JsonValueKind.Array => type.EnumerateArray().Any(entry => entry.ValueKind is JsonValueKind.String && entry.ValueEquals("integer")),
            _ => false,
        };

    private static bool IsTooLarge(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && Math.Abs(number) > LargestSafeInteger;

    private static bool IsFraction(string text) => IsNumber(text, out decimal number) && !decimal.IsInteger(number);

    private static bool IsSameInteger(string actual, string? expected) =>
        IsNumber(actual, out decimal left) && IsNumber(expected, out decimal right) && left == right && decimal.IsInteger(left);

    private static bool IsNumber(string? text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
