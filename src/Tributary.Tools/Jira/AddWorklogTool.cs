using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>Logs work on an issue.</summary>
[McpServerToolType]
internal sealed class AddWorklogTool(JiraClient jira, ProjectAllowList allowed)
{
    [McpServerTool(Name = "jira_add_worklog", Title = "Log work", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true)]
    [Description("Logs work on an issue.")]
    public async Task<AddedWorklogResult> AddWorklogAsync(
        IssueKey issue_key,
        [Description("Such as 3h 20m, or seconds.")] string time_spent,
        [Description("ISO time. Default: now.")] string? started = null,
        [Prose, Description("Markdown.")] string? comment = null,
        [Description("auto: the remaining estimate falls by time_spent.")] AdjustEstimate adjust_estimate = AdjustEstimate.Auto,
        [Description("new: what remains. manual: what is taken off.")] string? estimate = null,
        CancellationToken cancellationToken = default)
    {
        (string? spent, long? seconds) = WorkTime.Parse("time_spent", time_spent);
        EstimateChange change = Estimate(adjust_estimate, estimate);
        DateTimeOffset? at = string.IsNullOrWhiteSpace(started) ? null
            : DateTimeOffset.TryParse(started, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) ? moment
            : throw ToolException.InvalidParams($"`started` \"{WikiText.Beginning(started, 40)}\" is no time.", "Give it like 2026-01-31T09:30:00Z.");

        await allowed.CheckAsync(jira, issue_key, cancellationToken);
        RichText? text = string.IsNullOrWhiteSpace(comment) ? null : IssueMarkup.FromMarkdown(comment, jira.TextFormat).Text;
        Worklog worklog = await jira.AddWorklogAsync(issue_key, new NewWorklog(spent, seconds, at, text, change), cancellationToken);
        string message = string.Create(CultureInfo.InvariantCulture, $"Logged {WikiText.Line(worklog.TimeSpent)} on {issue_key}, started {worklog.StartedAt?.UtcDateTime:yyyy-MM-dd HH:mm} UTC: worklog {worklog.Id}.");
        return new AddedWorklogResult(worklog.Id, issue_key.ToString(), WikiText.Line(worklog.TimeSpent), worklog.StartedAt?.UtcDateTime, message);
    }

    private static EstimateChange Estimate(AdjustEstimate adjust, string? time)
    {
        bool takesTime = adjust is AdjustEstimate.New or AdjustEstimate.Manual;
        string name = adjust.ToString().ToLowerInvariant();
        if (takesTime == string.IsNullOrWhiteSpace(time))
            throw ToolException.InvalidParams(takesTime ? $"`estimate` is missing for adjust_estimate {name}." : $"`estimate` does not go with adjust_estimate {name}.", takesTime ? "Give it like 3h 20m." : "Leave it out, or give adjust_estimate new or manual.");
        if (!takesTime)
            return new EstimateChange(name);

        // Jira takes a bare number for minutes here.
        (string? text, long? seconds) = WorkTime.Parse("estimate", time!);
        return new EstimateChange(name, text ?? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}m"));
    }
}

internal enum AdjustEstimate
{
    Auto,
    New,
    Leave,
    Manual,
}

internal sealed record AddedWorklogResult(string Id, string Key, string TimeSpent, DateTime? StartedDate, string Message) : IToolResult
{
    public string ToText() => Message;
}
