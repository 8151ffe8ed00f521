using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Fields;

/// <summary><c>/issuetype</c>, <c>/status</c>, <c>/statuscategory</c>, <c>/priority</c>, <c>/resolution</c>, <c>/issueLinkType</c>: the lists, and one of each.</summary>
internal static class Choices
{
    public static void Map(JiraRoutes routes)
    {
        Each(routes, "/status", [.. Catalog.Statuses.Select(status => (status.Id, status.Name))], CatalogJson.Status, "The status with id '{0}' does not exist");
        Each(routes, "/priority", [.. Catalog.Priorities.Select(priority => (priority.Id, priority.Name))], CatalogJson.PriorityListed, "The priority with id '{0}' does not exist");
        Each(routes, "/resolution", [.. Catalog.Resolutions.Select(resolution => (resolution.Id, resolution.Name))], CatalogJson.Resolution, "The resolution with id '{0}' does not exist");
        routes.Get("/issuetype", call => Answer.List([.. VisibleTypes(call).Select(id => (JsonNode)CatalogJson.IssueType(call, id))]));
        routes.Get("/issuetype/{id}", call => Answer.Ok(VisibleTypes(call).Contains(call.Route("id"))
            ? CatalogJson.IssueType(call, call.Route("id"))
            : throw JiraException.NotFound($"The issue type with id '{call.Route("id")}' does not exist")));
        routes.Get("/statuscategory", call => Answer.List([.. CatalogJson.Categories.Select(category => (JsonNode)CatalogJson.Category(call, category.Key))]));
        routes.Get("/statuscategory/{idOrKey}", Category);
        routes.Get("/issueLinkType", call => Answer.Ok(new() { ["issueLinkTypes"] = new JsonArray([.. Catalog.LinkTypes.Select(type => CatalogJson.LinkType(call, type.Id))]) }));
        routes.Get("/issueLinkType/{id}", call => Answer.Ok(Catalog.LinkTypes.Any(type => type.Id == call.Route("id"))
            ? CatalogJson.LinkType(call, call.Route("id"))
            : throw JiraException.NotFound($"No issue link type with id '{call.Route("id")}' found.")));
        if (!routes.IsCloud) return;
        routes.Get("/issuetype/project", call => Answer.List(new Projects.ProjectJson(call).Types(call.Number("projectId") is { } id
            ? call.Jira.VisibleProject(call.User, id.ToString(CultureInfo.InvariantCulture))
            : throw JiraException.BadRequest("The query parameter 'projectId' needs to be provided."))));
        routes.Get("/statuses/search", SearchStatuses);
        routes.Get("/priority/search", call => Answer.Ok(Paging.Of(call).Bean(call, Catalog.Priorities, priority => CatalogJson.PriorityListed(call, priority.Id))));
        routes.Get("/resolution/search", call => Answer.Ok(Paging.Of(call).Bean(call, Catalog.Resolutions, resolution => CatalogJson.Resolution(call, resolution.Id))));
    }

    private static void Each(JiraRoutes routes, string path, (string Id, string Name)[] all, Func<JiraCall, string, JsonObject> render, string missing)
    {
        routes.Get(path, call => Answer.List([.. all.Select(item => (JsonNode)render(call, item.Id))]));
        routes.Get(path + "/{idOrName}", call =>
        {
            string asked = Uri.UnescapeDataString(call.Route("idOrName"));
            string? id = all.Where(item => item.Id == asked || (path == "/status" && item.Name.Equals(asked, StringComparison.OrdinalIgnoreCase))).Select(item => item.Id).FirstOrDefault();
            return Answer.Ok(id is null ? throw JiraException.NotFound(missing.Replace("{0}", asked, StringComparison.Ordinal)) : render(call, id));
        });
    }

    private static Answer Category(JiraCall call)
    {
        string asked = call.Route("idOrKey");
        string? key = CatalogJson.Categories.Where(category => category.Key == asked || category.Id.ToString(CultureInfo.InvariantCulture) == asked).Select(category => category.Key).FirstOrDefault();
        return Answer.Ok(key is null ? throw JiraException.NotFound($"The status category with id or key '{asked}' does not exist") : CatalogJson.Category(call, key));
    }

    private static Answer SearchStatuses(JiraCall call)
    {
        string words = call.Query("searchString") ?? "", category = call.Query("statusCategory") ?? "";
        if (category.Length > 0 && !Catalog.Statuses.Any(status => Category(status) == category)) throw JiraException.BadRequest($"The status category '{category}' does not exist.");
        Status[] found = [.. Catalog.Statuses.Where(status => status.Name.Contains(words, StringComparison.OrdinalIgnoreCase) && (category.Length == 0 || Category(status) == category))];
        return Answer.Ok(Paging.Of(call, 200, 200).Bean(call, found, status => new JsonObject
        {
            ["id"] = status.Id,
            ["name"] = status.Name,
            ["description"] = "",
            ["statusCategory"] = Category(status),
            ["scope"] = new JsonObject { ["type"] = "GLOBAL" },
        }));

        static string Category(Status status) => status.Category switch { "new" => "TODO", "done" => "DONE", _ => "IN_PROGRESS" };
    }

    // Of the projects that the user sees.
    private static string[] VisibleTypes(JiraCall call)
    {
        HashSet<string> used = [.. call.Jira.Projects.Where(project => call.Jira.CanSee(call.User, project)).SelectMany(project => project.IssueTypeIds)];
        return [.. Catalog.IssueTypes.Select(type => type.Id).Where(used.Contains)];
    }
}
