using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.ServiceDesk;

/// <summary><c>/request/{issueIdOrKey}/sla</c>: two promises, counted around the clock, told from the request's own history.</summary>
internal static class Slas
{
    private static readonly (string Id, string Name, TimeSpan Goal)[] All = [("1", "Time to first response", TimeSpan.FromHours(4)), ("2", "Time to resolution", TimeSpan.FromHours(24))];

    public static void Map(JiraRoutes routes)
    {
        routes.Get("/request/{issueIdOrKey}/sla", call => Desk.Page(call, All, sla => Json(call, Seen(call), sla)));
        routes.Get("/request/{issueIdOrKey}/sla/{slaMetricId}", call =>
        {
            string id = call.Route("slaMetricId");
            return All.FirstOrDefault(sla => sla.Id == id) is { Id: not null } sla ? Answer.Ok(Json(call, Seen(call), sla)) : throw JiraException.NotFound($"SLA metric with ID {id} does not exist.");
        });
    }

    private static Issue Seen(JiraCall call)
    {
        Issue issue = Desk.Request(call);
        return Desk.IsAgent(call, call.Jira.ProjectOf(issue)) ? issue : throw JiraException.Forbidden("You do not have permission to view the SLAs of this request.");
    }

    private static JsonObject Json(JiraCall call, Issue issue, (string Id, string Name, TimeSpan Goal) sla)
    {
        DateTimeOffset? end = sla.Id == "1" ? FirstResponse(issue) : issue.Text("resolutiondate") is { } resolved ? DateTimeOffset.Parse(resolved, CultureInfo.InvariantCulture) : null;
        TimeSpan elapsed = (end ?? call.Wiki.Now) - issue.CreatedAt;
        var cycle = new JsonObject
        {
            ["startTime"] = Desk.Moment(issue.CreatedAt),
            ["breachTime"] = Desk.Moment(issue.CreatedAt + sla.Goal),
            ["breached"] = elapsed > sla.Goal,
            ["goalDuration"] = Span(sla.Goal),
            ["elapsedTime"] = Span(elapsed),
            ["remainingTime"] = Span(sla.Goal - elapsed),
        };
        var json = new JsonObject { ["id"] = sla.Id, ["name"] = sla.Name, ["_links"] = new JsonObject { ["self"] = $"{Desk.Api(call)}/request/{issue.Id}/sla/{sla.Id}" } };
        if (end is { } stop)
        {
            cycle["stopTime"] = Desk.Moment(stop);
            json["completedCycles"] = new JsonArray(cycle);
        }
        else
        {
            cycle["paused"] = false;
            cycle["withinCalendarHours"] = true;
            json["completedCycles"] = new JsonArray();
            json["ongoingCycle"] = cycle;
        }

        return json;
    }

    // The first that somebody else than the customer said or did about it.
    private static DateTimeOffset? FirstResponse(Issue issue) => issue.Comments.Where(comment => comment.IsPublic && comment.AuthorId != issue.Text("reporter")).Select(comment => (DateTimeOffset?)comment.CreatedAt)
        .Concat(issue.History.Where(change => change.AuthorId != issue.Text("reporter") && change.Items.Any(item => item.FieldId == "status")).Select(change => (DateTimeOffset?)change.When))
        .Min();

    private static JsonObject Span(TimeSpan span)
    {
        string sign = span < TimeSpan.Zero ? "-" : "";
        TimeSpan whole = span.Duration();
        return new() { ["millis"] = (long)span.TotalMilliseconds, ["friendly"] = string.Create(CultureInfo.InvariantCulture, $"{sign}{(int)whole.TotalHours}h {whole.Minutes}m") };
    }
}
