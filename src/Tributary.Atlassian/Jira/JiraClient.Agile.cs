using System.Globalization;
using System.Text.Json;
using Tributary.Atlassian.Jira.Models;
using Tributary.Atlassian.Jira.Routing;
using Tributary.Atlassian.Jira.Wire;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira;

public sealed partial class JiraClient
{
    /// <summary>How many issues one request may move.</summary>
    public const int MostMovedAtOnce = 50;

    private const int MostOfAgile = 50;

    public async Task<OffsetList<Board>> ListBoardsAsync(BoardQuery query, CancellationToken cancellationToken)
    {
        var parameters = new Parameters
        {
            { "projectKeyOrId", query.Project?.ToString() }, { "name", query.Name }, { "type", query.Type }, { "startAt", query.Start }, { "maxResults", query.Limit },
        };
        WirePage<WireBoard> page = await SendAsync(Route(JiraOperation.ListBoards).Request("list boards", query: parameters), AgileJson.Default.WirePageWireBoard, cancellationToken);
        return Part(page, query.Start, Read);
    }

    public async Task<Board> GetBoardAsync(long id, CancellationToken cancellationToken) =>
        Read(await SendAsync(Route(JiraOperation.GetBoard).Request($"get board {id}", Number(id)), AgileJson.Default.WireBoard, cancellationToken));

    /// <summary>The projects whose issues a board shows.</summary>
    public async Task<IReadOnlyList<Project>> ListProjectsOfBoardAsync(long boardId, CancellationToken cancellationToken)
    {
        IReadOnlyList<Project?> projects = await ToEndAsync(async start => Part(
            await SendAsync(
                Route(JiraOperation.ListProjectsOfBoard).Request($"list projects of board {boardId}", Number(boardId), query: new Parameters { { "startAt", start }, { "maxResults", MostOfAgile } }),
                AgileJson.Default.WirePageWireProject, cancellationToken),
            start, JiraReader.Project));
        return [.. projects.OfType<Project>()];
    }

    /// <param name="states">None given means all.</param>
    public async Task<OffsetList<Sprint>> ListSprintsAsync(long boardId, IReadOnlyList<string> states, int start, int limit, CancellationToken cancellationToken)
    {
        var parameters = new Parameters { { "state", states.Count == 0 ? null : string.Join(',', states) }, { "startAt", start }, { "maxResults", limit } };
        WirePage<WireSprint> page = await SendAsync(
            Route(JiraOperation.ListSprints).Request($"list sprints of board {boardId}", Number(boardId), query: parameters), AgileJson.Default.WirePageWireSprint, cancellationToken);
        return Part(page, start, Read);
    }

    /// <summary>The sprints of a board that are not over.</summary>
    public Task<IReadOnlyList<Sprint>> ListOpenSprintsAsync(long boardId, CancellationToken cancellationToken) =>
        ToEndAsync(start => ListSprintsAsync(boardId, [Sprint.Active, Sprint.Future], start, MostOfAgile, cancellationToken));

    /// <summary>The sprints of a project's boards that are not over.</summary>
    public async Task<IReadOnlyList<Sprint>> ListSprintsAsync(ProjectKey project, CancellationToken cancellationToken)
    {
        List<Sprint> all = [];
        foreach (Board board in (await ListBoardsAsync(new BoardQuery(project, Type: "scrum"), cancellationToken)).Items)
            all.AddRange(await ListOpenSprintsAsync(board.Id, cancellationToken));
        return [.. all.DistinctBy(sprint => sprint.Id)];
    }

    public async Task<Sprint> GetSprintAsync(long id, CancellationToken cancellationToken) =>
        Read(await SendAsync(Route(JiraOperation.GetSprint).Request($"get sprint {id}", Number(id)), AgileJson.Default.WireSprint, cancellationToken));

    /// <param name="sprint">With a name; a new sprint is a future one.</param>
    public async Task<Sprint> CreateSprintAsync(long boardId, SprintWrite sprint, CancellationToken cancellationToken)
    {
        Func<HttpContent> body = Body(json =>
        {
            json.WriteNumber("originBoardId", boardId);
            Write(json, sprint);
        });
        return Read(await SendAsync(Route(JiraOperation.CreateSprint).Request("create sprint", content: body), AgileJson.Default.WireSprint, cancellationToken));
    }

    public async Task<Sprint> UpdateSprintAsync(long id, SprintWrite write, CancellationToken cancellationToken) => Read(await SendAsync(
        Route(JiraOperation.UpdateSprint).Request($"update sprint {id}", Number(id), content: Body(json => Write(json, write))), AgileJson.Default.WireSprint, cancellationToken));

    /// <param name="keys">At most <see cref="MostMovedAtOnce"/>.</param>
    public Task MoveToSprintAsync(long id, IReadOnlyList<IssueKey> keys, CancellationToken cancellationToken) => SendAsync(
        Route(JiraOperation.MoveToSprint).Request($"move issues to sprint {id}", Number(id), content: Body(json => Write(json, keys))), cancellationToken);

    /// <param name="keys">At most <see cref="MostMovedAtOnce"/>.</param>
    public Task MoveToBacklogAsync(IReadOnlyList<IssueKey> keys, CancellationToken cancellationToken) => SendAsync(
        Route(JiraOperation.MoveToBacklog).Request("move issues to the backlog", content: Body(json => Write(json, keys))), cancellationToken);

    private static void Write(Utf8JsonWriter json, IReadOnlyList<IssueKey> keys)
    {
        json.WriteStartArray("issues");
        foreach (IssueKey key in keys) json.WriteStringValue(key.ToString());
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, SprintWrite sprint)
    {
        if (sprint.Name is not null) json.WriteString("name", sprint.Name);
        if (sprint.Goal is not null) json.WriteString("goal", sprint.Goal);
        if (sprint.StartAt is { } start) json.WriteString("startDate", Moment(start));
        if (sprint.EndAt is { } end) json.WriteString("endDate", Moment(end));
        if (sprint.State is not null) json.WriteString("state", sprint.State);
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+00:00'", CultureInfo.InvariantCulture);

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static Board Read(WireBoard board) =>
        new(board.Id, board.Name ?? "", board.Type ?? "", ProjectKey.TryParse(board.Location?.ProjectKey, out ProjectKey project) ? project : null);

    private static Sprint Read(WireSprint sprint) => new(
        sprint.Id, sprint.Name ?? "", sprint.State ?? "", string.IsNullOrEmpty(sprint.Goal) ? null : sprint.Goal, sprint.StartDate, sprint.EndDate, sprint.CompleteDate, sprint.OriginBoardId);

    private static OffsetList<T> Part<TWire, T>(WirePage<TWire> page, int start, Func<TWire, T> read)
    {
        IReadOnlyList<TWire> values = page.Values ?? [];
        int next = start + values.Count;
        bool isLast = values.Count == 0 || (page.IsLast ?? next >= (page.Total ?? next));
        return new OffsetList<T>([.. values.Select(read)], page.Total, isLast ? null : next);
    }

    private static async Task<IReadOnlyList<T>> ToEndAsync<T>(Func<int, Task<OffsetList<T>>> read)
    {
        List<T> all = [];
        for (int? start = 0; start is { } from;)
        {
            OffsetList<T> part = await read(from);
            all.AddRange(part.Items);
            start = part.NextStart;
        }

        return all;
    }
}
