using System.Text.Json.Nodes;
using Tributary.Emulator.Jira.Comments;
using Tributary.Emulator.Jira.People;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Worklogs;

internal sealed class WorklogJson(JiraCall call)
{
    private const int MostInIssue = 20;

    /// <summary>Those that the caller may read, oldest first.</summary>
    public IReadOnlyList<Worklog> Visible(Issue issue) =>
        [.. issue.Worklogs.Where(worklog => call.Jira.CanSee(call.User, worklog.Visibility, call.Jira.ProjectOf(issue)))];

    public JsonObject Of(Issue issue, Worklog worklog)
    {
        var json = new JsonObject
        {
            ["self"] = $"{call.Api}/issue/{issue.Id}/worklog/{worklog.Id}",
            ["author"] = UserJson.Of(call, worklog.AuthorId),
            ["updateAuthor"] = UserJson.Of(call, worklog.UpdateAuthorId),
        };
        if (new RichText(call).Wire(worklog.Comment) is { } comment) json["comment"] = comment;
        else if (!call.IsCloud) json["comment"] = "";
        json["created"] = JiraTime.Text(worklog.CreatedAt);
        json["updated"] = JiraTime.Text(worklog.UpdatedAt);
        if (worklog.Visibility is { } visibility) json["visibility"] = Audience.Wire(call, visibility);
        json["started"] = JiraTime.Text(worklog.StartedAt);
        json["timeSpent"] = Duration.Text(worklog.Seconds);
        json["timeSpentSeconds"] = worklog.Seconds;
        json["id"] = $"{worklog.Id}";
        json["issueId"] = $"{issue.Id}";
        return json;
    }

    /// <summary>The field of an issue: its first twenty.</summary>
    public JsonObject Field(Issue issue) => new Paging(0, MostInIssue).Classic("worklogs", Visible(issue), worklog => Of(issue, worklog));
}
