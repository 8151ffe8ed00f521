using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Jira.Fields;
using Tributary.Emulator.Jira.People;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Projects;

/// <summary>Projects, and what they have.</summary>
internal sealed class ProjectJson(JiraCall call)
{
    /// <summary>As lists and issues show one.</summary>
    public JsonObject Brief(Project project)
    {
        string id = project.Id.ToString(CultureInfo.InvariantCulture);
        var json = new JsonObject
        {
            ["self"] = $"{call.Api}/project/{id}",
            ["id"] = id,
            ["key"] = project.Key,
            ["name"] = project.Name,
            ["projectTypeKey"] = project.Type,
            ["avatarUrls"] = UserJson.Avatars(call, "projectavatar"),
        };
        if (call.IsCloud) json["simplified"] = false;
        return json;
    }

    public JsonObject Listed(Project project, IReadOnlyList<string> expand)
    {
        JsonObject json = Brief(project);
        json["expand"] = "description,lead,issueTypes,url,projectKeys,permissions,insight";
        if (call.IsCloud)
        {
            json["style"] = "classic";
            json["isPrivate"] = false;
            json["properties"] = new JsonObject();
        }

        if (project.ArchivedAt is not null) json["archived"] = true;
        if (expand.Contains("description")) json["description"] = project.Description;
        if (expand.Contains("lead")) json["lead"] = UserJson.Of(call, project.LeadId);
        if (expand.Contains("issueTypes")) json["issueTypes"] = Types(project);
        return json;
    }

    public JsonObject Whole(Project project)
    {
        JsonObject json = Listed(project, ["description", "lead", "issueTypes"]);
        json["components"] = new JsonArray([.. project.Components.Select(component => Component(project, component))]);
        json["versions"] = new JsonArray([.. project.Versions.Select(version => Version(project, version))]);
        json["assigneeType"] = "UNASSIGNED";
        json["roles"] = ProjectRoles.Addresses(call, project);
        if (!call.IsCloud && call.Many("expand").Contains("projectKeys")) json["projectKeys"] = new JsonArray(project.Key);
        return json;
    }

    public JsonArray Types(Project project) => new([.. project.IssueTypeIds.Select(id => CatalogJson.IssueType(call, id))]);

    public JsonObject Version(Project project, ProjectVersion version)
    {
        var json = new JsonObject
        {
            ["self"] = $"{call.Api}/version/{version.Id}",
            ["id"] = version.Id,
            ["name"] = version.Name,
        };
        if (version.Description.Length > 0) json["description"] = version.Description;
        json["archived"] = version.IsArchived;
        json["released"] = version.IsReleased;
        if (version.StartDate is { } start)
        {
            json["startDate"] = JiraTime.Text(start);
            json["userStartDate"] = Day(start);
        }

        if (version.ReleaseDate is { } release)
        {
            json["releaseDate"] = JiraTime.Text(release);
            json["userReleaseDate"] = Day(release);
            if (!version.IsReleased) json["overdue"] = release < DateOnly.FromDateTime(call.Wiki.Now.UtcDateTime);
        }

        json["projectId"] = project.Id;
        return json;
    }

    /// <summary>As issues show one.</summary>
    public JsonObject Version(ProjectVersion version)
    {
        var json = new JsonObject
        {
            ["self"] = $"{call.Api}/version/{version.Id}",
            ["id"] = version.Id,
            ["description"] = version.Description,
            ["name"] = version.Name,
            ["archived"] = version.IsArchived,
            ["released"] = version.IsReleased,
        };
        if (version.ReleaseDate is { } release) json["releaseDate"] = JiraTime.Text(release);
        return json;
    }

    public JsonObject Component(Project project, Component component)
    {
        JsonObject json = Component(component);
        if (UserJson.Of(call, component.LeadId) is { } lead) json["lead"] = lead;
        json["assigneeType"] = component.LeadId is null ? "PROJECT_DEFAULT" : "COMPONENT_LEAD";
        json["realAssigneeType"] = component.LeadId is null ? "PROJECT_DEFAULT" : "COMPONENT_LEAD";
        json["isAssigneeTypeValid"] = true;
        json["project"] = project.Key;
        json["projectId"] = project.Id;
        return json;
    }

    /// <summary>As issues show one.</summary>
    public JsonObject Component(Component component) => new()
    {
        ["self"] = $"{call.Api}/component/{component.Id}",
        ["id"] = component.Id,
        ["name"] = component.Name,
        ["description"] = component.Description,
    };

    private static string Day(DateOnly day) => day.ToString("d/MMM/yy", CultureInfo.InvariantCulture);
}
