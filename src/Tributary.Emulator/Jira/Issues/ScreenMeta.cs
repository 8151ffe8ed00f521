using System.Text.Json.Nodes;
using Tributary.Emulator.Jira.Fields;
using Tributary.Emulator.Jira.Projects;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary>What the fields of a screen take: the metadata for creating, editing and moving issues on.</summary>
internal sealed class ScreenMeta(JiraCall call)
{
    /// <summary>The fields for a new issue, project and issue type in front.</summary>
    public IReadOnlyList<JsonObject> Create(Project project, string typeId) =>
        [.. Screen.ForCreating(project, typeId).Select(on => Meta(project, typeId, on, isCreating: true))];

    /// <summary>By the fields' ids.</summary>
    public JsonObject Edit(Issue issue) => ByField(issue, Screen.ForEditing(call.Jira.ProjectOf(issue), issue.TypeId));

    public JsonObject Of(Issue issue, Transition transition) => ByField(issue, transition.Screen);

    private JsonObject ByField(Issue issue, IEnumerable<ScreenField> screen) => new(screen.Select(on =>
        new KeyValuePair<string, JsonNode?>(on.FieldId, Meta(call.Jira.ProjectOf(issue), issue.TypeId, on, isCreating: false))));

    private JsonObject Meta(Project project, string typeId, ScreenField on, bool isCreating)
    {
        Field field = Catalog.Field(on.FieldId)!;
        var json = new JsonObject
        {
            ["required"] = on.Required,
            ["schema"] = CatalogJson.Schema(field),
            ["name"] = field.Name,
        };
        json["key"] = field.Id;
        if (isCreating || !call.IsCloud) json["fieldId"] = field.Id;
        if (AutoComplete(project, field) is { } url) json["autoCompleteUrl"] = url;
        bool hasDefault = field.Kind == FieldKind.Priority || (isCreating && field.Id == "reporter");
        json["hasDefaultValue"] = hasDefault;
        json["operations"] = new JsonArray([.. FieldOperations.Of(field).Select(operation => JsonValue.Create(operation))]);
        if (Allowed(project, typeId, field, isCreating) is { } allowed) json["allowedValues"] = allowed;
        if (field.Kind == FieldKind.Priority) json["defaultValue"] = CatalogJson.Priority(call, Catalog.Medium);
        return json;
    }

    private string? AutoComplete(Project project, Field field) => field.Kind switch
    {
        FieldKind.User when field.Id == "assignee" => $"{call.Api}/user/assignable/search?project={project.Key}&{(call.IsCloud ? "query" : "username")}=",
        FieldKind.User or FieldKind.Users => $"{call.Api}/user/search?{(call.IsCloud ? "query" : "username")}=",
        FieldKind.Labels => $"{call.Origin}/rest/api/1.0/labels/suggest?query=",
        _ => null,
    };

    private JsonArray? Allowed(Project project, string typeId, Field field, bool isCreating)
    {
        var projects = new ProjectJson(call);
        return field.Kind switch
        {
            FieldKind.Project => new(projects.Brief(project)),
            FieldKind.IssueType => isCreating ? new(CatalogJson.IssueType(call, typeId)) : new([.. Screen.TypesLike(project, typeId).Select(id => CatalogJson.IssueType(call, id))]),
            FieldKind.Priority => new([.. Catalog.Priorities.Select(priority => CatalogJson.Priority(call, priority.Id))]),
            FieldKind.Resolution => new([.. Catalog.Resolutions.Select(resolution => CatalogJson.Resolution(call, resolution.Id))]),
            FieldKind.Versions => new([.. project.Versions.Where(version => !version.IsArchived).Select(version => projects.Version(project, version))]),
            FieldKind.Components => new([.. project.Components.Select(projects.Component)]),
            FieldKind.Option or FieldKind.Options => new([.. field.Options.Select(option => CatalogJson.Option(call, option))]),
            _ => null,
        };
    }
}
