using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary><c>/issue/picker</c>: issues whose key or summary begins like what somebody types.</summary>
internal static class IssuePicker
{
    private const int Most = 20;

    public static void Map(JiraRoutes routes) => routes.Get("/issue/picker", Pick);

    private static Answer Pick(JiraCall call)
    {
        string query = call.Query("query") ?? "";
        Issue[] found = query.Length == 0 ? [] :
        [
            .. call.Jira.Issues
                .Where(issue => call.Jira.CanSee(call.User, issue) && (issue.Key.StartsWith(query, StringComparison.OrdinalIgnoreCase) || issue.Summary.Contains(query, StringComparison.OrdinalIgnoreCase)))
                .OrderByDescending(issue => issue.UpdatedAt)
                .Take(Most),
        ];
        var section = new JsonObject
        {
            ["label"] = "History Search",
            ["sub"] = $"Showing {found.Length} of {found.Length} matching issues",
            ["id"] = "hs",
            ["issues"] = new JsonArray([.. found.Select(issue => Suggested(call, issue))]),
        };
        if (found.Length == 0) section["msg"] = "No matching issues found";
        return Answer.Ok(new() { ["sections"] = new JsonArray(section) });
    }

    private static JsonObject Suggested(JiraCall call, Issue issue)
    {
        var json = new JsonObject();
        if (call.IsCloud) json["id"] = issue.Id;
        json["key"] = issue.Key;
        json["keyHtml"] = issue.Key;
        json["img"] = $"/images/icons/issuetypes/{issue.TypeId}.svg";
        json["summary"] = System.Net.WebUtility.HtmlEncode(issue.Summary);
        json["summaryText"] = issue.Summary;
        return json;
    }
}
