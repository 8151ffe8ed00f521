using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Worklogs;

/// <summary><c>/worklog/updated</c> and <c>/worklog/deleted</c>, the ids of what has changed since a moment, and <c>/worklog/list</c>, worklogs by id.</summary>
internal static class WorklogFeeds
{
    private const int Most = 1000;

    public static void Map(JiraRoutes routes)
    {
        routes.Get("/worklog/updated", call => Feed(call, Visible(call).Select(entry => (entry.Worklog.Id, entry.Worklog.UpdatedAt))));
        routes.Get("/worklog/deleted", call => Feed(call, call.Jira.DeletedWorklogs.Select(deleted => (deleted.Id, deleted.When))));
        routes.Post("/worklog/list", ByIds);
    }

    private static IEnumerable<(Issue Issue, Worklog Worklog)> Visible(JiraCall call) => call.Jira.Issues
        .Where(issue => issue.Worklogs.Count > 0 && call.Jira.CanSee(call.User, issue))
        .SelectMany(issue => new WorklogJson(call).Visible(issue), (issue, worklog) => (issue, worklog));

    private static Answer Feed(JiraCall call, IEnumerable<(long Id, DateTimeOffset When)> all)
    {
        string text = call.Query("since") ?? "0";
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long since)) throw JiraException.BadRequest($"The value '{text}' is not a valid timestamp for the parameter 'since'.");
        (long Id, long When)[] later = [.. all.Select(entry => (entry.Id, When: entry.When.ToUnixTimeMilliseconds())).Where(entry => entry.When >= since).OrderBy(entry => entry.When).ThenBy(entry => entry.Id)];
        (long Id, long When)[] page = [.. later.Take(Most)];
        long until = page.Length == 0 ? call.Wiki.Now.ToUnixTimeMilliseconds() : page[^1].When;
        var json = new JsonObject
        {
            ["values"] = new JsonArray([.. page.Select(entry => new JsonObject { ["worklogId"] = entry.Id, ["updatedTime"] = entry.When, ["properties"] = new JsonArray() })]),
            ["since"] = since,
            ["until"] = until,
            ["self"] = $"{call.Self}?since={since}",
            ["lastPage"] = page.Length == later.Length,
        };
        if (page.Length < later.Length) json["nextPage"] = $"{call.Self}?since={until}";
        return Answer.Ok(json);
    }

    private static Answer ByIds(JiraCall call)
    {
        IReadOnlyList<string> ids = Given.Texts(call.Json, "ids");
        if (ids.Count == 0 || ids.Count > Most) throw JiraException.BadRequest($"The list of worklog ids must have between 1 and {Most} entries.");
        return Answer.List([.. Visible(call).Where(entry => ids.Contains($"{entry.Worklog.Id}")).Select(entry => (JsonNode)new WorklogJson(call).Of(entry.Issue, entry.Worklog))]);
    }
}
