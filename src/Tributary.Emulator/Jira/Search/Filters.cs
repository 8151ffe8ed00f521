using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Jira.People;
using Tributary.Emulator.Search.Jql;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Search;

/// <summary>Saved searches: <c>/filter</c>. All people of a site see them all.</summary>
internal static class Filters
{
    public static void Map(JiraRoutes routes)
    {
        routes.Post("/filter", Create);
        routes.Get("/filter/favourite", Mine);
        if (routes.IsCloud)
        {
            routes.Get("/filter/my", Mine);
            routes.Get("/filter/search", Search);
        }

        routes.Get("/filter/{id}", call => Answer.Ok(Json(call, Find(call))));
    }

    private static Filter Find(JiraCall call)
    {
        string id = call.Route("id");
        return call.Jira.Filters.FirstOrDefault(filter => filter.Id.ToString(CultureInfo.InvariantCulture) == id)
            ?? throw JiraException.BadRequest($"The selected filter is not available to you, perhaps it has been deleted or had its permissions changed.");
    }

    private static Answer Mine(JiraCall call) => Answer.List([.. call.Jira.Filters.Where(filter => filter.OwnerId == call.User.AccountId).Select(filter => (JsonNode)Json(call, filter))]);

    private static Answer Search(JiraCall call)
    {
        string name = call.Query("filterName") ?? "";
        string? owner = call.Query("accountId");
        Filter[] found = [.. call.Jira.Filters
            .Where(filter => filter.Name.Contains(name, StringComparison.OrdinalIgnoreCase) && (owner is null || filter.OwnerId == owner))
            .OrderBy(filter => filter.Name, StringComparer.OrdinalIgnoreCase)];
        return Answer.Ok(Paging.Of(call, 50, 100).Bean(call, found, filter => Listed(call, filter)));
    }

    private static Answer Create(JiraCall call)
    {
        string name = Given.Text(call.Json, "name")?.Trim() ?? "";
        if (name.Length == 0) throw JiraException.BadField("filterName", "You must specify a name to save this filter as.");
        if (call.Jira.Filters.Any(filter => filter.OwnerId == call.User.AccountId && filter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            throw JiraException.BadField("filterName", "Filter with same name already exists.");
        string jql = Given.Text(call.Json, "jql") ?? "";
        IReadOnlyList<string> problems = JqlSearch.Problems(call.Wiki, call.User, JqlSearch.Parse(jql));
        if (problems.Count > 0) throw JiraException.BadRequest(problems);
        return Answer.Ok(Json(call, call.Jira.AddFilter(call.User, name, jql)));
    }

    private static JsonObject Json(JiraCall call, Filter filter)
    {
        JsonObject json = Listed(call, filter);
        json.Remove("expand");
        json["sharedUsers"] = Nobody();
        json["subscriptions"] = Nobody();
        return json;
    }

    private static JsonObject Listed(JiraCall call, Filter filter)
    {
        var json = new JsonObject
        {
            ["expand"] = "description,owner,jql,viewUrl,searchUrl,favourite,favouritedCount,sharePermissions,editPermissions,isWritable,subscriptions",
            ["self"] = $"{call.Api}/filter/{filter.Id}",
            ["id"] = $"{filter.Id}",
            ["name"] = filter.Name,
            ["description"] = "",
            ["owner"] = UserJson.Of(call, filter.OwnerId),
            ["jql"] = filter.Jql,
            ["viewUrl"] = $"{call.Site.Origin}/issues/?filter={filter.Id}",
            ["searchUrl"] = $"{call.Api}/search{(call.IsCloud ? "/jql" : "")}?jql={Uri.EscapeDataString(filter.Jql)}",
            ["favourite"] = filter.OwnerId == call.User.AccountId,
        };
        if (call.IsCloud) json["favouritedCount"] = 1;
        json["sharePermissions"] = new JsonArray();
        return json;
    }

    private static JsonObject Nobody() => new() { ["size"] = 0, ["items"] = new JsonArray(), ["max-results"] = 1000, ["start-index"] = 0, ["end-index"] = 0 };
}
