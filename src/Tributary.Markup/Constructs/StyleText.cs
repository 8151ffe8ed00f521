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

    /// <summary>The style with another value for the property, and all else as it is; null where nothing is left.</summary>
    public static string? With(string? style, string property, string? value)
    {
        List<string> declarations = [.. (style ?? "").Split(';').Where(declaration => declaration.Trim().Length > 0)];
        int at = declarations.FindIndex(declaration => declaration.Split(':')[0].Trim().Equals(property, StringComparison.OrdinalIgnoreCase));
        declarations.RemoveAll(declaration => declaration.Split(':')[0].Trim().Equals(property, StringComparison.OrdinalIgnoreCase));
        if (value is not null) declarations.Insert(at < 0 ? declarations.Count : at, $"{(declarations.Count > 0 && at != 0 ? " " : "")}{property}: {value}");
        return declarations.Count == 0 ? null : string.Join(';', declarations).Trim() + ";";
    }
}
