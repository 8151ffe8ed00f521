using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Jira.People;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary><c>/issue/{issueIdOrKey}</c>: read, changed, assigned, deleted.</summary>
internal static class OneIssue
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/issue/{issueIdOrKey}", call => Answer.Ok(new IssueJson(call).Of(call.Issue(), IssueView.OfQuery(call))));
        routes.Put("/issue/{issueIdOrKey}", Update);
        routes.Put("/issue/{issueIdOrKey}/assignee", Assign);
        routes.Delete("/issue/{issueIdOrKey}", Delete);
        routes.Get("/issue/{issueIdOrKey}/editmeta", call => Answer.Ok(new() { ["fields"] = new ScreenMeta(call).Edit(call.EditableIssue()) }));
    }

    private static Answer Update(JiraCall call)
    {
        Issue issue = call.EditableIssue();
        if (call.Json["fields"] is null && call.Json["update"] is null && call.Json["properties"] is null) throw JiraException.BadRequest("one of 'fields' or 'update' required");
        Project project = call.Jira.ProjectOf(issue);
        IssueChange change = new FieldInput(call, project, issue.TypeId, Screen.ForEditing(project, issue.TypeId), issue).Read(call.Json, requiresAll: false);
        call.Jira.Update(call.User, issue, change.Values);
        change.ApplyEffects(issue);
        return call.IsCloud && call.Flag("returnIssue") ? Answer.Ok(new IssueJson(call).Of(issue, IssueView.OfQuery(call))) : Answer.NoContent();
    }

    private static Answer Assign(JiraCall call)
    {
        Issue issue = call.Issue();
        Project project = call.Jira.ProjectOf(issue);
        if (!call.Jira.CanEdit(call.User, project)) throw JiraException.Forbidden("You do not have permission to assign issues.");
        string name = call.IsCloud ? "accountId" : "name";
        if (!call.Json.ContainsKey(name)) throw JiraException.BadRequest(call.IsCloud ? "Specify the accountId of the user, or null for nobody." : "Specify the name of the user, or null for nobody.");
        User? user = null;
        if (Given.Text(call.Json, name) is { } identity and not "-1")
        {
            user = UserJson.Find(call.Site, identity) ?? throw JiraException.BadField("assignee", call.IsCloud ? $"User '{identity}' cannot be assigned issues." : $"User '{identity}' does not exist.");
            if (!call.Jira.Assignable(project).Contains(user)) throw JiraException.BadField("assignee", $"User '{(call.IsCloud ? user.DisplayName : user.Username)}' cannot be assigned issues.");
        }

        call.Jira.Update(call.User, issue, new Dictionary<string, JsonNode?> { ["assignee"] = user?.AccountId });
        return Answer.NoContent();
    }

    private static Answer Delete(JiraCall call)
    {
        Issue issue = call.Issue();
        if (!call.Jira.CanEdit(call.User, call.Jira.ProjectOf(issue))) throw JiraException.Forbidden("You do not have permission to delete issues in this project.");
        call.Jira.Delete(issue, call.Flag("deleteSubtasks"));
        return Answer.NoContent();
    }
}
