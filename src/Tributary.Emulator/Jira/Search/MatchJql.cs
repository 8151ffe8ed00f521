using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Search.Jql;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Search;

/// <summary>Cloud's <c>/jql/match</c>: which of some issues each of some queries finds.</summary>
internal static class MatchJql
{
    public static void Map(JiraRoutes routes)
    {
        if (routes.IsCloud) routes.Post("/jql/match", Match);
    }

    private static Answer Match(JiraCall call)
    {
        JsonArray ids = Given.Array(call.Json, "issueIds") ?? throw Given.Invalid(), queries = Given.Array(call.Json, "jqls") ?? throw Given.Invalid();
        HashSet<long> wanted = [.. ids.Select(id => long.TryParse(Given.Text(id), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : throw Given.Invalid())];
        return Answer.Ok(new() { ["matches"] = new JsonArray([.. queries.Select(query => One(call, Given.Text(query) ?? throw Given.Invalid(), wanted))]) });
    }

    private static JsonObject One(JiraCall call, string jql, HashSet<long> wanted)
    {
        try
        {
            IEnumerable<long> found = JqlSearch.Run(call.Wiki, call.User, jql).Issues.Select(issue => issue.Id).Where(wanted.Contains);
            return new() { ["matchedIssues"] = new JsonArray([.. found.Select(id => JsonValue.Create(id))]), ["errors"] = new JsonArray() };
        }
        catch (JiraException refusal)
        {
            return new() { ["matchedIssues"] = new JsonArray(), ["errors"] = new JsonArray([.. refusal.Messages.Select(message => JsonValue.Create(message))]) };
        }
    }
}
