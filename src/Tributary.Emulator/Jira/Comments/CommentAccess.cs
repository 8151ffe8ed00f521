using System.Globalization;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Comments;

/// <summary>One comment of an issue, for those who may read it, and for those who may change it: its author, and whoever administers the project.</summary>
internal static class CommentAccess
{
    public static IssueComment Visible(JiraCall call, Issue issue, string id) =>
        issue.Comments.Find(comment => comment.Id.ToString(CultureInfo.InvariantCulture) == id) is { } comment && call.Jira.CanSee(call.User, comment.Visibility, call.Jira.ProjectOf(issue))
            ? comment
            : throw JiraException.NotFound($"Can not find a comment for the id: {id}.");

    public static IssueComment Editable(JiraCall call, Issue issue, string id)
    {
        IssueComment comment = Visible(call, issue, id);
        Project project = call.Jira.ProjectOf(issue);
        bool isOwn = comment.AuthorId == call.User.AccountId && call.Jira.CanEdit(call.User, project);
        return isOwn || call.Jira.CanAdminister(call.User, project) ? comment : throw JiraException.BadRequest("You do not have the permission to edit this comment.");
    }
}
