using System.Buffers;

namespace Tributary.Markup.Wiki;

/// <summary>The colours that <c>{color}</c> takes: <c>#rgb</c>, <c>#rrggbb</c>, <c>rgb(r,g,b)</c> and names, which Markdown's notation does not have.</summary>
internal static class WikiColor
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> Decimal = SearchValues.Create("0123456789,");

    /// <summary>Null for what is no colour.</summary>
    public static string? Read(string? written)
    {
        string color = (written ?? "").Trim();
        if (color.StartsWith("color=", StringComparison.Ordinal)) color = color["color=".Length..];
        if (color.StartsWith('#')) return color.Length is 4 or 7 && !color.AsSpan(1).ContainsAnyExcept(Hexadecimal) ? color : null;
        if (color.StartsWith("rgb(", StringComparison.Ordinal))
        {
            string numbers = color.Replace(" ", "", StringComparison.Ordinal);
            return numbers.Length <= 16 && numbers.EndsWith(')') && !numbers.AsSpan(4..^1).ContainsAnyExcept(Decimal) && numbers.Count(c => c == ',') == 2 ? numbers : null;
        }

        return Named(color.ToLowerInvariant());
    }

    private static string? Named(string name) => name switch
    {
        "black" => "#000000",
        "white" => "#ffffff",
        "gray" or "grey" => "#808080",
        "silver" => "#c0c0c0",
        "lightgray" or "lightgrey" => "#d3d3d3",
        "darkgray" or "darkgrey" => "#a9a9a9",
        "red" => "#ff0000",
        "darkred" => "#8b0000",
        "maroon" => "#800000",
        "brown" => "#a52a2a",
        "orange" => "#ffa500",
        "darkorange" => "#ff8c00",
        "gold" => "#ffd700",
        "yellow" => "#ffff00",
        "olive" => "#808000",
        "green" => "#008000",
        "lime" => "#00ff00",
        "lightgreen" => "#90ee90",
        "darkgreen" => "#006400",
        "teal" => "#008080",
        "aqua" or "cyan" => "#00ffff",
        "blue" => "#0000ff",
        "lightblue" => "#add8e6",
        "darkblue" => "#00008b",
        "navy" => "#000080",
        "purple" => "#800080",
        "violet" => "#ee82ee",
        "fuchsia" or "magenta" => "#ff00ff",
        "pink" => "#ffc0cb",
        _ => null,
    };
}
