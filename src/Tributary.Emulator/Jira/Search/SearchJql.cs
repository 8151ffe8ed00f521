using Tributary.Emulator.Hosting;
using Tributary.Emulator.Jira.Issues;
using Tributary.Emulator.Search.Jql;
using Tributary.Emulator.World.Jira;
using Tributary.Query.Jql;

namespace Tributary.Emulator.Jira.Search;

/// <summary>Cloud's search, <c>/search/jql</c>, by page tokens; <c>/search/approximate-count</c>; and <c>/search</c>, which is gone there.</summary>
internal static class SearchJql
{
    private const int MostToReconcile = 50;

    public static void Map(JiraRoutes routes)
    {
        if (!routes.IsCloud) return;
        routes.Get("/search", _ => throw Removed());
        routes.Post("/search", _ => throw Removed());
        routes.Get("/search/jql", call => Search(call, call.Query("jql"), IssueView.OfQuery(call, "id"), call.Query("nextPageToken"), call.Number("maxResults"), call.Many("reconcileIssues").Count));
        routes.Post("/search/jql", call => Search(
            call,
            Given.Text(call.Json, "jql"),
            IssueView.OfBody(call.Json, "id"),
            Given.Text(call.Json, "nextPageToken"),
            (int?)Given.Number(call.Json, "maxResults"),
            Given.Array(call.Json, "reconcileIssues")?.Count ?? 0));
        routes.Post("/search/approximate-count", call => Answer.Ok(new() { ["count"] = JqlSearch.Run(call.Wiki, call.User, Bounded(Given.Text(call.Json, "jql"))).Issues.Count }));
    }

    private static Answer Search(JiraCall call, string? jql, IssueView view, string? token, int? maxResults, int reconciled)
    {
        if (reconciled > MostToReconcile) throw JiraException.BadRequest($"The reconcileIssues parameter must not hold more than {MostToReconcile} issue IDs.");
        if (maxResults is < 0) throw JiraException.BadRequest("The value of the 'maxResults' parameter must be zero or more.");
        JqlQuery query = Bounded(jql);
        return new FoundIssues(call, view).Tokens(JqlSearch.Run(call.Wiki, call.User, query).Issues, query.ToString(), token, maxResults);
    }

    private static JqlQuery Bounded(string? jql)
    {
        JqlQuery query = JqlSearch.Parse(jql ?? "");
        return query.Where is null ? throw JiraException.BadRequest("Unbounded JQL queries are not allowed here. Please add a search restriction to your query.") : query;
    }

    private static JiraException Removed() => JiraException.Gone(
        "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046");
}
