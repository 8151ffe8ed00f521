using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.People;

/// <summary><c>/mypermissions</c>: what the caller may do, in all, in a project or on an issue.</summary>
internal static class MyPermissions
{
    private enum Need
    {
        SignedIn,
        View,
        Edit,
        ProjectAdministration,
        Administration,
    }

    private static readonly (string Key, string Name, Need Need)[] All =
    [
        ("ADMINISTER", "Administer Jira", Need.Administration),
        ("SYSTEM_ADMIN", "System Administrators", Need.Administration),
        ("USER_PICKER", "Browse users and groups", Need.SignedIn),
        ("CREATE_SHARED_OBJECTS", "Share dashboards and filters", Need.SignedIn),
        ("BROWSE_PROJECTS", "Browse Projects", Need.View),
        ("VIEW_VOTERS_AND_WATCHERS", "View Voters and Watchers", Need.View),
        ("CREATE_ISSUES", "Create Issues", Need.Edit),
        ("EDIT_ISSUES", "Edit Issues", Need.Edit),
        ("DELETE_ISSUES", "Delete Issues", Need.Edit),
        ("TRANSITION_ISSUES", "Transition Issues", Need.Edit),
        ("SCHEDULE_ISSUES", "Schedule Issues", Need.Edit),
        ("ASSIGN_ISSUES", "Assign Issues", Need.Edit),
        ("ASSIGNABLE_USER", "Assignable User", Need.Edit),
        ("RESOLVE_ISSUES", "Resolve Issues", Need.Edit),
        ("CLOSE_ISSUES", "Close Issues", Need.Edit),
        ("LINK_ISSUES", "Link Issues", Need.Edit),
        ("MANAGE_WATCHERS", "Manage Watchers", Need.Edit),
        ("ADD_COMMENTS", "Add Comments", Need.Edit),
        ("EDIT_OWN_COMMENTS", "Edit Own Comments", Need.Edit),
        ("EDIT_ALL_COMMENTS", "Edit All Comments", Need.ProjectAdministration),
        ("DELETE_OWN_COMMENTS", "Delete Own Comments", Need.Edit),
        ("DELETE_ALL_COMMENTS", "Delete All Comments", Need.ProjectAdministration),
        ("CREATE_ATTACHMENTS", "Create Attachments", Need.Edit),
        ("DELETE_OWN_ATTACHMENTS", "Delete Own Attachments", Need.Edit),
        ("DELETE_ALL_ATTACHMENTS", "Delete All Attachments", Need.ProjectAdministration),
        ("WORK_ON_ISSUES", "Work On Issues", Need.Edit),
        ("EDIT_OWN_WORKLOGS", "Edit Own Worklogs", Need.Edit),
        ("EDIT_ALL_WORKLOGS", "Edit All Worklogs", Need.ProjectAdministration),
        ("DELETE_OWN_WORKLOGS", "Delete Own Worklogs", Need.Edit),
        ("DELETE_ALL_WORKLOGS", "Delete All Worklogs", Need.ProjectAdministration),
        ("MANAGE_SPRINTS_PERMISSION", "Manage sprints", Need.Edit),
        ("ADMINISTER_PROJECTS", "Administer Projects", Need.ProjectAdministration),
    ];

    public static void Map(JiraRoutes routes) => routes.Get("/mypermissions", Get);

    private static Answer Get(JiraCall call)
    {
        IReadOnlyList<string> asked = call.Many("permissions");
        if (call.IsCloud && asked.Count == 0) throw JiraException.BadRequest("The 'permissions' query parameter is required.");
        if (asked.FirstOrDefault(key => !All.Any(known => known.Key == key)) is { } unknown) throw JiraException.BadRequest($"Unrecognized permission key(s): {unknown}");
        Project? project =
            (call.Query("issueKey") ?? call.Query("issueId")) is { } issue ? call.Jira.ProjectOf(call.Jira.VisibleIssue(call.User, issue))
            : (call.Query("projectKey") ?? call.Query("projectId")) is { } key ? call.Jira.VisibleProject(call.User, key)
            : null;
        return Answer.Ok(new()
        {
            ["permissions"] = new JsonObject(All.Index()
                .Where(entry => asked.Count == 0 || asked.Contains(entry.Item.Key))
                .Select(entry => new KeyValuePair<string, JsonNode?>(entry.Item.Key, Permission(call, project, entry.Index, entry.Item)))),
        });
    }

    private static JsonObject Permission(JiraCall call, Project? project, int place, (string Key, string Name, Need Need) entry) => new()
    {
        ["id"] = $"{place + 10}",
        ["key"] = entry.Key,
        ["name"] = entry.Name,
        ["type"] = entry.Need is Need.Administration or Need.SignedIn ? "GLOBAL" : "PROJECT",
        ["description"] = entry.Name,
        ["havePermission"] = Has(call, project, entry.Need),
    };

    // Without a project: whether there is any in which it holds.
    private static bool Has(JiraCall call, Project? project, Need need) => need switch
    {
        Need.SignedIn => true,
        Need.Administration => call.Wiki.IsAdministrator(call.User),
        _ when project is null => call.Jira.Projects.Any(any => Has(call, any, need)),
        Need.View => call.Jira.CanSee(call.User, project),
        Need.Edit => call.Jira.CanEdit(call.User, project),
        _ => call.Jira.CanAdminister(call.User, project),
    };
}
