namespace Tributary.Markup.Reading;

/// <summary>White space as HTML knows it; a no-break space is a character like any other.</summary>
internal static class Whitespace
{
    public const string Characters = " \t\n\r";

    public static bool IsBlank(string text) => text.AsSpan().IndexOfAnyExcept(Characters) < 0;
}
