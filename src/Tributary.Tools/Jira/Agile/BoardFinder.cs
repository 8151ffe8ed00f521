using System.Globalization;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.Agile;

/// <summary>The boards that this server may use, and which of them is meant by a name.</summary>
internal sealed class BoardFinder(JiraClient jira, ProjectAllowList allowed)
{
    private const int MostAtOnce = 50;
    private const int MostCandidates = 500;

    /// <summary>A part of them; in a restricted server of all that lie inside.</summary>
    public async Task<OffsetList<Board>> ListAsync(BoardQuery query, CancellationToken cancellationToken)
    {
        if (query.Project is { } project)
            allowed.Check(project);
        if (!allowed.IsRestricted)
            return await jira.ListBoardsAsync(query, cancellationToken);

        List<Board> inside = [];
        foreach (ProjectKey key in query.Project is { } one ? [one] : allowed.Keys)
            inside.AddRange(await AllAsync(query with { Project = key }, cancellationToken));

        List<Board> open = [];
        foreach (Board board in inside.DistinctBy(board => board.Id))
        {
            if (await IsInsideAsync(board, cancellationToken))
                open.Add(board);
        }

        int next = query.Start + query.Limit;
        return new OffsetList<Board>([.. open.Skip(query.Start).Take(query.Limit)], open.Count, next < open.Count ? next : null);
    }

    /// <param name="name">A name or id; null where there is only one to choose.</param>
    /// <param name="type">What the board must be, such as <c>scrum</c>.</param>
    public async Task<Board> FindAsync(string? name, ProjectKey? project, string? type, CancellationToken cancellationToken)
    {
        if (project is { } key)
            allowed.Check(key);
        if (long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
            return await CheckedAsync(await jira.GetBoardAsync(id, cancellationToken), cancellationToken);

        IReadOnlyList<Board> known = await CandidatesAsync(new BoardQuery(project, Type: type), cancellationToken);
        string[] shown = [.. known.Select(board => WikiText.Line(board.Name))];
        if (string.IsNullOrWhiteSpace(name))
        {
            return known is [var only]
                ? only
                : throw ToolException.InvalidParams($"`board` is missing. {FieldNames.Listed(shown)}", known.Count == 0 ? "Create one in Jira, or ask for access to one." : "Give the name or id of one.");
        }

        return FieldNames.Find(name, known, board => OfId(board.Id), board => board.Name) switch
        {
            [var one] => one,
            [] => throw ToolException.InvalidParams($"There is no board \"{Shown(name)}\"{(project is null ? "" : $" of {project}")}. {FieldNames.Instead(name, shown)}", "Give the name or id of one; jira_list_boards lists them."),
            var several => throw ToolException.InvalidParams($"Several boards are called \"{Shown(name)}\": {string.Join(", ", several.Select(board => board.Id))}.", "Give the id of one."),
        };
    }

    /// <exception cref="ToolException">It shows more than the open projects.</exception>
    public async Task<Board> CheckedAsync(Board board, CancellationToken cancellationToken) => await IsInsideAsync(board, cancellationToken)
        ? board
        : throw new ToolException(
            ErrorCode.NotAllowed, $"Board {board.Id} shows projects outside those that this server may use.", $"Use a board of {string.Join(", ", allowed.Keys)} alone; the operator sets them with JIRA_PROJECTS_FILTER.");

    private async Task<bool> IsInsideAsync(Board board, CancellationToken cancellationToken)
    {
        if (!allowed.IsRestricted)
            return true;
        if (board.Project is { } home && !allowed.Contains(home))
            return false;

        // A board's query may reach further than the project where it stands.
        IReadOnlyList<Project> shown = await jira.ListProjectsOfBoardAsync(board.Id, cancellationToken);
        return shown.Count > 0 && shown.All(project => allowed.Contains(project.Key));
    }

    private async Task<IReadOnlyList<Board>> CandidatesAsync(BoardQuery query, CancellationToken cancellationToken) =>
        allowed.IsRestricted ? (await ListAsync(query with { Limit = MostCandidates }, cancellationToken)).Items : await AllAsync(query, cancellationToken);

    private async Task<IReadOnlyList<Board>> AllAsync(BoardQuery query, CancellationToken cancellationToken)
    {
        List<Board> all = [];
        for (int? start = 0; start is { } from && all.Count < MostCandidates;)
        {
            OffsetList<Board> part = await jira.ListBoardsAsync(query with { Start = from, Limit = MostAtOnce }, cancellationToken);
            all.AddRange(part.Items);
            start = part.NextStart;
        }

        return all;
    }

    private static string OfId(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static string Shown(string text) => WikiText.Beginning(text, 80);
}
