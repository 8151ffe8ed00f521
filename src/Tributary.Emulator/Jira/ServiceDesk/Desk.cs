using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.ServiceDesk;

/// <summary>What endpoints of service desks have in common: a desk is a service project under a number of its own.</summary>
internal static class Desk
{
    public static string Api(JiraCall call) => $"{call.Origin}/rest/servicedeskapi";

    /// <summary>Those that one sees, with their numbers.</summary>
    public static IReadOnlyList<(int Id, Project Project)> All(JiraCall call) =>
        [.. call.Jira.Projects.Where(project => project.Type == "service_desk").Select((project, place) => (place + 1, project)).Where(desk => call.Jira.CanSee(call.User, desk.project))];

    /// <summary>By its number, or as Cloud has it too by the key or id of its project.</summary>
    public static (int Id, Project Project) Find(JiraCall call, string id)
    {
        foreach ((int number, Project project) in All(call))
        {
            if (number.ToString(CultureInfo.InvariantCulture) == id || project.Key.Equals(id, StringComparison.OrdinalIgnoreCase) || project.Id.ToString(CultureInfo.InvariantCulture) == id) return (number, project);
        }

        throw JiraException.NotFound($"Service Desk with ID {id} does not exist.");
    }

    public static (int Id, Project Project) Find(JiraCall call) => Find(call, call.Route("serviceDeskId"));

    public static RequestType FindType(JiraCall call, Project project, string id) =>
        call.Jira.RequestTypes.FirstOrDefault(type => type.Id == id && type.ProjectId == project.Id) ?? throw JiraException.NotFound($"Request Type with ID {id} does not exist.");

    /// <summary>The request that the path names.</summary>
    public static Issue Request(JiraCall call)
    {
        Issue? issue = call.Jira.FindIssue(call.Route("issueIdOrKey"));
        return issue is not null && call.Jira.CanSee(call.User, issue) && issue.Text(Catalog.RequestType) is not null
            ? issue
            : throw JiraException.NotFound("The request you tried to access does not exist, or you do not have permission to view it.");
    }

    /// <summary>Agents see what is internal, customers do not.</summary>
    public static bool IsAgent(JiraCall call, Project project) => call.Jira.CanEdit(call.User, project);

    /// <summary>By <c>start</c> and <c>limit</c>.</summary>
    public static Answer Page<T>(JiraCall call, IReadOnlyList<T> all, Func<T, JsonNode?> render)
    {
        int start = Math.Max(call.Number("start") ?? 0, 0), limit = Math.Clamp(call.Number("limit") ?? 50, 1, 100);
        JsonNode?[] values = [.. all.Skip(start).Take(limit).Select(render)];
        bool isLast = start + limit >= all.Count;
        var links = new JsonObject { ["self"] = $"{call.Self}?start={start}&limit={limit}", ["base"] = call.Origin, ["context"] = "" };
        if (!isLast) links["next"] = $"{call.Self}?start={start + limit}&limit={limit}";
        if (start > 0) links["prev"] = $"{call.Self}?start={Math.Max(start - limit, 0)}&limit={limit}";
        return Answer.Ok(new()
        {
            ["_expands"] = new JsonArray(),
            ["size"] = values.Length,
            ["start"] = start,
            ["limit"] = limit,
            ["isLastPage"] = isLast,
            ["_links"] = links,
            ["values"] = new JsonArray(values),
        });
    }

    /// <summary>A moment in every form that somebody may want.</summary>
    public static JsonObject Moment(DateTimeOffset moment) => new()
    {
        ["iso8601"] = moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "+0000",
        ["jira"] = JiraTime.Text(moment),
        ["friendly"] = JiraTime.Shown(moment),
        ["epochMillis"] = moment.ToUnixTimeMilliseconds(),
    };
}
