using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.Agile;

/// <summary>Lists boards.</summary>
[McpServerToolType]
internal sealed class ListBoardsTool(JiraClient jira, ProjectAllowList allowed)
{
    private readonly BoardFinder boards = new(jira, allowed);

    [McpServerTool(Name = "jira_list_boards", Title = "List boards", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Lists boards. jira_search with board shows the issues or the backlog of one.")]
    public async Task<BoardsResult> ListBoardsAsync(
        ProjectKey? project_key = null,
        [Description("Part of it.")] string? name = null,
        BoardType? type = null,
        [Range(1, 50)] int limit = 25,
        [Range(0, 10_000)] int start = 0,
        CancellationToken cancellationToken = default)
    {
        var query = new BoardQuery(project_key, string.IsNullOrWhiteSpace(name) ? null : name, type?.ToString().ToLowerInvariant(), start, limit);
        OffsetList<Board> list = await boards.ListAsync(query, cancellationToken);
        return new BoardsResult([.. list.Items.Select(board => new BoardItem(board.Id, WikiText.Line(board.Name), board.Type, board.Project?.ToString()))], list.Total, list.NextStart);
    }
}

internal enum BoardType
{
    Scrum,
    Kanban,
    Simple,
}

internal sealed record BoardsResult(IReadOnlyList<BoardItem> Boards, int? TotalAvailable, int? NextStartOffset) : IToolResult
{
    public string ToText() => ListText.Of("board", Boards.Select(board => board.ToText()), TotalAvailable, NextStartOffset);
}

/// <param name="ProjectKey">Null on Data Center, which does not tell it.</param>
internal sealed record BoardItem(long Id, string Name, string Type, string? ProjectKey)
{
    public string ToText() => $"{Id}: {Name} ({Type}{(ProjectKey is null ? "" : $", {ProjectKey}")})";
}
