namespace Tributary.Markup.Constructs;

/// <summary>Addresses that run a script or hold a document of their own when someone follows them.</summary>
internal static class LinkSafety
{
    public static bool IsDangerous(string address)
    {
        // Browsers ignore blanks and controls in front of and inside a scheme.
        string bare = string.Concat(address.Take(200).Where(c => c > ' ' && !char.IsControl(c) && !char.IsWhiteSpace(c)).Take(16)).ToLowerInvariant();
        return bare.StartsWith("javascript:", StringComparison.Ordinal) || bare.StartsWith("vbscript:", StringComparison.Ordinal) || bare.StartsWith("data:", StringComparison.Ordinal);
    }
}
