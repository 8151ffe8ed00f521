using System.ComponentModel;
using System.Text;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.Projects;

/// <summary>Tells what a project has.</summary>
[McpServerToolType]
internal sealed class GetProjectTool(JiraClient jira, ProjectAllowList allowed)
{
    [McpServerTool(Name = "jira_get_project", Title = "Read a project", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Reads a project: lead, issue types with their statuses, components, roles, how many versions.")]
    public async Task<ProjectResult> GetProjectAsync(ProjectKey project_key, CancellationToken cancellationToken = default)
    {
        allowed.Check(project_key);
        ProjectDetails details = await jira.GetProjectAsync(project_key, cancellationToken);

        // A project answers to the keys that it once had.
        allowed.Check(details.Project.Key);
        IReadOnlyList<TypeStatuses> statuses = await jira.ListStatusesAsync(details.Project.Key, cancellationToken);
        return ProjectResult.Of(details, statuses);
    }
}

/// <param name="Roles">What a comment can be meant for.</param>
internal sealed record ProjectResult(
    string Key, string Name, string? Type, string Url, string? Description, string? Lead, string? LeadId, IReadOnlyList<ProjectIssueType> IssueTypes, IReadOnlyList<ComponentItem> Components,
    IReadOnlyList<string> Roles, int TotalVersions, int UnreleasedVersions) : IToolResult
{
    public static ProjectResult Of(ProjectDetails details, IReadOnlyList<TypeStatuses> statuses) => new(
        details.Project.Key.ToString(), WikiText.Line(details.Project.Name), details.Project.Type, details.Url,
        string.IsNullOrWhiteSpace(details.Description) ? null : WikiText.Line(details.Description),
        details.Lead is null ? null : WikiText.Line(details.Lead.DisplayName), details.Lead?.Id,
        [.. details.IssueTypes.Select(type => new ProjectIssueType(
            WikiText.Line(type.Name), type.IsSubtask, [.. (statuses.FirstOrDefault(one => one.IssueType == type.Name)?.Statuses ?? []).Select(WikiText.Line)]))],
        [.. details.Components.Select(component => new ComponentItem(
            WikiText.Line(component.Name), component.Description.Length == 0 ? null : WikiText.Line(component.Description), component.Lead is null ? null : WikiText.Line(component.Lead.DisplayName)))],
        [.. details.Roles.Select(WikiText.Line)], details.Versions.Count, details.Versions.Count(version => !version.IsReleased && !version.IsArchived));

    public string ToText()
    {
        var content = new StringBuilder($"Name: {Name}");
        if (Description is not null)
            content.Append("\nDescription: ").Append(Description);
        if (Lead is not null)
            content.Append($"\nLead: {Lead} ({LeadId})");
        foreach (ProjectIssueType type in IssueTypes)
            content.Append("\nIssue type: ").Append(type.ToText());
        foreach (ComponentItem component in Components)
            content.Append("\nComponent: ").Append(component.ToText());
        if (Roles.Count > 0)
            content.Append("\nRoles: ").AppendJoin(", ", Roles);
        return $"{Key}{(Type is null ? "" : $" ({Type})")} {Url}\n{TotalVersions} versions, {UnreleasedVersions} of them unreleased\n{Fence.Around("the project", content.ToString())}";
    }
}

internal sealed record ProjectIssueType(string Name, bool Subtask, IReadOnlyList<string> Statuses)
{
    public string ToText() => $"{Name}{(Subtask ? " (sub-task)" : "")}{(Statuses.Count == 0 ? "" : ": " + string.Join(", ", Statuses))}";
}

internal sealed record ComponentItem(string Name, string? Description, string? Lead)
{
    public string ToText() => $"{Name}{(Lead is null ? "" : $" (lead {Lead})")}{(Description is null ? "" : ": " + Description)}";
}
