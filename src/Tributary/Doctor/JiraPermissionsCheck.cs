using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Configuration;

namespace Tributary.Doctor;

/// <summary>The user sees projects and may search in one, and every allowed project is there.</summary>
internal sealed class JiraPermissionsCheck(Patient patient) : ICheck
{
    public string Name => "permissions";

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Project> projects = await patient.Jira.ListProjectsAsync(cancellationToken);
        if (projects.Count == 0)
            return Finding.Wrong("This user sees no project at all: an administrator of Jira has to grant it the permission Browse Projects in one.");
        IReadOnlyList<ProjectKey> allowed = patient.Values.ReadToolSettings(folder: null).Projects;
        ProjectKey[] missing = [.. allowed.Except(projects.Select(project => project.Key))];
        if (missing.Length > 0)
            return Finding.Wrong($"This user does not see {string.Join(", ", missing)} of {Settings.ProjectsFilter.Name}: correct the keys, or ask for access to them.");

        ProjectKey one = allowed.Count > 0 ? allowed[0] : projects[0].Key;
        await patient.Jira.SearchAsync(new IssueQuery($"project = \"{one}\"", ["summary"], Limit: 1), cancellationToken);
        return Finding.Well($"sees {(allowed.Count > 0 ? string.Join(", ", allowed) : projects.Count == 1 ? "one project" : $"{projects.Count} projects")} and may search");
    }
}
