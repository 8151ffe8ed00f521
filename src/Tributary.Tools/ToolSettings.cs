using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Jira;

namespace Tributary.Tools;

/// <summary>What the operator allows. Decided at call time by <see cref="Policy"/>; the list of tools follows from it.</summary>
public sealed record ToolSettings
{
    /// <value>True refuses every tool that writes, whatever else is set.</value>
    public bool ReadOnly { get; init; }

    /// <value>Names of toolsets, or <c>all</c>: no other is listed or callable. Empty lists the core and leaves all others to <c>find_tools</c>.</value>
    public IReadOnlyList<string> Toolsets { get; init; } = [];

    /// <value>Tool names; when any is given, no other tool is listed or callable.</value>
    public IReadOnlyList<string> EnabledTools { get; init; } = [];

    /// <value>When any is given, nothing outside these spaces is shown, counted or written.</value>
    public IReadOnlyList<SpaceKey> Spaces { get; init; } = [];

    /// <value>When any is given, nothing outside these projects is shown, counted or written.</value>
    public IReadOnlyList<ProjectKey> Projects { get; init; } = [];

    /// <value>Needed by tools whose deletion cannot be undone.</value>
    public bool AllowPermanentDelete { get; init; }

    /// <value>Folders whose files may be attached by path. Empty refuses every path: over HTTP it always is.</value>
    public IReadOnlyList<string> AttachmentRoots { get; init; } = [];

    /// <value>Bytes; product limit 100 MiB.</value>
    public long MaxAttachmentBytes { get; init; } = 100L * 1024 * 1024;

    /// <value>For one whole call, all its requests included. 30 s: a client gives up after 60.</value>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What is wrong with these settings, a sentence each; empty when they can be used.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (string name in Toolsets.Where(name => !Toolset.IsKnown(name)))
            yield return $"Toolset '{name}' does not exist; known are {string.Join(", ", Toolset.Names)} and {Toolset.All}.";

        foreach (string name in EnabledTools.Where(name => ToolCatalog.Find(ToolAliases.Resolve(name)) is null))
            yield return $"Tool '{name}' does not exist; known are {string.Join(", ", ToolCatalog.Tools.Select(tool => tool.Name))}.";
    }
}
