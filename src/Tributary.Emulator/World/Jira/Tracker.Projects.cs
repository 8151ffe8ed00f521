using System.Globalization;
using System.Text.Json.Nodes;

namespace Tributary.Emulator.World.Jira;

/// <summary>Releases and components.</summary>
internal sealed partial class Tracker
{
    public (Project Project, ProjectVersion Version)? FindVersion(string id) =>
        state.Projects.SelectMany(project => project.Versions, (project, version) => (project, version)).Where(found => found.version.Id == id).Select(found => ((Project, ProjectVersion)?)found).FirstOrDefault();

    public (Project Project, Component Component)? FindComponent(string id) =>
        state.Projects.SelectMany(project => project.Components, (project, component) => (project, component)).Where(found => found.component.Id == id).Select(found => ((Project, Component)?)found).FirstOrDefault();

    public ProjectVersion AddVersion(Project project, string name)
    {
        var version = new ProjectVersion { Id = NextId().ToString(CultureInfo.InvariantCulture), Name = name };
        project.Versions.Add(version);
        Changed();
        return version;
    }

    public Component AddComponent(Project project, string name, string description = "", string? leadId = null)
    {
        var component = new Component { Id = NextId().ToString(CultureInfo.InvariantCulture), Name = name, Description = description, LeadId = leadId };
        project.Components.Add(component);
        Changed();
        return component;
    }

    /// <summary>Sets what has no history: of a version, a component, properties of an issue.</summary>
    public void Change(Action change)
    {
        change();
        Changed();
    }

    /// <param name="fixHeir">The version that takes its place among the fix versions of issues.</param>
    public void DeleteVersion(User by, Project project, ProjectVersion version, string? fixHeir, string? affectedHeir)
    {
        Replace(by, "fixVersions", version.Id, fixHeir);
        Replace(by, "versions", version.Id, affectedHeir);
        project.Versions.Remove(version);
        Changed();
    }

    public void DeleteComponent(User by, Project project, Component component, string? heir)
    {
        Replace(by, "components", component.Id, heir);
        project.Components.Remove(component);
        Changed();
    }

    private void Replace(User by, string field, string id, string? heir)
    {
        foreach (Issue issue in state.Issues.Where(issue => issue.Texts(field).Contains(id)).ToList())
        {
            string[] ids = [.. issue.Texts(field).Select(value => value == id ? heir : value).OfType<string>().Distinct()];
            Update(by, issue, new Dictionary<string, JsonNode?> { [field] = ids.Length == 0 ? null : new JsonArray([.. ids.Select(value => JsonValue.Create(value))]) });
        }
    }
}
