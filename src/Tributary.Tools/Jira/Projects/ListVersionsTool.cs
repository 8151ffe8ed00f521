using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.Projects;

/// <summary>Lists the versions of a project.</summary>
[McpServerToolType]
internal sealed class ListVersionsTool(JiraClient jira, ProjectAllowList allowed)
{
    [McpServerTool(Name = "jira_list_versions", Title = "List versions", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Lists a project's versions (releases), the latest first.")]
    public async Task<VersionsResult> ListVersionsAsync(
        ProjectKey project_key,
        [Description("Part of the name.")] string? query = null,
        VersionStatus? status = null,
        [Range(1, 100)] int limit = 25,
        [Range(0, 10_000)] int start = 0,
        CancellationToken cancellationToken = default)
    {
        allowed.Check(project_key);
        IReadOnlyList<ProjectVersion> all = await jira.ListVersionsAsync(project_key, cancellationToken);
        ProjectVersion[] fitting = [.. all
            .Where(version => status is null || ProjectVersionItem.StatusOf(version) == status)
            .Where(version => string.IsNullOrWhiteSpace(query) || version.Name.Contains(query, StringComparison.OrdinalIgnoreCase))
            .Reverse()];
        (ProjectVersion[] items, int? next) = ListPart.Of(fitting, start, limit);
        return new VersionsResult([.. items.Select(ProjectVersionItem.Of)], fitting.Length, next);
    }
}

internal sealed record VersionsResult(IReadOnlyList<ProjectVersionItem> Versions, int TotalAvailable, int? NextStartOffset) : IToolResult
{
    public string ToText() => ListText.Of("version", Versions.Select(version => version.ToText()), TotalAvailable, NextStartOffset);
}
