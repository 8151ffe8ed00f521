using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.People;

/// <summary><c>/user/assignable/search</c>: whom an issue, or the issues of a project, can be assigned to.</summary>
internal static class AssignableUsers
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/user/assignable/search", Search);
        routes.Get("/user/assignable/multiProjectSearch", SearchSeveral);
    }

    private static Answer Search(JiraCall call)
    {
        Users.RefuseNames(call);
        Project project =
            (call.Query("issueKey") ?? call.Query("issueId")) is { } key ? call.Jira.ProjectOf(call.Jira.VisibleIssue(call.User, key))
            : call.Query("project") is { } named ? call.Jira.VisibleProject(call.User, named)
            : throw JiraException.BadRequest("At least one of project or issueKey is required.");
        return Found(call, call.Jira.Assignable(project));
    }

    private static Answer SearchSeveral(JiraCall call)
    {
        Users.RefuseNames(call);
        Project[] projects = [.. call.Many("projectKeys").Select(key => call.Jira.VisibleProject(call.User, key))];
        if (projects.Length == 0) throw JiraException.BadRequest("The parameter projectKeys is required.");
        return Found(call, projects.Select(call.Jira.Assignable).Aggregate((all, next) => all.Intersect(next)));
    }

    private static Answer Found(JiraCall call, IEnumerable<User> users)
    {
        if (call.Query("accountId") is { } accountId) return Users.Listed(call, users.Where(user => user.AccountId == accountId));
        return Users.Listed(call, Users.Matching(users, call.Query(call.IsCloud ? "query" : "username") ?? ""));
    }
}
