using System.Text.Json;

namespace Tributary.Emulator.Seeds;

/// <summary>Reads a seed file; what is wrong is told by file, key and line.</summary>
internal static class SeedReader
{
    /// <exception cref="InvalidDataException">The file is no seed.</exception>
    public static SeedFile Read(string name, ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(WithoutMark(json), SeedFileJson.Default.SeedFile) ?? throw new InvalidDataException($"{name}: holds null instead of a site.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{name}: {Explain(error)}", error);
        }
    }

    /// <summary>True for a file that the emulator itself saved: it begins with its users, which a seed does not have.</summary>
    public static bool IsSavedSite(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(WithoutMark(json), isFinalBlock: false, default);
        try
        {
            return reader.Read() && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("users"u8);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> json) => json.StartsWith("\uFEFF"u8) ? json[3..] : json;

    private static string Explain(JsonException error)
    {
        string message = error.Message;
        string place = $"{error.Path ?? "$"} (line {error.LineNumber + 1})";
        string[] quoted = message.Split('\'');
        if (message.Contains("could not be mapped", StringComparison.Ordinal)) return $"{place}: there is no key '{quoted[1]}' here.";
        if (message.Contains("missing required", StringComparison.Ordinal)) return $"{place}: the key '{quoted[3]}' is missing.";
        if (message.Contains("could not be converted", StringComparison.Ordinal)) return $"{place}: the value is not of the kind that this key takes.";
        int end = message.IndexOf(" Path:", StringComparison.Ordinal);
        int line = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        end = end < 0 ? line : end;
        return $"{place}: {(end < 0 ? message : message[..end])}";
    }
}
