using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Jira.Fields;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary><c>/issue/createmeta/{projectIdOrKey}/issuetypes</c> and one type's fields; Cloud still has the older <c>/issue/createmeta</c> that tells all at once.</summary>
internal static class CreateMeta
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/issue/createmeta/{projectIdOrKey}/issuetypes", Types);
        routes.Get("/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}", Fields);
        if (routes.IsCloud) routes.Get("/issue/createmeta", AtOnce);
    }

    // Whoever may not create issues there is told that there is no project; with 400, as the descriptions have it.
    private static Project Project(JiraCall call)
    {
        Project? project = call.Jira.FindProject(call.Route("projectIdOrKey"));
        if (project is not null && call.Jira.CanEdit(call.User, project)) return project;
        throw JiraException.BadRequest($"No project could be found with key '{call.Route("projectIdOrKey")}'.");
    }

    private static Answer Types(JiraCall call)
    {
        Project project = Project(call);
        return Page(call, "issueTypes", project.IssueTypeIds, id => CatalogJson.IssueType(call, id));
    }

    private static Answer Fields(JiraCall call)
    {
        Project project = Project(call);
        string typeId = call.Route("issueTypeId");
        if (!project.IssueTypeIds.Contains(typeId)) throw JiraException.BadRequest($"Issue type with id '{typeId}' does not exist in the project, or you do not have permission to see it.");
        return Page(call, "fields", new ScreenMeta(call).Create(project, typeId), field => field);
    }

    // The one thing that both deployments name differently.
    private static Answer Page<T>(JiraCall call, string onCloud, IReadOnlyCollection<T> all, Func<T, JsonNode?> render)
    {
        Paging paging = Paging.Of(call, most: 200);
        return Answer.Ok(call.IsCloud ? paging.Classic(onCloud, all, render) : paging.Bean(null, all, render));
    }

    private static Answer AtOnce(JiraCall call)
    {
        IReadOnlyList<string> keys = call.Many("projectKeys"), ids = call.Many("projectIds"), typeNames = call.Many("issuetypeNames"), typeIds = call.Many("issuetypeIds");
        bool withFields = call.Many("expand").Contains("projects.issuetypes.fields");
        IEnumerable<Project> projects = call.Jira.Projects.Where(project =>
            call.Jira.CanEdit(call.User, project) && (keys.Count + ids.Count == 0 || keys.Contains(project.Key, StringComparer.OrdinalIgnoreCase) || ids.Contains($"{project.Id}")));
        return Answer.Ok(new()
        {
            ["expand"] = "projects",
            ["projects"] = new JsonArray([.. projects.Select(project => new JsonObject
            {
                ["expand"] = "issuetypes",
                ["self"] = $"{call.Api}/project/{project.Id}",
                ["id"] = $"{project.Id}",
                ["key"] = project.Key,
                ["name"] = project.Name,
                ["avatarUrls"] = People.UserJson.Avatars(call, "projectavatar"),
                ["issuetypes"] = new JsonArray([.. Catalog.IssueTypes
                    .Where(type => project.IssueTypeIds.Contains(type.Id) && (typeNames.Count + typeIds.Count == 0 || typeNames.Contains(type.Name, StringComparer.OrdinalIgnoreCase) || typeIds.Contains(type.Id)))
                    .Select(type => Type(call, project, type, withFields))]),
            })]),
        });
    }

    private static JsonObject Type(JiraCall call, Project project, IssueType type, bool withFields)
    {
        JsonObject json = CatalogJson.IssueType(call, type.Id);
        if (!withFields) return json;
        json["expand"] = "fields";
        json["fields"] = new JsonObject(new ScreenMeta(call).Create(project, type.Id).Select(field => new KeyValuePair<string, JsonNode?>(field["key"]!.GetValue<string>(), Keyed(field))));
        return json;
    }

    // Beside its key, an id says nothing more here.
    private static JsonObject Keyed(JsonObject field)
    {
        field.Remove("fieldId");
        return field;
    }
}
