using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.Agile;

/// <summary>Lists the sprints of a board.</summary>
[McpServerToolType]
internal sealed class ListSprintsTool(JiraClient jira, ProjectAllowList allowed)
{
    [McpServerTool(Name = "jira_list_sprints", Title = "List sprints", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Lists a board's sprints with goals and dates. Issues of one: jira_search with jql sprint = ID.")]
    public async Task<SprintsResult> ListSprintsAsync(
        [Description("Name or id; without it the only scrum board there is.")] string? board = null,
        ProjectKey? project_key = null,
        [Description("open: active and future.")] SprintFilter state = SprintFilter.Open,
        [Range(1, 50)] int limit = 25,
        [Range(0, 10_000)] int start = 0,
        CancellationToken cancellationToken = default)
    {
        Board chosen = await new BoardFinder(jira, allowed).FindAsync(board, project_key, "scrum", cancellationToken);
        string[] states = state switch
        {
            SprintFilter.Open => [Sprint.Active, Sprint.Future],
            SprintFilter.All => [],
            _ => [state.ToString().ToLowerInvariant()],
        };
        OffsetList<Sprint> list = await jira.ListSprintsAsync(chosen.Id, states, start, limit, cancellationToken);
        return new SprintsResult(chosen.Id, [.. list.Items.Select(SprintItem.Of)], list.Total, list.NextStart);
    }
}

internal enum SprintFilter
{
    Open,
    Active,
    Future,
    Closed,
    All,
}

internal sealed record SprintsResult(long BoardId, IReadOnlyList<SprintItem> Sprints, int? TotalAvailable, int? NextStartOffset) : IToolResult
{
    public string ToText() => $"Board {BoardId}: " + ListText.Of("sprint", Sprints.Select(sprint => sprint.ToText()), TotalAvailable, NextStartOffset);
}
