using System.ComponentModel;
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
        CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Project> all = await jira.ListProjectsAsync(cancellationToken);
        return new ProjectsResult([.. all
            .Where(project => allowed.Contains(project.Key))
            .Where(project => string.IsNullOrWhiteSpace(query) || project.Name.Contains(query, StringComparison.OrdinalIgnoreCase) || project.Key.ToString().Contains(query, StringComparison.OrdinalIgnoreCase))
            .Select(project => new ProjectItem(project.Key.ToString(), WikiText.Line(project.Name), project.Type))]);
    }
}

internal sealed record ProjectsResult(IReadOnlyList<ProjectItem> Projects) : IToolResult
{
    public string ToText() => ListText.Of("project", Projects.Select(project => $"{project.Key}: {project.Name}{(project.Type is null ? "" : $" ({project.Type})")}"), total: null, nextStart: null);
}

internal sealed record ProjectItem(string Key, string Name, string? Type);
