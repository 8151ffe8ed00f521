using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.ServiceDesks;

/// <summary>Lists the queues of a service desk, or the requests in one.</summary>
[McpServerToolType]
internal sealed class ListQueuesTool(JiraClient jira, ProjectAllowList allowed)
{
    [McpServerTool(Name = "jira_list_queues", Title = "List queues", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Lists a service desk's queues with their JQL; with queue, the requests in it.")]
    public async Task<QueuesResult> ListQueuesAsync(
        [Description("Project key, name or id.")] string desk,
        [Description("Name or id.")] string? queue = null,
        [Range(1, 50)] int limit = 25,
        [Range(0, 10_000)] int start = 0,
        CancellationToken cancellationToken = default)
    {
        ServiceDesk chosen = await new DeskFinder(jira, allowed).FindAsync(desk, cancellationToken);
        IReadOnlyList<RequestQueue> known = await jira.ListQueuesAsync(chosen.Id, cancellationToken);
        if (string.IsNullOrWhiteSpace(queue))
        {
            (RequestQueue[] queues, int? next) = ListPart.Of(known, start, limit);
            return new QueuesResult(chosen.Project.ToString(), [.. queues.Select(QueueItem.Of)], null, known.Count, next);
        }

        RequestQueue one = Choose(queue, chosen, known);
        OffsetList<Issue> issues = await jira.ListIssuesOfQueueAsync(chosen.Id, one.Id, start, limit, cancellationToken);
        IssueItem[] inside = [.. issues.Items.Where(issue => allowed.Contains(issue.Key.Project)).Select(issue => IssueItem.Of(issue, []))];
        return new QueuesResult(chosen.Project.ToString(), [QueueItem.Of(one)], inside, inside.Length == issues.Items.Count ? one.IssueCount : null, issues.NextStart);
    }

    private static RequestQueue Choose(string text, ServiceDesk desk, IReadOnlyList<RequestQueue> known) => FieldNames.Find(text, known, queue => queue.Id, queue => queue.Name) switch
    {
        [var one, ..] => one,
        _ => throw ToolException.InvalidParams(
            $"{desk.Project} has no queue \"{WikiText.Beginning(text, 80)}\". {FieldNames.Instead(text, [.. known.Select(queue => WikiText.Line(queue.Name))])}", "Give one of these."),
    };
}

/// <param name="Queues">The one asked for, with its issues.</param>
internal sealed record QueuesResult(string ProjectKey, IReadOnlyList<QueueItem> Queues, IReadOnlyList<IssueItem>? Issues, int? TotalAvailable, int? NextStartOffset) : IToolResult
{
    public string ToText() => Issues is null
        ? $"{ProjectKey}: " + ListText.Of("queue", Queues.Select(queue => queue.ToText()), TotalAvailable, NextStartOffset)
        : $"{ProjectKey}, queue {Queues[0].Id}: " + ListText.Of("issue", Issues.Select(issue => issue.ToText()), TotalAvailable, NextStartOffset);
}

internal sealed record QueueItem(string Id, string Name, string Jql, int? IssueCount)
{
    public static QueueItem Of(RequestQueue queue) => new(queue.Id, WikiText.Line(queue.Name), WikiText.Line(queue.Jql), queue.IssueCount);

    public string ToText() => $"{Id}: {Name}{(IssueCount is null ? "" : $" ({IssueCount})")}: {Jql}";
}
