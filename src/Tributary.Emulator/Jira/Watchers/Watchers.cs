using System.Text.Json;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Jira.People;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Watchers;

/// <summary><c>/issue/{issueIdOrKey}/watchers</c>; on Cloud also <c>/issue/watching</c>, which of many issues the caller watches.</summary>
internal static class Watchers
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/issue/{issueIdOrKey}/watchers", List);
        if (routes.IsCloud) routes.Post("/issue/watching", AreWatched);
        routes.Post("/issue/{issueIdOrKey}/watchers", call =>
        {
            Issue issue = call.Issue();
            return Set(call, issue, call.JsonNode is { } body ? InBody(body) : null, isWatching: true);
        });
        routes.Delete("/issue/{issueIdOrKey}/watchers", call =>
        {
            Issue issue = call.Issue();
            Users.RefuseNames(call);
            string name = call.IsCloud ? "accountId" : "username";
            return Set(call, issue, call.Query(name) ?? throw JiraException.BadRequest($"The query parameter '{name}' needs to be provided."), isWatching: false);
        });
    }

    private static Answer AreWatched(JiraCall call) => Answer.Ok(new()
    {
        ["issuesIsWatching"] = new JsonObject(Given.Texts(call.Json, "issueIds").Distinct().Select(id => new KeyValuePair<string, JsonNode?>(
            id,
            call.Jira.FindIssue(id) is { } issue && call.Jira.CanSee(call.User, issue) && issue.Watchers.Contains(call.User.AccountId)))),
    });

    private static Answer List(JiraCall call)
    {
        Issue issue = call.Issue();
        return Answer.Ok(new()
        {
            ["self"] = $"{call.Api}/issue/{issue.Key}/watchers",
            ["isWatching"] = issue.Watchers.Contains(call.User.AccountId),
            ["watchCount"] = issue.Watchers.Count,
            ["watchers"] = new JsonArray([.. call.Wiki.Users.Where(user => issue.Watchers.Contains(user.AccountId)).Select(user => UserJson.Of(call, user))]),
        });
    }

    // The body is a bare JSON string.
    private static string InBody(JsonNode body) => body.GetValueKind() == JsonValueKind.String ? body.GetValue<string>() : throw Given.Invalid();

    /// <param name="identity">Null for the caller.</param>
    private static Answer Set(JiraCall call, Issue issue, string? identity, bool isWatching)
    {
        User user = identity is null ? call.User : UserJson.Find(call.Site, identity) ?? throw JiraException.NotFound(call.IsCloud ? "Specified user does not exist or you do not have required permissions" : $"User {identity} does not exist.");
        if (user != call.User && !call.Jira.CanEdit(call.User, call.Jira.ProjectOf(issue))) throw JiraException.Forbidden($"User '{call.User.DisplayName}' is not allowed to manage the watchers of issue '{issue.Key}'.");
        if (isWatching && !call.Jira.CanSee(user, issue)) throw JiraException.BadRequest($"The user \"{user.DisplayName}\" does not have permission to view this issue. This user will not be added to the watch list.");
        call.Jira.Watch(issue, user, isWatching);
        return Answer.NoContent();
    }
}
