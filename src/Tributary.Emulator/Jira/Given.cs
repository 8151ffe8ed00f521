using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira;

/// <summary>Reads what a request's JSON gives; what has another type than the API describes is Jira's invalid payload.</summary>
internal static class Given
{
    /// <summary>A string, or a number as its digits: ids come as both.</summary>
    public static string? Text(JsonObject from, string name) => from[name] is { } value ? Text(value) ?? throw Invalid() : null;

    /// <summary>Null for what is neither a string nor a number.</summary>
    public static string? Text(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number => value.ToJsonString(),
        _ => null,
    };

    public static JsonObject? Object(JsonObject from, string name) => from[name] switch
    {
        null => null,
        JsonObject value => value,
        _ => throw Invalid(),
    };

    public static JsonArray? Array(JsonObject from, string name) => from[name] switch
    {
        null => null,
        JsonArray value => value,
        _ => throw Invalid(),
    };

    /// <summary>The strings of an array, or of one string with commas.</summary>
    public static IReadOnlyList<string> Texts(JsonObject from, string name) => from[name] switch
    {
        null => [],
        JsonArray values => [.. values.Select(value => Text(value) ?? throw Invalid())],
        { } value => (Text(value) ?? throw Invalid()).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    };

    public static bool? Flag(JsonObject from, string name) => from[name]?.GetValueKind() switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Invalid(),
    };

    public static long? Number(JsonObject from, string name) => Text(from, name) switch
    {
        null => null,
        { } text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => number,
        _ => throw Invalid(),
    };

    public static JiraException Invalid() => JiraException.BadRequest(JiraErrors.InvalidPayload);
}
