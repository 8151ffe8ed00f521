using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tributary.Emulator.Seeds;

/// <summary>
/// An object of a seed file, read key by key; what is wrong is told with its path. By hand and not by a generated serialiser, whose generic code takes longer to compile at the start
/// than all of the planting.
/// </summary>
internal sealed class SeedObject(JsonElement element, string path)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public string Required(string key) => Optional(key) ?? throw Wrong(path, $"the key '{key}' is missing.");

    public string? Optional(string key) => Find(key, JsonValueKind.String)?.GetString();

    public string Text(string key, string otherwise = "") => Optional(key) ?? otherwise;

    public long? Number(string key) => Find(key, JsonValueKind.Number) is not { } value ? null
        : value.TryGetInt64(out long number) ? number
        : throw Wrong(PathTo(key), "this must be a whole number.");

    public bool Flag(string key) => Find(key, JsonValueKind.True) is { ValueKind: JsonValueKind.True };

    public IReadOnlyList<string> Texts(string key, params IReadOnlyList<string> otherwise)
    {
        if (Find(key, JsonValueKind.Array) is not { } array) return otherwise;
        var texts = new List<string>(array.GetArrayLength());
        foreach (JsonElement item in array.EnumerateArray())
        {
            texts.Add(item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Wrong($"{PathTo(key)}[{texts.Count}]", "this must be a text."));
        }

        return texts;
    }

    /// <summary>Null where the key is missing.</summary>
    public IReadOnlyList<string>? OptionalTexts(string key) => Find(key, JsonValueKind.Array) is null ? null : Texts(key);

    public IReadOnlyList<T> Each<T>(string key, Func<SeedObject, T> read) where T : class
    {
        if (Find(key, JsonValueKind.Array) is not { } array) return [];
        var items = new List<T>(array.GetArrayLength());
        foreach (JsonElement item in array.EnumerateArray()) items.Add(Read(item, $"{PathTo(key)}[{items.Count}]", read));
        return items;
    }

    public T? One<T>(string key, Func<SeedObject, T> read) where T : class =>
        Find(key, JsonValueKind.Object) is { } value ? Read(value, PathTo(key), read) : null;

    /// <summary>Any JSON under any names.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Values(string key)
    {
        var values = new Dictionary<string, JsonNode?>();
        if (Find(key, JsonValueKind.Object) is not { } named) return values;
        foreach (JsonProperty property in named.EnumerateObject()) values[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        return values;
    }

    /// <summary>A word out of a few; null where the key is missing.</summary>
    public string? Word(string key, params ReadOnlySpan<string> words)
    {
        if (Optional(key) is not { } word) return null;
        return words.Contains(word) ? word : throw Wrong(PathTo(key), $"'{word}' is none of {string.Join(", ", words.ToArray())}.");
    }

    /// <summary>Reads one object whole: a key that nobody asked for is a mistake.</summary>
    public static T Read<T>(JsonElement element, string path, Func<SeedObject, T> read) where T : class
    {
        if (element.ValueKind != JsonValueKind.Object) throw Wrong(path, "this must be an object.");
        var known = new SeedObject(element, path);
        T result = read(known);
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!known.asked.Contains(property.Name)) throw Wrong(known.PathTo(property.Name), "there is no such key here.");
        }

        return result;
    }

    private JsonElement? Find(string key, JsonValueKind kind)
    {
        asked.Add(key);
        if (!element.TryGetProperty(key, out JsonElement value)) return null;
        if (value.ValueKind == kind || (kind == JsonValueKind.True && value.ValueKind == JsonValueKind.False)) return value;
        throw Wrong(PathTo(key), kind switch
        {
            JsonValueKind.String => "this must be a text.",
            JsonValueKind.Number => "this must be a whole number.",
            JsonValueKind.True => "this must be true or false.",
            JsonValueKind.Array => "this must be a list.",
            _ => "this must be an object.",
        });
    }

    private string PathTo(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static InvalidDataException Wrong(string path, string what) => new(path.Length == 0 ? what : $"{path}: {what}");
}
