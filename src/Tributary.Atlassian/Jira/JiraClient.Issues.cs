using System.Text.Json;
using Tributary.Atlassian.Http.Egress;
using Tributary.Atlassian.Http.Errors;
using Tributary.Atlassian.Jira.Models;
using Tributary.Atlassian.Jira.Routing;
using Tributary.Atlassian.Jira.Wire;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira;

public sealed partial class JiraClient
{
    /// <summary>How many issues one request may create.</summary>
    public const int MostCreatedAtOnce = 50;

    /// <param name="fields">Ids; null gives all.</param>
    /// <param name="withChanges">Whether the history comes along.</param>
    public async Task<Issue> GetIssueAsync(IssueKey key, IReadOnlyList<string>? fields, bool withChanges, CancellationToken cancellationToken)
    {
        string operation = $"get issue {key}";
        var query = new Parameters { { "fields", fields is null ? null : string.Join(',', fields) }, { "expand", withChanges ? "changelog" : null } };
        return reader.Issue(await SendAsync(Route(JiraOperation.GetIssue).Request(operation, key.ToString(), query: query), JiraJson.Default.WireIssue, cancellationToken), operation);
    }

    /// <param name="issue">With its project and type among the fields.</param>
    public async Task<CreatedIssue> CreateIssueAsync(IssueWrite issue, CancellationToken cancellationToken)
    {
        const string operation = "create issue";
        WireCreated created = await SendAsync(
            Route(JiraOperation.CreateIssue).Request(operation, content: Body(json => Write(json, issue))), JiraJson.Default.WireCreated, cancellationToken);
        return reader.Created(created, operation);
    }

    /// <summary>Makes what Jira takes of these, in their order; at most <see cref="MostCreatedAtOnce"/>.</summary>
    public async Task<IReadOnlyList<CreationOutcome>> CreateIssuesAsync(IReadOnlyList<IssueWrite> issues, CancellationToken cancellationToken)
    {
        string operation = $"create {issues.Count} issues";
        UpstreamRequest request = Route(JiraOperation.CreateIssues).Request(operation, content: Body(json =>
        {
            json.WriteStartArray("issueUpdates");
            foreach (IssueWrite issue in issues)
            {
                json.WriteStartObject();
                Write(json, issue);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }));

        // Where none could be made the status is 400, and the body tells why of each all the same.
        using UpstreamAnswer answer = await connection.Egress.AnyAnswerAsync(request, cancellationToken);
        WireBulk? bulk = answer.Status is 201 or 400 ? TryRead(answer) : null;
        if (bulk is not { Issues: not null }) throw answer.IsSuccess ? Refusal.Unreadable(request, answer) : Refusal.Of(request, answer, connection.Egress.Clock.GetUtcNow());

        Dictionary<int, WireFailure> failed = (bulk.Errors ?? []).Where(failure => failure.FailedElementNumber is not null).DistinctBy(failure => failure.FailedElementNumber)
            .ToDictionary(failure => failure.FailedElementNumber!.Value);
        var made = new Queue<WireCreated>(bulk.Issues);
        return [.. Enumerable.Range(0, issues.Count).Select(place =>
            failed.TryGetValue(place, out WireFailure? failure) ? new CreationOutcome(null, ErrorBody.Read(failure.ElementErrors))
            : made.TryDequeue(out WireCreated? one) ? new CreationOutcome(reader.Created(one, operation), null)
            : new CreationOutcome(null, "Jira did not say what became of it."))];
    }

    public Task UpdateIssueAsync(IssueKey key, IssueWrite write, CancellationToken cancellationToken) => SendAsync(
        Route(JiraOperation.UpdateIssue).Request($"update issue {key}", key.ToString(), content: Body(json => Write(json, write))), cancellationToken);

    /// <param name="user">An account id on Cloud, a user name on Data Center; null for nobody.</param>
    public Task AssignIssueAsync(IssueKey key, string? user, CancellationToken cancellationToken) => SendAsync(
        Route(JiraOperation.AssignIssue).Request($"assign issue {key}", key.ToString(), content: Body(json => json.WriteString(IsCloud ? "accountId" : "name", user))), cancellationToken);

    /// <summary>Deletes for good. An issue that has sub-tasks is refused unless they are to go too.</summary>
    public Task DeleteIssueAsync(IssueKey key, bool withSubtasks, CancellationToken cancellationToken) => SendAsync(
        Route(JiraOperation.DeleteIssue).Request($"delete issue {key}", key.ToString(), query: new Parameters { { "deleteSubtasks", withSubtasks ? "true" : null } }), cancellationToken);

    /// <summary>The steps that the workflow allows this user now, with what each asks.</summary>
    public async Task<IReadOnlyList<Transition>> ListTransitionsAsync(IssueKey key, CancellationToken cancellationToken)
    {
        WireTransitions list = await SendAsync(
            Route(JiraOperation.ListTransitions).Request($"list transitions of {key}", key.ToString(), query: new Parameters { { "expand", "transitions.fields" } }),
            JiraJson.Default.WireTransitions, cancellationToken);
        return [.. (list.Transitions ?? []).Select(JiraReader.Transition)];
    }

    public Task TransitionIssueAsync(IssueKey key, string transitionId, IssueWrite write, CancellationToken cancellationToken) => SendAsync(
        Route(JiraOperation.TransitionIssue).Request($"transition issue {key}", key.ToString(), content: Body(json =>
        {
            json.WriteStartObject("transition");
            json.WriteString("id", transitionId);
            json.WriteEndObject();
            Write(json, write);
        })),
        cancellationToken);

    private static WireBulk? TryRead(UpstreamAnswer answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body.Span, JiraJson.Default.WireBulk);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
