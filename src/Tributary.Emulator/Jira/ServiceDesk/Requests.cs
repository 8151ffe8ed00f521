using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Jira.Issues;
using Tributary.Emulator.Jira.People;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.ServiceDesk;

/// <summary><c>/request</c>: what customers ask, how far it is, and what is said about it.</summary>
internal static class Requests
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/request", List);
        routes.Post("/request", Create);
        routes.Get("/request/{issueIdOrKey}", call => Answer.Ok(RequestJson.Of(call, Desk.Request(call))));
        routes.Get("/request/{issueIdOrKey}/status", call => Desk.Page(call, [.. RequestJson.Statuses(Desk.Request(call)).Reverse()], status => status));
        routes.Get("/request/{issueIdOrKey}/comment", Comments);
        routes.Post("/request/{issueIdOrKey}/comment", Comment);
        routes.Get("/request/{issueIdOrKey}/transition", Transitions);
        routes.Post("/request/{issueIdOrKey}/transition", Transit);
    }

    private static Answer List(JiraCall call)
    {
        string? desk = call.Query("serviceDeskId"), type = call.Query("requestTypeId"), searched = call.Query("searchTerm"), status = call.Query("requestStatus");
        bool isOwn = call.Query("requestOwnership") is null or "OWNED_REQUESTS";
        long? projectId = desk is null ? null : Desk.Find(call, desk).Project.Id;
        Issue[] found = [.. call.Jira.Issues.Where(issue =>
            issue.Text(Catalog.RequestType) is { } requestType && call.Jira.CanSee(call.User, issue)
            && (projectId is null || issue.ProjectId == projectId) && (type is null || requestType == type)
            && (!isOwn || issue.Text("reporter") == call.User.AccountId)
            && (searched is null || issue.Summary.Contains(searched, StringComparison.OrdinalIgnoreCase))
            && (status is null or "ALL_REQUESTS" || status == (issue.Text("resolution") is null ? "OPEN_REQUESTS" : "CLOSED_REQUESTS"))).Reverse()];
        return Desk.Page(call, found, issue => RequestJson.Of(call, issue));
    }

    private static Answer Create(JiraCall call)
    {
        (_, Project project) = Desk.Find(call, Given.Text(call.Json, "serviceDeskId") ?? throw JiraException.BadRequest("The service desk id is required."));
        RequestType type = Desk.FindType(call, project, Given.Text(call.Json, "requestTypeId") ?? throw JiraException.BadRequest("The request type id is required."));
        JsonObject fields = Given.Object(call.Json, "requestFieldValues") ?? [];
        foreach ((string id, _) in fields)
        {
            if (!type.FieldIds.Contains(id)) throw JiraException.BadRequest($"The field '{id}' is not part of the request type '{type.Name}'.");
        }

        if ((Given.Text(fields, "summary") ?? "").Trim().Length == 0) throw JiraException.BadRequest("Your request could not be created. Please check the fields have been filled in correctly. Summary is required.");
        User reporter = call.User;
        if (Given.Text(call.Json, "raiseOnBehalfOf") is { } other)
        {
            if (!Desk.IsAgent(call, project)) throw JiraException.Forbidden("You do not have permission to raise a request on behalf of another customer.");
            reporter = UserJson.Find(call.Site, other) ?? throw JiraException.BadRequest($"The user '{other}' does not exist.");
        }

        var values = new FieldValue(call, project, type.IssueTypeId, issue: null);
        var read = new Dictionary<string, JsonNode?> { [Catalog.RequestType] = type.Id, ["reporter"] = reporter.AccountId, ["creator"] = call.User.AccountId };
        foreach ((string id, JsonNode? value) in fields)
        {
            Field field = Catalog.Field(id)!;
            // Portals send plain text where the platform has documents.
            bool isPlain = field.Kind == FieldKind.RichText && value?.GetValueKind() == JsonValueKind.String;
            read[id] = isPlain ? RequestJson.Kept(call, value!.GetValue<string>()) : values.Read(field, value);
        }

        // Customers may ask though they may not edit: the desk's lead creates it for them.
        Issue issue = call.Jira.Create(call.Wiki.FindUser(project.LeadId)!, project, type.IssueTypeId, read);
        call.Jira.Watch(issue, reporter, isWatching: true);
        return Answer.Json(201, RequestJson.Of(call, issue));
    }

    private static Answer Comments(JiraCall call)
    {
        Issue issue = Desk.Request(call);
        bool isAgent = Desk.IsAgent(call, call.Jira.ProjectOf(issue)), wantsPublic = call.Flag("public", otherwise: true), wantsInternal = call.Flag("internal", otherwise: true);
        return Desk.Page(call, [.. issue.Comments.Where(comment => comment.IsPublic ? wantsPublic : wantsInternal && isAgent)], comment => RequestJson.Comment(call, issue, comment));
    }

    private static Answer Comment(JiraCall call)
    {
        Issue issue = Desk.Request(call);
        string body = (Given.Text(call.Json, "body") ?? "").Trim();
        if (body.Length == 0) throw JiraException.BadRequest("Comment body can not be empty!");
        bool isPublic = Given.Flag(call.Json, "public") ?? true;
        if (!isPublic && !Desk.IsAgent(call, call.Jira.ProjectOf(issue))) throw JiraException.Forbidden("You do not have permission to add internal comments to this request.");
        return Answer.Json(201, RequestJson.Comment(call, issue, call.Jira.AddComment(call.User, issue, RequestJson.Kept(call, body), null, isPublic)));
    }

    private static IEnumerable<Transition> Steps(JiraCall call, Issue issue) =>
        Desk.IsAgent(call, call.Jira.ProjectOf(issue)) ? call.Jira.TransitionsOf(issue).Where(step => !step.Screen.Any(field => field.Required)) : [];

    private static Answer Transitions(JiraCall call) => Desk.Page(call, [.. Steps(call, Desk.Request(call))], step => new JsonObject { ["id"] = step.Id, ["name"] = step.Name });

    private static Answer Transit(JiraCall call)
    {
        Issue issue = Desk.Request(call);
        string id = Given.Text(call.Json, "id") ?? throw Given.Invalid();
        Transition step = Steps(call, issue).FirstOrDefault(step => step.Id == id) ?? throw JiraException.BadRequest(string.Create(CultureInfo.InvariantCulture, $"The transition with id '{id}' is not available for this request."));
        call.Jira.Transit(call.User, issue, step, new Dictionary<string, JsonNode?>());
        return Answer.NoContent();
    }
}
