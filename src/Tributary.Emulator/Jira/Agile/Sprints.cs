using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Agile;

/// <summary><c>/sprint</c>: planned, started, closed, deleted. PUT says all anew, POST what changes.</summary>
internal static class Sprints
{
    private const int LongestName = 30;

    public static void Map(JiraRoutes routes)
    {
        routes.Post("/sprint", Create);
        routes.Get("/sprint/{sprintId}", call => Answer.Ok(SprintJson.Of(call, Find(call))));
        routes.Post("/sprint/{sprintId}", call => Update(call, isWhole: false));
        routes.Put("/sprint/{sprintId}", call => Update(call, isWhole: true));
        routes.Delete("/sprint/{sprintId}", Delete);
    }

    /// <summary>The sprint that the path names, if one sees its board.</summary>
    public static Sprint Find(JiraCall call)
    {
        if (long.TryParse(call.Route("sprintId"), NumberStyles.None, CultureInfo.InvariantCulture, out long id) && call.Jira.FindSprint(id) is { } sprint
            && call.Jira.CanSee(call.User, Boards.ProjectOf(call, BoardOf(call, sprint)))) return sprint;
        throw JiraException.NotFound("Sprint does not exist");
    }

    private static Board BoardOf(JiraCall call, Sprint sprint) => call.Jira.FindBoard(sprint.BoardId)!;

    private static Answer Create(JiraCall call)
    {
        if (Given.Text(call.Json, "originBoardId") is not { } boardId) throw JiraException.BadField("originBoardId", "The originBoardId is required.");
        Board board = Boards.Find(call, boardId);
        AgileCall.RequireEdit(call, board);
        (DateTimeOffset? start, DateTimeOffset? end) = Dates(call.Json, null, isWhole: true);
        Sprint sprint = call.Jira.AddSprint(board, Given.Text(call.Json, "name") ?? "", Given.Text(call.Json, "goal") ?? "", start, end);
        return Answer.Json(201, SprintJson.Of(call, sprint));
    }

    private static Answer Update(JiraCall call, bool isWhole)
    {
        Sprint sprint = Find(call);
        AgileCall.RequireEdit(call, BoardOf(call, sprint));
        JsonObject body = call.Json;
        string name = (Given.Text(body, "name") ?? (isWhole ? "" : sprint.Name)).Trim();
        if (name.Length == 0) throw JiraException.BadField("name", "The sprint name is required.");
        if (name.Length > LongestName) throw JiraException.BadField("name", "The sprint name must be shorter than 30 characters.");
        string? state = Given.Text(body, "state")?.ToLowerInvariant();
        if (isWhole && state is null) throw JiraException.BadField("state", "The sprint state is required.");
        if (state is not (null or "future" or "active" or "closed")) throw JiraException.BadField("state", $"'{state}' is not a valid sprint state.");
        (DateTimeOffset? start, DateTimeOffset? end) = Dates(body, sprint, isWhole);
        string goal = Given.Text(body, "goal") ?? (isWhole ? "" : sprint.Goal);

        // A refused state leaves all as it was: the dates that it needs are put in first, and back again.
        (DateTimeOffset? Start, DateTimeOffset? End) before = (sprint.StartDate, sprint.EndDate);
        bool isAccepted = false;
        try
        {
            (sprint.StartDate, sprint.EndDate) = (start, end);
            if (state is not null) call.Jira.SetState(sprint, state);
            isAccepted = true;
        }
        finally
        {
            if (!isAccepted) (sprint.StartDate, sprint.EndDate) = before;
        }

        call.Jira.Change(() => (sprint.Name, sprint.Goal) = (name, goal));
        return Answer.Ok(SprintJson.Of(call, sprint));
    }

    private static (DateTimeOffset? Start, DateTimeOffset? End) Dates(JsonObject body, Sprint? sprint, bool isWhole)
    {
        DateTimeOffset? start = AgileCall.Moment(body, "startDate") ?? (isWhole ? null : sprint?.StartDate), end = AgileCall.Moment(body, "endDate") ?? (isWhole ? null : sprint?.EndDate);
        return start > end ? throw JiraException.BadField("endDate", "The start date of a sprint must be before the end date.") : (start, end);
    }

    private static Answer Delete(JiraCall call)
    {
        Sprint sprint = Find(call);
        AgileCall.RequireEdit(call, BoardOf(call, sprint));
        call.Jira.DeleteSprint(call.User, sprint);
        return Answer.NoContent();
    }
}
