using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary><c>/issue/{issueIdOrKey}/changelog</c>, oldest first, and single entries of it. Cloud's alone: Data Center tells them with the issue, by <c>expand</c>.</summary>
internal static class Changelogs
{
    public static void Map(JiraRoutes routes)
    {
        if (!routes.IsCloud) return;
        routes.Get("/issue/{issueIdOrKey}/changelog", call => Answer.Ok(Paging.Of(call, 100, 100).Bean(call, call.Issue().History, new ChangeJson(call).Of)));
        routes.Post("/issue/{issueIdOrKey}/changelog/list", ByIds);
    }

    private static Answer ByIds(JiraCall call)
    {
        Issue issue = call.Issue();
        IReadOnlyList<string> ids = Given.Texts(call.Json, "changelogIds");
        if (ids.Count == 0) throw JiraException.BadRequest("The changelogIds must not be empty.");
        Change[] found = [.. issue.History.Where(change => ids.Contains(change.Id.ToString(CultureInfo.InvariantCulture)))];
        return Answer.Ok(new()
        {
            ["startAt"] = 0,
            ["maxResults"] = 1000,
            ["total"] = found.Length,
            ["histories"] = new JsonArray([.. found.Select(new ChangeJson(call).Of)]),
        });
    }
}
