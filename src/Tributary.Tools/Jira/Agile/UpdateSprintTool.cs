using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Jira.Agile;

/// <summary>Plans, starts and ends sprints, and moves issues in and out of them.</summary>
[McpServerToolType]
internal sealed class UpdateSprintTool(JiraClient jira, ProjectAllowList allowed)
{
    private readonly BoardFinder boards = new(jira, allowed);

    [McpServerTool(Name = "jira_update_sprint", Title = "Plan a sprint", ReadOnly = false, Destructive = true, Idempotent = false, OpenWorld = true)]
    [Description("Changes, starts or closes a sprint and moves issues; without sprint, name makes a new one on board.")]
    public async Task<SprintResult> UpdateSprintAsync(
        [Description("Id, or name of an open one.")] string? sprint = null,
        [Description("Name or id; without it the only scrum board there is.")] string? board = null,
        [Description("New name, up to 30 characters.")] string? name = null,
        [Prose] string? goal = null,
        [Description("A day or time, UTC.")] string? start_date = null,
        string? end_date = null,
        [Description("active starts it, closed ends it.")] SprintState? state = null,
        [Description("Issues to move into it.")] string[]? add_issues = null,
        [Description("Issues to move out of any sprint.")] string[]? to_backlog = null,
        CancellationToken cancellationToken = default)
    {
        var write = new SprintWrite(string.IsNullOrWhiteSpace(name) ? null : name.Trim(), goal, Time(start_date, nameof(start_date)), Time(end_date, nameof(end_date)), state?.ToString().ToLowerInvariant());
        IssueKey[] into = Keys(add_issues, nameof(add_issues)), outOf = Keys(to_backlog, nameof(to_backlog));
        if (write == new SprintWrite() && into.Length == 0 && outOf.Length == 0)
            throw ToolException.InvalidParams("There is nothing to do.", "Give name, goal, start_date, end_date, state, add_issues or to_backlog.");

        if (into.Intersect(outOf).ToArray() is { Length: > 0 } both)
            throw ToolException.InvalidParams($"`add_issues` and `to_backlog` both hold {string.Join(", ", both)}.", "Nothing was changed. Give it once.");

        bool onlyBacklog = write == new SprintWrite() && into.Length == 0;
        Sprint? chosen = string.IsNullOrWhiteSpace(sprint) ? null : await FindAsync(sprint, board, cancellationToken);
        if (chosen is null && write.Name is null && !onlyBacklog)
            throw ToolException.InvalidParams("`sprint` is missing.", "Give the sprint's id or name; or a name alone to make a new one.");
        Board? home = chosen is null && !onlyBacklog ? await boards.FindAsync(board, project: null, "scrum", cancellationToken) : null;
        Check(chosen, write, into);
        string[] sprintFields = into.Length + outOf.Length == 0 ? [] : [.. (await jira.ListFieldsAsync(cancellationToken)).Where(field => field.Schema.IsSprint).Select(field => field.Id)];
        var were = new HashSet<IssueKey>();
        foreach (IssueKey key in into.Concat(outOf))
        {
            long[] open = OpenSprints.Of(await CheckedAsync(key, sprintFields, cancellationToken), sprintFields);
            if (into.Contains(key) ? chosen is not null && open.Contains(chosen.Id) : sprintFields.Length > 0 && open.Length == 0)
                were.Add(key);
        }

        (IssueKey[] alreadyIn, IssueKey[] alreadyOut) = ([.. into.Where(were.Contains)], [.. outOf.Where(were.Contains)]);
        (into, outOf) = ([.. into.Except(were)], [.. outOf.Except(were)]);

        // All that can be wrong has been looked at: from here on it is done step by step.
        var steps = new Steps();
        if (home is not null)
        {
            chosen = await jira.CreateSprintAsync(home.Id, write with { State = null }, cancellationToken);
            steps.Done($"Made sprint {chosen.Id}, which is {chosen.State}.");
            write = new SprintWrite(State: write.State);
        }

        if (chosen is not null && write != new SprintWrite())
        {
            chosen = await steps.TakeAsync(jira.UpdateSprintAsync(chosen.Id, write, cancellationToken), Rest(chosen, write.State, into, outOf));
            steps.Done($"Changed sprint {chosen.Id}, which is {chosen.State}.");
        }

        if (into.Length > 0)
        {
            await steps.TakeAsync(jira.MoveToSprintAsync(chosen!.Id, into, cancellationToken), Rest(chosen, null, into, outOf));
            steps.Done($"Moved {string.Join(", ", into)} into sprint {chosen.Id}.");
        }

        if (outOf.Length > 0)
        {
            await steps.TakeAsync(jira.MoveToBacklogAsync(outOf, cancellationToken), Rest(null, null, [], outOf));
            steps.Done($"Moved {string.Join(", ", outOf)} to the backlog.");
        }

        if (alreadyIn.Length > 0)
            steps.Done($"In sprint {chosen!.Id} already: {string.Join(", ", alreadyIn)}.");
        if (alreadyOut.Length > 0)
            steps.Done($"In no open sprint already: {string.Join(", ", alreadyOut)}.");
        return new SprintResult(chosen is null ? null : SprintItem.Of(chosen), steps.ToString());
    }

