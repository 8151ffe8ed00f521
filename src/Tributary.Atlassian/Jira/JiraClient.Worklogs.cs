using System.Globalization;
using Tributary.Atlassian.Jira.Models;
using Tributary.Atlassian.Jira.Routing;
using Tributary.Atlassian.Jira.Wire;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira;

public sealed partial class JiraClient
{
    /// <summary>Oldest first.</summary>
    public async Task<WorklogList> ListWorklogsAsync(IssueKey key, int start, int limit, CancellationToken cancellationToken)
    {
        var query = new Parameters { { "startAt", start }, { "maxResults", limit } };
        WireWorklogs list = await SendAsync(Route(JiraOperation.ListWorklogs).Request($"list worklogs of {key}", key.ToString(), query: query), JiraJson.Default.WireWorklogs, cancellationToken);

        // Data Center may give all from the first, whatever is asked for.
        IReadOnlyList<WireWorklog> given = list.Worklogs ?? [];
        return new WorklogList([.. given.Skip(start - (list.StartAt ?? 0)).Take(limit).Select(JiraReader.Worklog)], list.Total ?? given.Count);
    }

    public async Task<Worklog> GetWorklogAsync(IssueKey key, JiraId id, CancellationToken cancellationToken) => JiraReader.Worklog(
        await SendAsync(Route(JiraOperation.GetWorklog).Request($"get worklog {id} of {key}", key.ToString(), id.ToString()), JiraJson.Default.WireWorklog, cancellationToken));

    public async Task<Worklog> AddWorklogAsync(IssueKey key, NewWorklog worklog, CancellationToken cancellationToken)
    {
        // Cloud wants to be told when, always.
        DateTimeOffset started = worklog.StartedAt ?? connection.Egress.Clock.GetUtcNow();
        (string adjust, string? time) = worklog.Estimate;
        var query = new Parameters { { "adjustEstimate", adjust }, { "newEstimate", adjust == "new" ? time : null }, { "reduceBy", adjust == "manual" ? time : null } };
        Func<HttpContent> content = Body(json =>
        {
            if (worklog.TimeSpent is { } spent) json.WriteString("timeSpent", spent);
            else json.WriteNumber("timeSpentSeconds", worklog.Seconds ?? 0);
            json.WriteString("started", started.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture));
            if (worklog.Comment is null) return;
            json.WritePropertyName("comment");
            new FieldValue.Rich(worklog.Comment).Write(json, Site.Deployment);
        });
        return JiraReader.Worklog(await SendAsync(
            Route(JiraOperation.AddWorklog).Request($"log work on {key}", key.ToString(), query: query, content: content), JiraJson.Default.WireWorklog, cancellationToken));
    }

    /// <summary>Deletes for good; the remaining estimate grows by what it said.</summary>
    public Task DeleteWorklogAsync(IssueKey key, JiraId id, CancellationToken cancellationToken) =>
        SendAsync(Route(JiraOperation.DeleteWorklog).Request($"delete worklog {id} of {key}", key.ToString(), id.ToString()), cancellationToken);
}
