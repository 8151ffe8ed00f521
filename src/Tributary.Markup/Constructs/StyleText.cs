namespace Tributary.Markup.Constructs;

/// <summary>The declarations of a <c>style</c> attribute.</summary>
internal static class StyleText
{
    /// <summary>The last value of the property; null where there is none.</summary>
    public static string? Value(string? style, string property)
    {
        if (style is null || !style.Contains(property, StringComparison.OrdinalIgnoreCase)) return null;
        string? value = null;
        foreach (Range range in style.AsSpan().Split(';'))
        {
            ReadOnlySpan<char> declaration = style.AsSpan()[range];
            int colon = declaration.IndexOf(':');
            if (colon >= 0 && declaration[..colon].Trim().Equals(property, StringComparison.OrdinalIgnoreCase)) value = declaration[(colon + 1)..].Trim().ToString();
        }

        return value;
    }
}
