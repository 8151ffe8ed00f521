using System.Text.Json.Nodes;
using Tributary.Emulator.Jira.People;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Comments;

internal sealed class CommentJson(JiraCall call)
{
    private readonly RichText texts = new(call);

    /// <summary>Those that the caller may read, oldest first.</summary>
    public IReadOnlyList<IssueComment> Visible(Issue issue) =>
        [.. issue.Comments.Where(comment => call.Jira.CanSee(call.User, comment.Visibility, call.Jira.ProjectOf(issue)))];

    public JsonObject Of(Issue issue, IssueComment comment, bool renders = false)
    {
        var json = new JsonObject
        {
            ["self"] = $"{call.Api}/issue/{issue.Id}/comment/{comment.Id}",
            ["id"] = $"{comment.Id}",
            ["author"] = UserJson.Of(call, comment.AuthorId),
            ["body"] = texts.Wire(comment.Body),
        };
        if (renders) json["renderedBody"] = texts.Html(comment.Body);
        json["updateAuthor"] = UserJson.Of(call, comment.UpdateAuthorId);
        json["created"] = JiraTime.Text(comment.CreatedAt);
        json["updated"] = JiraTime.Text(comment.UpdatedAt);
        if (comment.Visibility is { } visibility) json["visibility"] = Audience.Wire(call, visibility);
        if (call.Jira.ProjectOf(issue).Type == "service_desk") json["jsdPublic"] = comment.IsPublic;
        return json;
    }

    /// <summary>The field of an issue.</summary>
    public JsonObject Field(Issue issue)
    {
        IReadOnlyList<IssueComment> comments = Visible(issue);
        var json = new JsonObject { ["comments"] = new JsonArray([.. comments.Select(comment => Of(issue, comment))]) };
        if (call.IsCloud) json["self"] = $"{call.Api}/issue/{issue.Id}/comment";
        json["maxResults"] = comments.Count;
        json["total"] = comments.Count;
        json["startAt"] = 0;
        return json;
    }

    /// <summary>The field of an issue, as a browser shows it.</summary>
    public JsonObject Rendered(Issue issue)
    {
        JsonObject json = Field(issue);
        foreach ((IssueComment comment, JsonNode? shown) in Visible(issue).Zip(json["comments"]!.AsArray()))
        {
            shown!["body"] = texts.Html(comment.Body);
            shown["created"] = JiraTime.Shown(comment.CreatedAt);
            shown["updated"] = JiraTime.Shown(comment.UpdatedAt);
        }

        return json;
    }
}
