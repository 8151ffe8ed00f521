using System.Text.Json.Nodes;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.People;

/// <summary>Something that one may or may not do.</summary>
/// <param name="Key">Jira's: <c>BROWSE_PROJECTS</c>.</param>
internal sealed record Permission(string Key, string Name, Permission.Need Needs)
{
    /// <summary>What gives it.</summary>
    public enum Need
    {
        SignedIn,
        View,
        Edit,
        ProjectAdministration,
        Administration,
    }

    public static IReadOnlyList<Permission> All { get; } =
    [
        new("ADMINISTER", "Administer Jira", Need.Administration),
        new("SYSTEM_ADMIN", "System Administrators", Need.Administration),
        new("USER_PICKER", "Browse users and groups", Need.SignedIn),
        new("CREATE_SHARED_OBJECTS", "Share dashboards and filters", Need.SignedIn),
        new("BROWSE_PROJECTS", "Browse Projects", Need.View),
        new("VIEW_VOTERS_AND_WATCHERS", "View Voters and Watchers", Need.View),
        new("CREATE_ISSUES", "Create Issues", Need.Edit),
        new("EDIT_ISSUES", "Edit Issues", Need.Edit),
        new("DELETE_ISSUES", "Delete Issues", Need.Edit),
        new("TRANSITION_ISSUES", "Transition Issues", Need.Edit),
        new("SCHEDULE_ISSUES", "Schedule Issues", Need.Edit),
        new("ASSIGN_ISSUES", "Assign Issues", Need.Edit),
        new("ASSIGNABLE_USER", "Assignable User", Need.Edit),
        new("RESOLVE_ISSUES", "Resolve Issues", Need.Edit),
        new("CLOSE_ISSUES", "Close Issues", Need.Edit),
        new("LINK_ISSUES", "Link Issues", Need.Edit),
        new("MANAGE_WATCHERS", "Manage Watchers", Need.Edit),
        new("ADD_COMMENTS", "Add Comments", Need.Edit),
        new("EDIT_OWN_COMMENTS", "Edit Own Comments", Need.Edit),
        new("EDIT_ALL_COMMENTS", "Edit All Comments", Need.ProjectAdministration),
        new("DELETE_OWN_COMMENTS", "Delete Own Comments", Need.Edit),
        new("DELETE_ALL_COMMENTS", "Delete All Comments", Need.ProjectAdministration),
        new("CREATE_ATTACHMENTS", "Create Attachments", Need.Edit),
        new("DELETE_OWN_ATTACHMENTS", "Delete Own Attachments", Need.Edit),
        new("DELETE_ALL_ATTACHMENTS", "Delete All Attachments", Need.ProjectAdministration),
        new("WORK_ON_ISSUES", "Work On Issues", Need.Edit),
        new("EDIT_OWN_WORKLOGS", "Edit Own Worklogs", Need.Edit),
        new("EDIT_ALL_WORKLOGS", "Edit All Worklogs", Need.ProjectAdministration),
        new("DELETE_OWN_WORKLOGS", "Delete Own Worklogs", Need.Edit),
        new("DELETE_ALL_WORKLOGS", "Delete All Worklogs", Need.ProjectAdministration),
        new("MANAGE_SPRINTS_PERMISSION", "Manage sprints", Need.Edit),
        new("ADMINISTER_PROJECTS", "Administer Projects", Need.ProjectAdministration),
    ];
    public static Permission Named(string key) => All.FirstOrDefault(permission => permission.Key == key) ?? throw JiraException.BadRequest($"Unrecognized permission key(s): {key}");

    /// <param name="project">Null: whether there is any project in which it is held.</param>
    public bool IsHeld(JiraCall call, User user, Project? project) => Needs switch
    {
        Need.SignedIn => true,
        Need.Administration => call.Wiki.IsAdministrator(user),
        _ when project is null => call.Jira.Projects.Any(any => IsHeld(call, user, any)),
        Need.View => call.Jira.CanSee(user, project),
        Need.Edit => call.Jira.CanEdit(user, project),
        _ => call.Jira.CanAdminister(user, project),
    };

    public JsonObject Json() => new()
    {
        ["id"] = $"{10 + All.Index().First(entry => entry.Item == this).Index}",
        ["key"] = Key,
        ["name"] = Name,
        ["type"] = Needs is Need.Administration or Need.SignedIn ? "GLOBAL" : "PROJECT",
        ["description"] = Name,
    };
}