    /// <summary>The call that does what is left.</summary>
    private static string Rest(Sprint? sprint, string? state, IssueKey[] into, IssueKey[] outOf)
    {
        var call = new JsonObject();
        if (sprint is not null)
            call["sprint"] = sprint.Id.ToString(CultureInfo.InvariantCulture);
        if (state is not null)
            call["state"] = state;
        if (into.Length > 0)
            call["add_issues"] = new JsonArray([.. into.Select(key => (JsonNode)key.ToString())]);
        if (outOf.Length > 0)
            call["to_backlog"] = new JsonArray([.. outOf.Select(key => (JsonNode)key.ToString())]);
        return $"Do not repeat the call; go on with jira_update_sprint {JsonSerializer.Serialize(call, ToolJson.Relaxed.JsonObject)}";
    }

    private async Task<Sprint> FindAsync(string text, string? board, CancellationToken cancellationToken)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
        {
            Sprint found = await jira.GetSprintAsync(id, cancellationToken);
            if (allowed.IsRestricted)
                await boards.CheckedAsync(await jira.GetBoardAsync(found.BoardId ?? 0, cancellationToken), cancellationToken);
            return found;
        }

        Board of = await boards.FindAsync(board, project: null, "scrum", cancellationToken);
        IReadOnlyList<Sprint> open = await jira.ListOpenSprintsAsync(of.Id, cancellationToken);
        return FieldNames.Find(text, open, sprint => sprint.Id.ToString(CultureInfo.InvariantCulture), sprint => sprint.Name) switch
        {
            [var one] => one,
            [] => throw ToolException.InvalidParams(
                $"Board {of.Id} has no open sprint \"{Shown(text)}\". {FieldNames.Instead(text, [.. open.Select(sprint => WikiText.Line(sprint.Name))])}", "Nothing was changed. Give one of these, or the id of a closed one."),
            var several => throw ToolException.InvalidParams(
                $"Several sprints are called \"{Shown(text)}\": {string.Join(", ", several.Select(sprint => $"{sprint.Id} ({sprint.State})"))}.", "Nothing was changed. Give the id of one."),
        };
    }

    // What Jira would refuse only after something else was done.
    private static void Check(Sprint? sprint, SprintWrite write, IssueKey[] into)
    {
        string state = sprint?.State ?? Sprint.Future;
        DateTimeOffset? start = write.StartAt ?? sprint?.StartAt, end = write.EndAt ?? sprint?.EndAt;
        string? problem =
            write.Name is { Length: > 30 } ? $"`name` has {write.Name.Length} characters, and 30 are the most."
            : start >= end ? "The sprint would end before it starts."
            : write.State == Sprint.Active && state != Sprint.Future ? $"The sprint is {state}: it cannot be started."
            : write.State == Sprint.Active && (start is null || end is null) ? "A sprint needs start_date and end_date to be started."
            : write.State == Sprint.Closed && state != Sprint.Active ? $"The sprint is {state}: only an active one is closed."
            : into.Length > 0 && (write.State ?? state) == Sprint.Closed ? "Issues cannot be moved into a closed sprint."
            : null;
        if (problem is not null)
            throw ToolException.InvalidParams(problem, "Nothing was changed. Correct it and call again.");
    }

    private async Task<Issue> CheckedAsync(IssueKey key, string[] fields, CancellationToken cancellationToken)
    {
        allowed.Check(key.Project);
        Issue issue = await jira.GetIssueAsync(key, ["summary", .. fields], withChanges: false, cancellationToken);

        // A key goes with an issue that moves into another project.
        allowed.Check(issue.Key.Project);
        return issue;
    }

    private static IssueKey[] Keys(string[]? texts, string argument) => texts is { Length: > JiraClient.MostMovedAtOnce }
        ? throw ToolException.InvalidParams($"`{argument}` has {texts.Length} issues.", $"Give at most {JiraClient.MostMovedAtOnce} at once.")
        : [.. (texts ?? []).Select(text => IssueKey.Parse(text.Trim())).Distinct()];

    private static DateTimeOffset? Time(string? text, string argument) => string.IsNullOrWhiteSpace(text) ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time
        : throw ToolException.InvalidParams($"`{argument}` \"{Shown(text)}\" is no time.", "Give one such as 2026-01-31 or 2026-01-31T09:00:00Z.");

    private static string Shown(string text) => WikiText.Beginning(text, 80);
}

internal enum SprintState
{
    Active,
    Closed,
}

/// <param name="Sprint">As it is now; null where only issues went to the backlog.</param>
internal sealed record SprintResult(SprintItem? Sprint, string Message) : IToolResult
{
    public string ToText() => Message + (Sprint is null ? "" : "\n" + Fence.Around("the sprint", Sprint.ToText()));
}
