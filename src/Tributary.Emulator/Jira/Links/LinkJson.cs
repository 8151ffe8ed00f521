using System.Text.Json.Nodes;
using Tributary.Emulator.Jira.Fields;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Links;

/// <summary>Links of issues, and issues as links show them.</summary>
internal static class LinkJson
{
    /// <summary>The field of an issue: each link with its other end, of those that the caller sees.</summary>
    public static JsonArray Field(JiraCall call, Issue issue) => new(
    [
        .. call.Jira.LinksOf(issue).Where(end => call.Jira.CanSee(call.User, end.Other)).Select(end => new JsonObject
        {
            ["id"] = $"{end.Link.Id}",
            ["self"] = $"{call.Api}/issueLink/{end.Link.Id}",
            ["type"] = CatalogJson.LinkType(call, end.Link.TypeId),
            [end.IsOutward ? "outwardIssue" : "inwardIssue"] = Linked(call, end.Other),
        }),
    ]);

    public static JsonObject Linked(JiraCall call, Issue issue)
    {
        var fields = new JsonObject { ["summary"] = issue.Summary, ["status"] = CatalogJson.Status(call, issue.StatusId) };
        if (issue.Text("priority") is { } priority) fields["priority"] = CatalogJson.Priority(call, priority);
        fields["issuetype"] = CatalogJson.IssueType(call, issue.TypeId);
        return new() { ["id"] = $"{issue.Id}", ["key"] = issue.Key, ["self"] = $"{call.Api}/issue/{issue.Id}", ["fields"] = fields };
    }
}
