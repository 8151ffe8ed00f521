namespace Tributary.Tools;

/// <summary>Groups of tools that an operator switches on by name.</summary>
internal static class Toolset
{
    public const string All = "all";
    public const string Core = "core";
    public const string Confluence = "confluence";
    public const string Jira = "jira";

    public static IReadOnlyList<string> Names { get; } = [Core, Confluence, Jira];

    public static bool IsKnown(string name) => name == All || Names.Contains(name, StringComparer.Ordinal);
}
