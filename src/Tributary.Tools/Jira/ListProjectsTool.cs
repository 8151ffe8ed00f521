using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>Lists the projects that this server may use.</summary>
[McpServerToolType]
internal sealed class ListProjectsTool(JiraClient jira, ProjectAllowList allowed)
{
    [McpServerTool(Name = "jira_list_projects", Title = "List projects", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Lists projects with their keys.")]
    public async Task<ProjectsResult> ListProjectsAsync(
        [Description("Part of a name or key.")] string? query = null,
        [Range(1, 200)] int limit = 50,
        [Range(0, 10_000)] int start = 0,
        CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Project> all = await jira.ListProjectsAsync(cancellationToken);
        Project[] fitting = [.. all
            .Where(project => allowed.Contains(project.Key))
            .Where(project => string.IsNullOrWhiteSpace(query) || project.Name.Contains(query, StringComparison.OrdinalIgnoreCase) || project.Key.ToString().Contains(query, StringComparison.OrdinalIgnoreCase))];
        (Project[] items, int? next) = ListPart.Of(fitting, start, limit);
        return new ProjectsResult([.. items.Select(project => new ProjectItem(project.Key.ToString(), WikiText.Line(project.Name), project.Type))], fitting.Length, next);
    }
}

internal sealed record ProjectsResult(IReadOnlyList<ProjectItem> Projects, int TotalAvailable, int? NextStartOffset) : IToolResult
{
    public string ToText() => ListText.Of("project", Projects.Select(project => $"{project.Key}: {project.Name}{(project.Type is null ? "" : $" ({project.Type})")}"), TotalAvailable, NextStartOffset);
}

internal sealed record ProjectItem(string Key, string Name, string? Type);
