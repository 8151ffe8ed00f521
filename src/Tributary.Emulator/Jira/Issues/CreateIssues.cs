using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary><c>POST /issue</c> and <c>POST /issue/bulk</c>, which makes what it can and tells of each that it cannot.</summary>
internal static class CreateIssues
{
    private const int MostAtOnce = 50;

    public static void Map(JiraRoutes routes)
    {
        routes.Post("/issue", call => Answer.Json(201, Created(call, Create(call, call.Json))));
        routes.Post("/issue/bulk", CreateSeveral);
    }

    private static Issue Create(JiraCall call, JsonObject body)
    {
        JsonObject fields = Given.Object(body, "fields") ?? throw Given.Invalid();
        (Project project, string typeId) = IssueTypeGiven.Of(call, fields);
        if (!call.Jira.CanEdit(call.User, project)) throw JiraException.Forbidden("You do not have permission to create issues in this project.");
        IssueChange change = new FieldInput(call, project, typeId, Screen.ForCreating(project, typeId), issue: null).Read(body, requiresAll: true);
        Issue issue = call.Jira.Create(call.User, project, typeId, change.Values);
        change.ApplyEffects(issue);
        return issue;
    }

    private static JsonObject Created(JiraCall call, Issue issue) => new() { ["id"] = $"{issue.Id}", ["key"] = issue.Key, ["self"] = $"{call.Api}/issue/{issue.Id}" };

    private static Answer CreateSeveral(JiraCall call)
    {
        JsonArray updates = Given.Array(call.Json, "issueUpdates") ?? throw Given.Invalid();
        if (updates.Count == 0) throw JiraException.BadRequest("At least one issue must be given.");
        if (updates.Count > MostAtOnce) throw JiraException.BadRequest($"The maximum number of issues that can be created in bulk is {MostAtOnce}.");
        JsonArray issues = [], errors = [];
        foreach ((int place, JsonNode? update) in updates.Index())
        {
            try
            {
                issues.Add(Created(call, Create(call, update as JsonObject ?? throw Given.Invalid())));
            }
            catch (JiraException refusal)
            {
                errors.Add(new JsonObject { ["status"] = refusal.Status, ["elementErrors"] = JiraErrors.Body(refusal), ["failedElementNumber"] = place });
            }
        }

        return Answer.Json(issues.Count > 0 ? 201 : 400, new() { ["issues"] = issues, ["errors"] = errors });
    }
}
