using System.Text.Json;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Jira.Issues;
using Tributary.Emulator.Search.Jql;

namespace Tributary.Emulator.Jira.Search;

/// <summary>Data Center's <c>/search</c>, by <c>startAt</c>, with a total.</summary>
internal static class ClassicSearch
{
    private const int Otherwise = 50;
    private const int Most = 1000;

    public static void Map(JiraRoutes routes)
    {
        if (routes.IsCloud) return;
        routes.Get("/search", call => Search(call, call.Query("jql"), IssueView.OfQuery(call, "*navigable"), call.Number("startAt"), call.Number("maxResults"), call.Query("validateQuery")));
        routes.Post("/search", call => Search(
            call,
            Given.Text(call.Json, "jql"),
            IssueView.OfBody(call.Json, "*navigable"),
            (int?)Given.Number(call.Json, "startAt"),
            (int?)Given.Number(call.Json, "maxResults"),
            Validation(call.Json["validateQuery"])));
    }

    private static Answer Search(JiraCall call, string? jql, IssueView view, int? startAt, int? maxResults, string? validation)
    {
        JqlAnswer found = JqlSearch.Run(call.Wiki, call.User, jql ?? "", strict: validation is not ("false" or "warn" or "none"));
        // As in Jira, a negative number is as many as there may be.
        var paging = new Paging(Math.Max(startAt ?? 0, 0), maxResults is < 0 ? Most : Math.Min(maxResults ?? Otherwise, Most));
        return Answer.Ok(new FoundIssues(call, view).Classic(paging, found.Issues, validation == "none" ? [] : found.Problems));
    }

    private static string? Validation(JsonNode? given) => given?.GetValueKind() switch
    {
        null => null,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.String => given.GetValue<string>(),
        _ => throw Given.Invalid(),
    };
}
