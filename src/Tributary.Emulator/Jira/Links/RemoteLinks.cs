using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Links;

/// <summary><c>/issue/{issueIdOrKey}/remotelink</c> and one of them: links to what is elsewhere, one for each global id.</summary>
internal static class RemoteLinks
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/issue/{issueIdOrKey}/remotelink", List);
        routes.Post("/issue/{issueIdOrKey}/remotelink", Set);
        routes.Delete("/issue/{issueIdOrKey}/remotelink", DeleteByGlobalId);
        routes.Get("/issue/{issueIdOrKey}/remotelink/{linkId}", call =>
        {
            Issue issue = call.Issue();
            return Answer.Ok(Json(call, issue, Named(call, issue)));
        });
        routes.Put("/issue/{issueIdOrKey}/remotelink/{linkId}", Update);
        routes.Delete("/issue/{issueIdOrKey}/remotelink/{linkId}", call =>
        {
            Issue issue = Linkable(call);
            call.Jira.DeleteRemoteLink(issue, Named(call, issue));
            return Answer.NoContent();
        });
    }

    private static Answer List(JiraCall call)
    {
        Issue issue = call.Issue();
        if (call.Query("globalId") is not { } globalId) return Answer.List([.. issue.RemoteLinks.Select(link => (JsonNode)Json(call, issue, link))]);
        return Answer.Ok(Json(call, issue, Global(issue, globalId)));
    }

    private static Answer Set(JiraCall call)
    {
        Issue issue = Linkable(call);
        JsonObject target = Target(call.Json);
        (RemoteLink link, bool isNew) = call.Jira.SetRemoteLink(issue, Given.Text(call.Json, "globalId"), Given.Text(call.Json, "relationship"), target, Application(call.Json));
        return Answer.Json(isNew ? 201 : 200, new() { ["id"] = link.Id, ["self"] = Self(call, issue, link) });
    }

    private static Answer Update(JiraCall call)
    {
        Issue issue = Linkable(call);
        RemoteLink link = Named(call, issue);
        JsonObject target = Target(call.Json);
        JsonObject? application = Application(call.Json);
        string? globalId = Given.Text(call.Json, "globalId"), relationship = Given.Text(call.Json, "relationship");
        call.Jira.Change(() => (link.GlobalId, link.Relationship, link.Object, link.Application) = (globalId, relationship, target, application));
        return Answer.NoContent();
    }

    private static Answer DeleteByGlobalId(JiraCall call)
    {
        Issue issue = Linkable(call);
        string globalId = call.Query("globalId") ?? throw JiraException.BadRequest("A globalId must be provided.");
        call.Jira.DeleteRemoteLink(issue, Global(issue, globalId));
        return Answer.NoContent();
    }

    private static Issue Linkable(JiraCall call)
    {
        Issue issue = call.Issue();
        return call.Jira.CanEdit(call.User, call.Jira.ProjectOf(issue)) ? issue : throw JiraException.Forbidden($"No Link Issue Permission for issue '{issue.Key}'");
    }

    private static RemoteLink Named(JiraCall call, Issue issue)
    {
        string id = call.Route("linkId");
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number)) throw JiraException.BadRequest($"The remote link id '{id}' is not a number.");
        return issue.RemoteLinks.Find(link => link.Id == number) ?? throw JiraException.NotFound($"Remote link with id '{id}' does not exist.");
    }

    private static RemoteLink Global(Issue issue, string globalId) => issue.RemoteLinks.Find(link => link.GlobalId == globalId) ?? throw JiraException.NotFound($"No remote link with global id '{globalId}' exists.");

    private static JsonObject Target(JsonObject given)
    {
        JsonObject target = Given.Object(given, "object") ?? throw JiraException.BadField("object", "'object' is required.");
        var errors = new Dictionary<string, string>();
        if (string.IsNullOrWhiteSpace(Given.Text(target, "title"))) errors["title"] = "'title' is required.";
        if (string.IsNullOrWhiteSpace(Given.Text(target, "url"))) errors["url"] = "'url' is required.";
        else if (!Uri.TryCreate(Given.Text(target, "url"), UriKind.Absolute, out _)) errors["url"] = "'url' is not a valid URL.";
        return errors.Count == 0 ? (JsonObject)target.DeepClone() : throw JiraException.Fields(errors);
    }

    private static JsonObject? Application(JsonObject given) => (JsonObject?)Given.Object(given, "application")?.DeepClone();

    private static string Self(JiraCall call, Issue issue, RemoteLink link) => $"{call.Api}/issue/{issue.Id}/remotelink/{link.Id}";

    private static JsonObject Json(JiraCall call, Issue issue, RemoteLink link)
    {
        var json = new JsonObject { ["id"] = link.Id, ["self"] = Self(call, issue, link) };
        if (link.GlobalId is not null) json["globalId"] = link.GlobalId;
        json["application"] = link.Application?.DeepClone() ?? new JsonObject();
        if (link.Relationship is not null) json["relationship"] = link.Relationship;
        json["object"] = link.Object.DeepClone();
        return json;
    }
}
