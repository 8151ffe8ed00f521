using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>Says who is told of an issue's changes.</summary>
[McpServerToolType]
internal sealed class WatchIssueTool(JiraClient jira, ProjectAllowList allowed)
{
    [McpServerTool(Name = "jira_watch_issue", Title = "Watch an issue", ReadOnly = false, Destructive = false, Idempotent = true, OpenWorld = true)]
    [Description("Adds or removes a watcher of an issue, and lists them.")]
    public async Task<WatchersResult> WatchIssueAsync(
        IssueKey issue_key,
        WatchAction action = WatchAction.Watch,
        [Description("Name, e-mail address or id. Default: oneself.")] string? user = null,
        CancellationToken cancellationToken = default)
    {
        await allowed.CheckAsync(jira, issue_key, cancellationToken);
        string message = $"Watchers of {issue_key}";
        if (action != WatchAction.List)
        {
            (JiraUser? person, string? problem) = await new PeopleFinder(jira).FindAsync(string.IsNullOrWhiteSpace(user) ? "me" : user.Trim(), assignableIn: null, cancellationToken);
            if (person is null)
                throw ToolException.InvalidParams($"`user` {problem!.TrimEnd('.')}.", "Nothing was changed.");
            if (action == WatchAction.Watch)
                await jira.WatchAsync(issue_key, person.Id, cancellationToken);
            else
                await jira.UnwatchAsync(issue_key, person.Id, cancellationToken);
            message = $"{WikiText.Line(person.DisplayName)} {(action == WatchAction.Watch ? "watches" : "does not watch")} {issue_key} now";
        }

        try
        {
            Watchers watchers = await jira.ListWatchersAsync(issue_key, cancellationToken);
            return new WatchersResult(issue_key.ToString(), message, [.. watchers.People.Select(WatcherItem.Of)], watchers.Count);
        }
        catch (AtlassianException) when (action != WatchAction.List)
        {
            // What was asked for is done: an error would deny it.
            return new WatchersResult(issue_key.ToString(), message, null, null);
        }
    }
}

internal enum WatchAction
{
    Watch,
    Unwatch,
    List,
}

/// <param name="Watchers">Null where Jira did not tell them after a change.</param>
/// <param name="WatchCount">Some of them may be hidden from this user.</param>
internal sealed record WatchersResult(string Key, string Message, IReadOnlyList<WatcherItem>? Watchers, int? WatchCount) : IToolResult
{
    public string ToText() => Watchers is null
        ? $"{Message}. Jira did not tell who else watches it."
        : $"{Message}: {ListText.Of("watcher", Watchers.Select(watcher => watcher.ToText()), WatchCount, nextStart: null)}";
}

internal sealed record WatcherItem(string Id, string Name)
{
    public static WatcherItem Of(JiraUser user) => new(user.Id, WikiText.Line(user.DisplayName));

    public string ToText() => $"{Name} ({Id})";
}
