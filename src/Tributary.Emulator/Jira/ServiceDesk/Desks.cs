using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Jira.Issues;
using Tributary.Emulator.Search.Jql;
using Tributary.Emulator.World.Jira;
using Tributary.Query.Jql;

namespace Tributary.Emulator.Jira.ServiceDesk;

/// <summary><c>/servicedesk</c>: desks, their request types with fields, and the queues of their agents.</summary>
internal static class Desks
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/info", call => Answer.Ok(new() { ["version"] = "5.20.0", ["platformVersion"] = "1000.0.0", ["isLicensedForUse"] = true, ["_links"] = new JsonObject { ["self"] = $"{Desk.Api(call)}/info" } }));
        routes.Get("/servicedesk", call => Desk.Page(call, Desk.All(call), desk => Json(call, desk)));
        routes.Get("/servicedesk/{serviceDeskId}", call => Answer.Ok(Json(call, Desk.Find(call))));
        routes.Get("/servicedesk/{serviceDeskId}/requesttype", Types);
        routes.Get("/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}", call => Answer.Ok(Type(call, Desk.Find(call).Id, ChosenType(call))));
        routes.Get("/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}/field", Fields);
        routes.Get("/servicedesk/{serviceDeskId}/queue", call => Desk.Page(call, Queues(call), queue => QueueJson(call, queue)));
        routes.Get("/servicedesk/{serviceDeskId}/queue/{queueId}", call => Answer.Ok(QueueJson(call, Chosen(call))));
        routes.Get("/servicedesk/{serviceDeskId}/queue/{queueId}/issue", QueueIssues);
        if (routes.IsCloud) routes.Get("/requesttype", call => Desk.Page(call, [.. Desk.All(call).SelectMany(desk => OfDesk(call, desk.Project), (desk, type) => (desk.Id, type))], found => Type(call, found.Id, found.type)));
    }

    public static JsonObject Type(JiraCall call, int deskId, RequestType type) => new()
    {
        ["id"] = type.Id,
        ["_links"] = new JsonObject { ["self"] = $"{Desk.Api(call)}/servicedesk/{deskId}/requesttype/{type.Id}" },
        ["name"] = type.Name,
        ["description"] = type.Description,
        ["helpText"] = "",
        ["issueTypeId"] = type.IssueTypeId,
        ["serviceDeskId"] = $"{deskId}",
        ["portalId"] = $"{deskId}",
        ["groupIds"] = new JsonArray(),
        ["icon"] = new JsonObject { ["id"] = "10527", ["_links"] = new JsonObject { ["iconUrls"] = new JsonObject { ["48x48"] = $"{call.Site.Origin}/secure/viewavatar?avatarType=SD_REQTYPE&avatarId=10527&size=large" } } },
    };

    public static JsonObject Json(JiraCall call, (int Id, Project Project) desk) => new()
    {
        ["id"] = $"{desk.Id}",
        ["projectId"] = $"{desk.Project.Id}",
        ["projectName"] = desk.Project.Name,
        ["projectKey"] = desk.Project.Key,
        ["_links"] = new JsonObject { ["self"] = $"{Desk.Api(call)}/servicedesk/{desk.Id}" },
    };

    private static IEnumerable<RequestType> OfDesk(JiraCall call, Project project) => call.Jira.RequestTypes.Where(type => type.ProjectId == project.Id);

    private static RequestType ChosenType(JiraCall call) => Desk.FindType(call, Desk.Find(call).Project, call.Route("requestTypeId"));

    private static Answer Types(JiraCall call)
    {
        (int id, Project project) = Desk.Find(call);
        string searched = call.Query("searchQuery") ?? "";
        return Desk.Page(call, [.. OfDesk(call, project).Where(type => type.Name.Contains(searched, StringComparison.OrdinalIgnoreCase))], type => Type(call, id, type));
    }

    private static Answer Fields(JiraCall call)
    {
        RequestType type = ChosenType(call);
        bool isAgent = Desk.IsAgent(call, Desk.Find(call).Project);
        IEnumerable<JsonNode> fields = type.FieldIds.Select(id => Catalog.Field(id)!).Select(field => (JsonNode)new JsonObject
        {
            ["fieldId"] = field.Id,
            ["name"] = field.Name,
            ["description"] = "",
            ["required"] = field.Id == "summary",
            ["defaultValues"] = new JsonArray(),
            ["validValues"] = new JsonArray([.. field.Options.Select(option => new JsonObject { ["value"] = option.Id, ["label"] = option.Value, ["children"] = new JsonArray() })]),
            ["jiraSchema"] = Jira.Fields.CatalogJson.Schema(field),
            ["visible"] = true,
        });
        return Answer.Ok(new() { ["requestTypeFields"] = new JsonArray([.. fields]), ["canRaiseOnBehalfOf"] = isAgent, ["canAddRequestParticipants"] = isAgent });
    }

    private static IReadOnlyList<Queue> Queues(JiraCall call)
    {
        Project project = Desk.Find(call).Project;
        if (!Desk.IsAgent(call, project)) throw JiraException.Forbidden("You do not have permission to view the queues of this service desk.");
        return [.. call.Jira.Queues.Where(queue => queue.ProjectId == project.Id)];
    }

    private static Queue Chosen(JiraCall call)
    {
        string id = call.Route("queueId");
        return Queues(call).FirstOrDefault(queue => queue.Id == id) ?? throw JiraException.NotFound($"Queue with ID {id} does not exist.");
    }

    private static JsonObject QueueJson(JiraCall call, Queue queue)
    {
        var json = new JsonObject { ["id"] = queue.Id, ["name"] = queue.Name, ["jql"] = queue.Jql, ["fields"] = new JsonArray("issuetype", "issuekey", "summary", "created", "reporter", "status") };
        if (call.Flag("includeCount")) json["issueCount"] = Find(call, queue).Count;
        json["_links"] = new JsonObject { ["self"] = $"{Desk.Api(call)}/servicedesk/{Desk.Find(call).Id}/queue/{queue.Id}" };
        return json;
    }

    private static Answer QueueIssues(JiraCall call)
    {
        var issues = new IssueJson(call);
        var view = new IssueView(["issuetype", "summary", "created", "reporter", "status", "priority", "assignee", "updated"], [], []);
        return Desk.Page(call, Find(call, Chosen(call)), issue => issues.Of(issue, view));
    }

    // Whatever its query says, a queue holds issues of its own project.
    private static IReadOnlyList<Issue> Find(JiraCall call, Queue queue) =>
        JqlSearch.Run(call.Wiki, call.User, JqlParser.Parse(queue.Jql).RestrictTo("project", [queue.ProjectId.ToString(CultureInfo.InvariantCulture)])).Issues;
}
