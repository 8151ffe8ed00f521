namespace Tributary.Markup.Constructs;

/// <summary>Addresses that run a script or hold a document of their own when someone follows them.</summary>
internal static class LinkSafety
{
    public static bool IsDangerous(string address)
    {
        // Browsers ignore blanks and controls in front of and inside a scheme.
        Span<char> bare = stackalloc char[16];
        int length = 0;
        foreach (char c in address.AsSpan(0, Math.Min(address.Length, 200)))
        {
            if (c <= ' ' || char.IsControl(c) || char.IsWhiteSpace(c)) continue;
            bare[length++] = char.ToLowerInvariant(c);
            if (length == bare.Length) break;
        }

        ReadOnlySpan<char> scheme = bare[..length];
        return scheme.StartsWith("javascript:") || scheme.StartsWith("vbscript:") || scheme.StartsWith("data:");
    }
}
