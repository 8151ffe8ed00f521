namespace Tributary.Tools.Reading;

/// <summary>The comma list that Confluence's own API knows. Names that mean nothing to a tool are passed over, as Confluence does.</summary>
internal static class Expand
{
    public static bool Has(string? expand, string name) =>
        expand is not null && expand.Split(',', StringSplitOptions.TrimEntries).Contains(name, StringComparer.OrdinalIgnoreCase);
}
