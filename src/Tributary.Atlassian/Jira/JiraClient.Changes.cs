using Tributary.Atlassian.Jira.Models;
using Tributary.Atlassian.Jira.Routing;
using Tributary.Atlassian.Jira.Wire;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira;

public sealed partial class JiraClient
{
    /// <summary>What was changed in an issue, newest first.</summary>
    public async Task<ChangeList> ListChangesAsync(IssueKey key, int start, int limit, CancellationToken cancellationToken)
    {
        string operation = $"list changes of {key}";
        WireIssue issue = await SendAsync(
            Route(JiraOperation.GetIssue).Request(operation, key.ToString(), query: new Parameters { { "fields", "summary" }, { "expand", "changelog" } }), JiraJson.Default.WireIssue, cancellationToken);
        IssueKey now = reader.Issue(issue, operation).Key;
        IReadOnlyList<IssueChange> latest = reader.Changes(issue.Changelog);
        int total = Math.Max(issue.Changelog?.Total ?? 0, latest.Count);
        int end = Math.Min(start + limit, total);
        if (end <= latest.Count || !IsCloud) return new ChangeList(now, [.. latest.Skip(start).Take(limit)], total);

        // Cloud tells the latest hundred with the issue. Its list of all begins with the oldest.
        WireChanges older = await SendAsync(
            Route(JiraOperation.ListChanges).Request(operation, now.ToString(), query: new Parameters { { "startAt", total - end }, { "maxResults", Math.Max(end - start, 1) } }),
            JiraJson.Default.WireChanges, cancellationToken);
        return new ChangeList(now, start >= total ? [] : [.. (older.Values ?? []).Reverse().Select(JiraReader.Change)], total);
    }
}
