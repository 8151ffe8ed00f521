using Tributary.Atlassian.Jira.Models;
using Tributary.Atlassian.Jira.Routing;
using Tributary.Atlassian.Jira.Wire;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira;

public sealed partial class JiraClient
{
    private const int MostOfDesks = 50;

    /// <summary>All service desks that this user sees.</summary>
    public Task<IReadOnlyList<ServiceDesk>> ListServiceDesksAsync(CancellationToken cancellationToken) => ToEndAsync(async start =>
    {
        WireDeskPage<WireDesk> page = await SendAsync(
            Route(JiraOperation.ListServiceDesks).Request("list service desks", query: FromDesk(start, MostOfDesks)), ServiceDeskJson.Default.WireDeskPageWireDesk, cancellationToken);
        return Part(page, start, desk => new ServiceDesk(desk.Id ?? "", ProjectKey.TryParse(desk.ProjectKey, out ProjectKey key) ? key : default, desk.ProjectName ?? ""));
    });

    public Task<IReadOnlyList<RequestType>> ListRequestTypesAsync(string deskId, CancellationToken cancellationToken) => ToEndAsync(async start =>
    {
        WireDeskPage<WireRequestType> page = await SendAsync(
            Route(JiraOperation.ListRequestTypes).Request($"list request types of service desk {deskId}", deskId, query: FromDesk(start, MostOfDesks)),
            ServiceDeskJson.Default.WireDeskPageWireRequestType, cancellationToken);
        return Part(page, start, type => new RequestType(type.Id ?? "", type.Name ?? "", type.Description ?? ""));
    });

    public async Task<RequestForm> GetRequestFormAsync(string deskId, string requestTypeId, CancellationToken cancellationToken)
    {
        WireRequestForm form = await SendAsync(
            Route(JiraOperation.ListRequestFields).Request($"list fields of request type {requestTypeId}", deskId, requestTypeId), ServiceDeskJson.Default.WireRequestForm, cancellationToken);
        return new RequestForm([.. (form.RequestTypeFields ?? []).Select(JiraReader.ScreenField)], form.CanRaiseOnBehalfOf ?? false);
    }

    public async Task<CreatedRequest> CreateRequestAsync(NewRequest request, CancellationToken cancellationToken)
    {
        const string operation = "create request";
        Func<HttpContent> body = Body(json =>
        {
            json.WriteString("serviceDeskId", request.DeskId);
            json.WriteString("requestTypeId", request.RequestTypeId);
            if (request.OnBehalfOf is not null) json.WriteString("raiseOnBehalfOf", request.OnBehalfOf);
            json.WriteStartObject("requestFieldValues");
            foreach ((string id, FieldValue value) in request.Fields)
            {
                json.WritePropertyName(id);
                value.Write(json, Site.Deployment);
            }

            json.WriteEndObject();
        });
        WireRequest created = await SendAsync(Route(JiraOperation.CreateRequest).Request(operation, content: body), ServiceDeskJson.Default.WireRequest, cancellationToken);
        return new CreatedRequest(reader.Created(new WireCreated(created.IssueId, created.IssueKey), operation), created.CurrentStatus?.Status, created.Links?.Web);
    }

    public Task<IReadOnlyList<RequestQueue>> ListQueuesAsync(string deskId, CancellationToken cancellationToken) => ToEndAsync(async start =>
    {
        Parameters query = FromDesk(start, MostOfDesks);
        query.Add("includeCount", "true");
        WireDeskPage<WireQueue> page = await SendAsync(
            Route(JiraOperation.ListQueues).Request($"list queues of service desk {deskId}", deskId, query: query), ServiceDeskJson.Default.WireDeskPageWireQueue, cancellationToken);
        return Part(page, start, queue => new RequestQueue(queue.Id ?? "", queue.Name ?? "", queue.Jql ?? "", queue.IssueCount));
    });

    /// <summary>A part of a queue, with the fields that its agents see in it.</summary>
    public async Task<OffsetList<Issue>> ListIssuesOfQueueAsync(string deskId, string queueId, int start, int limit, CancellationToken cancellationToken)
    {
        string operation = $"list issues of queue {queueId}";
        WireDeskPage<WireIssue> page = await SendAsync(
            Route(JiraOperation.ListIssuesOfQueue).Request(operation, deskId, queueId, query: FromDesk(start, limit)), ServiceDeskJson.Default.WireDeskPageWireIssue, cancellationToken);
        return Part(page, start, issue => reader.Issue(issue, operation));
    }

    /// <summary>What was promised about a request; about an issue that is no request, nothing.</summary>
    public async Task<IReadOnlyList<Sla>> ListSlasAsync(IssueKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await ToEndAsync(async start => Part(
                await SendAsync(
                    Route(JiraOperation.ListSlas).Request($"list SLAs of {key}", key.ToString(), query: FromDesk(start, MostOfDesks)), ServiceDeskJson.Default.WireDeskPageWireSla, cancellationToken),
                start, Read));
        }
        catch (AtlassianException exception) when (exception.Kind == AtlassianErrorKind.ResourceNotFound)
        {
            return [];
        }
    }

    private static Sla Read(WireSla sla)
    {
        WireCycle? cycle = sla.OngoingCycle ?? (sla.CompletedCycles is { Count: > 0 } done ? done[^1] : null);
        string state = cycle is null ? "not started"
            : cycle.Breached == true ? "breached"
            : cycle == sla.OngoingCycle ? cycle.Paused == true ? "paused" : "ongoing"
            : "met";
        return new Sla(sla.Name ?? "", state, cycle?.GoalDuration?.Friendly, cycle?.ElapsedTime?.Friendly, cycle?.RemainingTime?.Friendly, cycle?.BreachTime?.Time);
    }

    private static Parameters FromDesk(int start, int limit) => new() { { "start", start }, { "limit", limit } };

    private static OffsetList<T> Part<TWire, T>(WireDeskPage<TWire> page, int start, Func<TWire, T> read)
    {
        IReadOnlyList<TWire> values = page.Values ?? [];
        return new OffsetList<T>([.. values.Select(read)], Total: null, values.Count == 0 || page.IsLastPage != false ? null : start + values.Count);
    }
}
