using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary><c>POST /issue/bulkfetch</c>, Cloud's: up to a hundred issues by id or key, and which there are not.</summary>
internal static class BulkFetch
{
    private const int Most = 100;

    public static void Map(JiraRoutes routes)
    {
        if (routes.IsCloud) routes.Post("/issue/bulkfetch", Fetch);
    }

    private static Answer Fetch(JiraCall call)
    {
        IReadOnlyList<string> asked = Given.Texts(call.Json, "issueIdsOrKeys");
        if (asked.Count == 0) throw JiraException.BadRequest("The issueIdsOrKeys must not be empty.");
        if (asked.Count > Most) throw JiraException.BadRequest($"The number of issues requested exceeds the maximum of {Most}.");
        IssueView view = IssueView.OfBody(call.Json, otherwise: "*navigable");
        JsonArray issues = [], errors = [];
        foreach (string idOrKey in asked.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (call.Jira.FindIssue(idOrKey) is { } issue && call.Jira.CanSee(call.User, issue)) issues.Add(new IssueJson(call).Of(issue, view));
            else errors.Add(new JsonObject { ["id"] = idOrKey, ["errorMessage"] = JiraException.NoIssue().Message });
        }

        return Answer.Ok(new() { ["issues"] = issues, ["issueErrors"] = errors });
    }
}
