using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Jira.Projects;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Agile;

/// <summary><c>/board</c>: the boards of projects that one sees, and what belongs to them.</summary>
internal static class Boards
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/board", List);
        routes.Get("/board/{boardId}", call => Answer.Ok(Json(call, Find(call))));
        routes.Get("/board/{boardId}/configuration", Configuration);
        routes.Get("/board/{boardId}/sprint", ListSprints);
        routes.Get("/board/{boardId}/project", call => Answer.Ok(Paging.Of(call, 50, 50).Bean(null, [ProjectOf(call, Find(call))], project => new ProjectJson(call).Brief(project))));
        routes.Get("/board/{boardId}/version", ListVersions);
        routes.Get("/board/{boardId}/quickfilter", ListQuickFilters);
    }

    /// <summary>The board that the path names, if one sees its project.</summary>
    public static Board Find(JiraCall call) => Find(call, call.Route("boardId"));

    public static Board Find(JiraCall call, string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && call.Jira.FindBoard(number) is { } board && call.Jira.CanSee(call.User, ProjectOf(call, board))
            ? board
            : throw JiraException.NotFound("Requested board cannot be viewed because it either does not exist or you do not have permission to view it.");

    public static Project ProjectOf(JiraCall call, Board board) => call.Jira.Projects.First(project => project.Id == board.ProjectId);

    private static Answer List(JiraCall call)
    {
        string? type = call.Query("type"), name = call.Query("name"), project = call.Query("projectKeyOrId");
        if (project is not null && (call.Jira.FindProject(project) is not { } named || !call.Jira.CanSee(call.User, named))) throw JiraException.BadRequest($"No project could be found with key or id '{project}'.");
        IReadOnlyList<string> types = call.Many("type");
        Board[] found = [.. call.Jira.Boards.Where(board =>
            call.Jira.CanSee(call.User, ProjectOf(call, board))
            && (type is null || types.Contains(board.Type))
            && (name is null || board.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
            && (project is null || call.Jira.FindProject(project)!.Id == board.ProjectId))];
        return Answer.Ok(Paging.Of(call, 50, 50).Bean(null, found, board => Json(call, board)));
    }

    private static JsonObject Json(JiraCall call, Board board)
    {
        Project project = ProjectOf(call, board);
        var json = new JsonObject { ["id"] = board.Id, ["self"] = $"{AgileCall.Api(call)}/board/{board.Id}", ["name"] = board.Name, ["type"] = board.Type };
        if (!call.IsCloud) return json;
        json["location"] = new JsonObject
        {
            ["projectId"] = project.Id,
            ["displayName"] = $"{project.Name} ({project.Key})",
            ["projectName"] = project.Name,
            ["projectKey"] = project.Key,
            ["projectTypeKey"] = project.Type,
            ["avatarURI"] = $"{call.Site.Origin}/secure/projectavatar?pid={project.Id}",
            ["name"] = $"{project.Name} ({project.Key})",
        };
        json["isPrivate"] = false;
        return json;
    }

    private static Answer Configuration(JiraCall call)
    {
        Board board = Find(call);
        Project project = ProjectOf(call, board);
        long filter = call.Jira.Filters.FirstOrDefault(filter => filter.Jql == board.Jql)?.Id ?? 0;
        IEnumerable<JsonNode> columns = Tracker.WorkflowOf(project).Transitions.Select(step => step.ToStatusId).Distinct().Select(id => (JsonNode)new JsonObject
        {
            ["name"] = Catalog.Statuses.First(status => status.Id == id).Name,
            ["statuses"] = new JsonArray(new JsonObject { ["id"] = id, ["self"] = $"{call.Api}/status/{id}" }),
        });
        var json = new JsonObject
        {
            ["id"] = board.Id,
            ["name"] = board.Name,
            ["type"] = board.Type,
            ["self"] = $"{AgileCall.Api(call)}/board/{board.Id}/configuration",
            ["filter"] = new JsonObject { ["id"] = $"{filter}", ["self"] = $"{call.Api}/filter/{filter}" },
            ["columnConfig"] = new JsonObject { ["columns"] = new JsonArray([.. columns]), ["constraintType"] = "issueCount" },
            ["ranking"] = new JsonObject { ["rankCustomFieldId"] = Catalog.Field(Catalog.Rank)!.CustomId },
        };
        if (call.IsCloud) json["location"] = new JsonObject { ["type"] = "project", ["projectKeyOrId"] = project.Key };
        if (board.Type == "scrum") json["estimation"] = new JsonObject { ["type"] = "field", ["field"] = new JsonObject { ["fieldId"] = Catalog.StoryPoints, ["displayName"] = "Story Points" } };
        return Answer.Ok(json);
    }

    private static Answer ListSprints(JiraCall call)
    {
        Board board = Find(call);
        if (board.Type != "scrum") throw JiraException.BadRequest("The board does not support sprints");
        IReadOnlyList<string> states = call.Many("state");
        if (states.FirstOrDefault(state => state is not ("future" or "active" or "closed")) is { } wrong) throw JiraException.BadRequest($"Invalid sprint state '{wrong}'. Valid states are: future, active, closed.");
        // As Jira lists them: those that are over first, what is planned last.
        Sprint[] found = [.. call.Jira.Sprints
            .Where(sprint => sprint.BoardId == board.Id && (states.Count == 0 || states.Contains(sprint.State)))
            .OrderBy(sprint => sprint.State switch { "closed" => 0, "active" => 1, _ => 2 }).ThenBy(sprint => sprint.Id)];
        return Answer.Ok(Paging.Of(call, 50, 50).Bean(null, found, sprint => SprintJson.Of(call, sprint)));
    }

    private static Answer ListVersions(JiraCall call)
    {
        Project project = ProjectOf(call, Find(call));
        string? released = call.Query("released");
        ProjectVersion[] found = [.. project.Versions.Where(version => released is null || version.IsReleased == (released == "true"))];
        return Answer.Ok(Paging.Of(call, 50, 50).Bean(null, found, version => Json(call, project, version)));
    }

    // Boards here have none.
    private static Answer ListQuickFilters(JiraCall call)
    {
        Find(call);
        return Answer.Ok(Paging.Of(call, 50, 50).Bean<Board>(null, [], board => Json(call, board)));
    }

    private static JsonObject Json(JiraCall call, Project project, ProjectVersion version)
    {
        var json = new JsonObject
        {
            ["self"] = $"{call.Api}/version/{version.Id}",
            ["id"] = long.Parse(version.Id, CultureInfo.InvariantCulture),
            ["projectId"] = project.Id,
            ["name"] = version.Name,
            ["description"] = version.Description,
            ["archived"] = version.IsArchived,
            ["released"] = version.IsReleased,
        };
        if (version.ReleaseDate is { } day) json["releaseDate"] = JiraTime.Text(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));
        return json;
    }
}
