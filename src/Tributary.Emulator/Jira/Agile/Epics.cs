using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Agile;

/// <summary><c>/epic</c>, and the epics of a board.</summary>
internal static class Epics
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/epic/{epicIdOrKey}", call => Answer.Ok(Json(call, Find(call))));
        routes.Get("/board/{boardId}/epic", List);
        routes.Post("/epic/none/issue", call => Move(call, epic: null));
        routes.Post("/epic/{epicIdOrKey}/issue", call => Move(call, Find(call)));
    }

    public static Issue Find(JiraCall call) =>
        call.Jira.FindIssue(call.Route("epicIdOrKey")) is { TypeId: Catalog.Epic } epic && call.Jira.CanSee(call.User, epic)
            ? epic
            : throw JiraException.NotFound("The requested epic does not exist or you do not have permission to view it.");

    /// <summary>The epic that an issue belongs to, by parent or by link.</summary>
    public static Issue? Of(JiraCall call, Issue issue) =>
        (issue.Text(Catalog.EpicLink) ?? issue.Text("parent")) is { } id && call.Jira.FindIssue(id) is { TypeId: Catalog.Epic } epic ? epic : null;

    public static JsonObject Json(JiraCall call, Issue epic) => new()
    {
        ["id"] = epic.Id,
        ["key"] = epic.Key,
        ["self"] = $"{AgileCall.Api(call)}/epic/{epic.Id}",
        ["name"] = epic.Text(Catalog.EpicName) ?? epic.Summary,
        ["summary"] = epic.Summary,
        ["color"] = new JsonObject { ["key"] = $"color_{(epic.Id % 9) + 1}" },
        ["done"] = IsDone(epic),
    };

    private static bool IsDone(Issue epic) => Catalog.Statuses.First(status => status.Id == epic.StatusId).Category == "done";

    private static Answer List(JiraCall call)
    {
        Board board = Boards.Find(call);
        string? done = call.Query("done");
        Issue[] found = [.. call.Jira.Issues.Where(issue => issue.ProjectId == board.ProjectId && issue.TypeId == Catalog.Epic && (done is null || IsDone(issue) == (done == "true")))];
        return Answer.Ok(Paging.Of(call, 50, 50).Bean(null, found, epic => Json(call, epic)));
    }

    private static Answer Move(JiraCall call, Issue? epic)
    {
        IReadOnlyList<Issue> issues = AgileCall.IssuesToMove(call);
        if (issues.FirstOrDefault(issue => issue.TypeId is Catalog.Epic or Catalog.Subtask) is { } wrong) throw JiraException.BadRequest($"Issue '{wrong.Key}' cannot be assigned to an epic.");
        foreach (Issue issue in issues)
        {
            call.Jira.Update(call.User, issue, new Dictionary<string, JsonNode?> { [call.IsCloud ? "parent" : Catalog.EpicLink] = epic is null ? null : $"{epic.Id}" });
        }

        return Answer.NoContent();
    }
}
