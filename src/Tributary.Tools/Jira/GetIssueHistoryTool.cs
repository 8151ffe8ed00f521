using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>Shows who changed what in an issue, and when.</summary>
[McpServerToolType]
internal sealed class GetIssueHistoryTool(JiraClient jira, ProjectAllowList allowed)
{
    [McpServerTool(Name = "jira_get_history", Title = "Read an issue's history", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Lists the changes of an issue, newest first.")]
    public async Task<IssueHistoryResult> GetHistoryAsync(
        IssueKey issue_key,
        [Range(1, 100)] int limit = 25,
        [Range(0, 100_000)] int start = 0,
        CancellationToken cancellationToken = default)
    {
        allowed.Check(issue_key.Project);
        ChangeList list = await jira.ListChangesAsync(issue_key, start, limit, cancellationToken);
        allowed.Check(list.Key.Project);
        int next = start + list.Items.Count;
        return new IssueHistoryResult(
            list.Key.ToString(), [.. list.Items.Select(allowed.Inside).SelectMany(ChangeItem.Of)], list.Items.Count, list.Total, list.Items.Count > 0 && next < list.Total ? next : null);
    }
}

/// <param name="Changes">A field each: one change may have several.</param>
/// <param name="Returned">How many changes these are.</param>
internal sealed record IssueHistoryResult(string Key, IReadOnlyList<ChangeItem> Changes, int Returned, int TotalAvailable, int? NextStartOffset) : IToolResult
{
    public string ToText()
    {
        string head = $"{Returned} of {TotalAvailable} changes of {Key}";
        string more = NextStartOffset is null ? "" : $"\nMore: repeat with start {NextStartOffset}";
        return Changes.Count == 0 ? head + more : $"{head}\n{Fence.Around("changes", string.Join('\n', Changes.Select(change => change.ToText())))}{more}";
    }
}
