using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.People;

/// <summary><c>/mypermissions</c>: what the caller may do, in all, in a project or on an issue.</summary>
internal static class MyPermissions
{
    public static void Map(JiraRoutes routes) => routes.Get("/mypermissions", Get);

    private static Answer Get(JiraCall call)
    {
        Permission[] asked = [.. call.Many("permissions").Select(Permission.Named)];
        if (call.IsCloud && asked.Length == 0) throw JiraException.BadRequest("The 'permissions' query parameter is required.");
        Project? project =
            (call.Query("issueKey") ?? call.Query("issueId")) is { } issue ? call.Jira.ProjectOf(call.Jira.VisibleIssue(call.User, issue))
            : (call.Query("projectKey") ?? call.Query("projectId")) is { } key ? call.Jira.VisibleProject(call.User, key)
            : null;
        return Answer.Ok(new()
        {
            ["permissions"] = new JsonObject((asked.Length == 0 ? Permission.All : asked).Select(permission =>
            {
                JsonObject json = permission.Json();
                json["havePermission"] = permission.IsHeld(call, call.User, project);
                return new KeyValuePair<string, JsonNode?>(permission.Key, json);
            })),
        });
    }
}
