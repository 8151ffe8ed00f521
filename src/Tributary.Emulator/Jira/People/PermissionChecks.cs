using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.People;

/// <summary><c>/permissions</c>, every permission that there is; on Cloud also <c>/permissions/check</c>, in which projects and on which issues somebody has some.</summary>
internal static class PermissionChecks
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/permissions", List);
        if (routes.IsCloud) routes.Post("/permissions/check", Check);
    }

    private static Answer List(JiraCall call)
    {
        if (!call.Wiki.IsAdministrator(call.User)) throw JiraException.Forbidden("You do not have permission to view the permissions of this Jira.");
        return Answer.Ok(new()
        {
            ["permissions"] = new JsonObject(Permission.All.Select(permission => new KeyValuePair<string, JsonNode?>(permission.Key, permission.Json()))),
        });
    }

    private static Answer Check(JiraCall call)
    {
        User user = call.User;
        if (Given.Text(call.Json, "accountId") is { } accountId && accountId != user.AccountId)
        {
            if (!call.Wiki.IsAdministrator(user)) throw JiraException.Forbidden("Only administrators may check the permissions of others.");
            user = UserJson.Find(call.Site, accountId) ?? throw JiraException.BadRequest("Account ID is not valid.");
        }

        JsonArray grants = [];
        foreach (JsonNode? asked in Given.Array(call.Json, "projectPermissions") ?? [])
        {
            if (asked is not JsonObject given) throw Given.Invalid();
            IReadOnlyList<string> projects = Given.Texts(given, "projects"), issues = Given.Texts(given, "issues");
            foreach (Permission permission in Given.Texts(given, "permissions").Select(Permission.Named)) grants.Add(Grants(call, user, permission, projects, issues));
        }

        IEnumerable<Permission> everywhere = Given.Texts(call.Json, "globalPermissions").Select(Permission.Named).Where(permission => permission.IsHeld(call, user, null));
        return Answer.Ok(new()
        {
            ["projectPermissions"] = grants,
            ["globalPermissions"] = new JsonArray([.. everywhere.Select(permission => JsonValue.Create(permission.Key))]),
        });
    }

    private static JsonObject Grants(JiraCall call, User user, Permission permission, IReadOnlyList<string> projects, IReadOnlyList<string> issues) => new()
    {
        ["permission"] = permission.Key,
        ["issues"] = new JsonArray([.. issues
            .Select(call.Jira.FindIssue).OfType<Issue>()
            .Where(issue => permission.IsHeld(call, user, call.Jira.ProjectOf(issue)))
            .Select(issue => JsonValue.Create(issue.Id))]),
        ["projects"] = new JsonArray([.. projects
            .Select(call.Jira.FindProject).OfType<Project>()
            .Where(project => permission.IsHeld(call, user, project))
            .Select(project => JsonValue.Create(project.Id))]),
    };
}
