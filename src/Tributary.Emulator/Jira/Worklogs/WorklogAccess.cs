using System.Globalization;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Worklogs;

/// <summary>One worklog of an issue, for those who may read it, and for those who may change it: its author, and whoever administers the project.</summary>
internal static class WorklogAccess
{
    public static Worklog Visible(JiraCall call, Issue issue, string id) =>
        issue.Worklogs.Find(worklog => worklog.Id.ToString(CultureInfo.InvariantCulture) == id) is { } worklog && call.Jira.CanSee(call.User, worklog.Visibility, call.Jira.ProjectOf(issue))
            ? worklog
            : throw JiraException.NotFound($"Cannot find worklog with id: '{id}'.");

    public static Worklog Editable(JiraCall call, Issue issue, string id)
    {
        Worklog worklog = Visible(call, issue, id);
        Project project = call.Jira.ProjectOf(issue);
        bool isOwn = worklog.AuthorId == call.User.AccountId && call.Jira.CanEdit(call.User, project);
        return isOwn || call.Jira.CanAdminister(call.User, project) ? worklog : throw JiraException.BadRequest("You do not have permission to edit this worklog.");
    }
}
