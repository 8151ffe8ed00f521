using System.Buffers;
using System.Globalization;

namespace Tributary.Markup.Adf;

/// <summary>ADF has colours as six hexadecimal digits, and six names for those of a status.</summary>
internal static class AdfColour
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Null where the colour is none that ADF can say.</summary>
    public static string? OfText(string? colour)
    {
        if (colour is null) return null;
        string bare = colour.Trim();
        if (bare.Length == 7 && bare[0] == '#' && !bare.AsSpan(1).ContainsAnyExcept(HexDigits)) return bare;
        if (bare.Length == 4 && bare[0] == '#' && !bare.AsSpan(1).ContainsAnyExcept(HexDigits)) return $"#{bare[1]}{bare[1]}{bare[2]}{bare[2]}{bare[3]}{bare[3]}";
        if (!bare.StartsWith("rgb(", StringComparison.OrdinalIgnoreCase) || bare[^1] != ')') return null;
        string[] parts = bare[4..^1].Split(',');
        if (parts.Length != 3) return null;
        string hex = "#";
        foreach (string part in parts)
        {
            if (!byte.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out byte value)) return null;
            hex += value.ToString("x2", CultureInfo.InvariantCulture);
        }

        return hex;
    }

    /// <summary>The colour of a status as storage format names it; null for grey, which is meant where none is given.</summary>
    public static string? ShownStatus(string? colour) => colour switch
    {
        null or "neutral" => null,
        "red" => "Red",
        "yellow" => "Yellow",
        "green" => "Green",
        "blue" => "Blue",
        "purple" => "Purple",
        _ => colour,
    };

    public static string OfStatus(string? shown) => shown?.ToLowerInvariant() switch
    {
        "red" or "yellow" or "green" or "blue" or "purple" => shown.ToLowerInvariant(),
        _ => OfText(shown) ?? "neutral",
    };
}
