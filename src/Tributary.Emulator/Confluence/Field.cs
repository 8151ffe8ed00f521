using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence;

/// <summary>Reads fields of a request's JSON, and names the field where its type is wrong.</summary>
internal static class Field
{
    /// <summary>A string, or a number as its digits: ids come as both.</summary>
    public static string? Text(JsonObject from, string name) => from[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.String => value.GetValue<string>(),
        JsonValue value when value.GetValueKind() is JsonValueKind.Number => value.ToJsonString(),
        _ => throw Wrong(name, "a string"),
    };

    public static string RequiredText(JsonObject from, string name) =>
        Text(from, name) ?? throw ConfluenceException.BadMessage($"{name} must not be null");

    public static int? Number(JsonObject from, string name) => from[name] switch
    {
        null => null,
        JsonValue value when int.TryParse(value.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) => number,
        _ => throw Wrong(name, "a number"),
    };

    public static bool? Flag(JsonObject from, string name) => from[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
        _ => throw Wrong(name, "true or false"),
    };

    public static JsonObject? Object(JsonObject from, string name) => from[name] switch
    {
        null => null,
        JsonObject value => value,
        _ => throw Wrong(name, "an object"),
    };

    public static JsonArray? Array(JsonObject from, string name) => from[name] switch
    {
        null => null,
        JsonArray value => value,
        _ => throw Wrong(name, "an array"),
    };

    public static long Id(JsonObject from, string name)
    {
        string text = RequiredText(from, name);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : throw ConfluenceException.WrongType(text, name, "long");
    }

    public static DateTimeOffset? Moment(JsonObject from, string name) => Text(from, name) switch
    {
        null => null,
        { } text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) => moment,
        { } text => throw ConfluenceException.WrongType(text, name, "date-time"),
    };

    public static ContentStatus? Status(JsonObject from, params ReadOnlySpan<ContentStatus> allowed)
    {
        if (Text(from, "status") is not { } text) return null;
        return Wire.Status(text) is { } status && allowed.Contains(status)
            ? status
            : throw ConfluenceException.BadRequest($"Provided value {{{text}}} for 'status' is not valid.");
    }

    private static ConfluenceException Wrong(string name, string expected) => ConfluenceException.BadMessage($"The field '{name}' must be {expected}");
}
