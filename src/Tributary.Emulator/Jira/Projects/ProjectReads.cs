using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Jira.Fields;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Projects;

/// <summary><c>/project</c>, <c>/project/search</c> on Cloud, <c>/project/{projectIdOrKey}</c> and the statuses of its issue types.</summary>
internal static class ProjectReads
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/project", List);
        routes.Get("/project/{projectIdOrKey}", call => Answer.Ok(new ProjectJson(call).Whole(call.Project())));
        routes.Get("/project/{projectIdOrKey}/statuses", Statuses);
        if (routes.IsCloud) routes.Get("/project/search", Search);
    }

    private static IEnumerable<Project> Visible(JiraCall call) => call.Jira.Projects.Where(project => call.Jira.CanSee(call.User, project));

    private static Answer List(JiraCall call)
    {
        IReadOnlyList<string> expand = call.Many("expand");
        bool withArchived = call.Flag("includeArchived");
        IEnumerable<Project> projects = Visible(call).Where(project => withArchived || project.ArchivedAt is null).OrderBy(project => project.Name, StringComparer.OrdinalIgnoreCase);
        if (call.Number("recent") is { } recent) projects = projects.Take(recent);
        return Answer.List([.. projects.Select(project => (JsonNode)new ProjectJson(call).Listed(project, expand))]);
    }

    private static Answer Search(JiraCall call)
    {
        IReadOnlyList<string> keys = call.Many("keys"), types = call.Many("typeKey"), expand = call.Many("expand"), status = call.Many("status");
        string[] ids = [.. call.Many("id")];
        string query = call.Query("query") ?? "";
        if (keys.Count > 50) throw JiraException.BadRequest("The maximum number of project keys is 50.");
        string action = call.Query("action") ?? "view";
        IEnumerable<Project> found = Visible(call).Where(project =>
            (keys.Count == 0 || keys.Contains(project.Key, StringComparer.OrdinalIgnoreCase))
            && (ids.Length == 0 || ids.Contains($"{project.Id}"))
            && (types.Count == 0 || types.Contains(project.Type))
            && (status.Count == 0 ? project.ArchivedAt is null : status.Contains(project.ArchivedAt is null ? "live" : "archived"))
            && (project.Key.Contains(query, StringComparison.OrdinalIgnoreCase) || project.Name.Contains(query, StringComparison.OrdinalIgnoreCase))
            && action switch
            {
                "view" or "browse" => true,
                "edit" => call.Jira.CanAdminister(call.User, project),
                "create" => call.Jira.CanEdit(call.User, project),
                _ => throw JiraException.BadRequest($"The action '{action}' is not supported."),
            });
        return Answer.Ok(Paging.Of(call, most: 100).Bean(call, Ordered(call.Query("orderBy") ?? "key", found), project => new ProjectJson(call).Listed(project, expand)));
    }

    private static Project[] Ordered(string orderBy, IEnumerable<Project> projects)
    {
        bool descends = orderBy.StartsWith('-');
        Func<Project, string> by = orderBy.TrimStart('-', '+') switch
        {
            "key" => project => project.Key,
            "name" => project => project.Name,
            "category" or "owner" or "issueCount" or "lastIssueUpdatedDate" or "archivedDate" or "deletedDate" => project => project.Key,
            _ => throw JiraException.BadRequest($"The value '{orderBy}' is not supported for the parameter 'orderBy'."),
        };
        Project[] ordered = [.. projects.OrderBy(by, StringComparer.OrdinalIgnoreCase)];
        if (descends) Array.Reverse(ordered);
        return ordered;
    }

    private static Answer Statuses(JiraCall call)
    {
        Project project = call.Project();
        Workflow workflow = Tracker.WorkflowOf(project);
        string[] ids = [.. Catalog.Statuses.Select(status => status.Id).Where(id => id == workflow.FirstStatusId || workflow.Transitions.Any(transition => transition.ToStatusId == id))];
        return Answer.List([.. project.IssueTypeIds.Select(typeId =>
        {
            IssueType type = Catalog.IssueTypes.First(type => type.Id == typeId);
            return (JsonNode)new JsonObject
            {
                ["self"] = $"{call.Api}/issuetype/{type.Id}",
                ["id"] = type.Id,
                ["name"] = type.Name,
                ["subtask"] = type.IsSubtask,
                ["statuses"] = new JsonArray([.. ids.Select(id => CatalogJson.Status(call, id))]),
            };
        })]);
    }
}
