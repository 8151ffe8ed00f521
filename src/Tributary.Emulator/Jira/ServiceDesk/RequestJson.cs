using System.Text.Json.Nodes;
using Tributary.Emulator.Jira.People;
using Tributary.Emulator.World.Jira;
using Tributary.Markup;
using Tributary.Markup.Adf;

namespace Tributary.Emulator.Jira.ServiceDesk;

/// <summary>Requests as customers see them: plain text, and no field that a form did not ask for.</summary>
internal static class RequestJson
{
    public static JsonObject Of(JiraCall call, Issue issue)
    {
        Project project = call.Jira.ProjectOf(issue);
        int deskId = Desk.All(call).First(desk => desk.Project == project).Id;
        RequestType type = call.Jira.RequestTypes.First(type => type.Id == issue.Text(Catalog.RequestType));
        var json = new JsonObject
        {
            ["_expands"] = new JsonArray("participant", "status", "sla", "requestType", "serviceDesk", "attachment", "action", "comment"),
            ["issueId"] = $"{issue.Id}",
            ["issueKey"] = issue.Key,
        };
        if (call.IsCloud) json["summary"] = issue.Summary;
        json["requestTypeId"] = type.Id;
        json["serviceDeskId"] = $"{deskId}";
        json["createdDate"] = Desk.Moment(issue.CreatedAt);
        json["reporter"] = UserJson.Of(call, issue.Text("reporter"));
        json["requestFieldValues"] = new JsonArray([.. type.FieldIds.Where(id => issue.Text(id) is not null).Select(id => new JsonObject
        {
            ["fieldId"] = id,
            ["label"] = Catalog.Field(id)!.Name,
            ["value"] = Catalog.Field(id)!.Kind == FieldKind.RichText ? Shown(call, issue.Text(id)!) : issue.Text(id),
        })]);
        json["currentStatus"] = Statuses(issue)[^1].DeepClone();
        if (call.Many("expand").Contains("requestType")) json["requestType"] = Desks.Type(call, deskId, type);
        if (call.Many("expand").Contains("serviceDesk")) json["serviceDesk"] = Desks.Json(call, (deskId, project));
        json["_links"] = new JsonObject
        {
            ["self"] = $"{Desk.Api(call)}/request/{issue.Id}",
            ["jiraRest"] = $"{call.Api}/issue/{issue.Id}",
            ["web"] = $"{call.Site.Origin}/servicedesk/customer/portal/{deskId}/{issue.Key}",
            ["agent"] = $"{call.Site.Origin}/browse/{issue.Key}",
        };
        return json;
    }

    /// <summary>Each status that it had, the present one last.</summary>
    public static IReadOnlyList<JsonObject> Statuses(Issue issue)
    {
        var changes = issue.History.SelectMany(change => change.Items.Where(item => item.FieldId == "status"), (change, item) => (change.When, item)).ToList();
        string first = changes.Count == 0 ? issue.StatusId : changes[0].item.From ?? issue.StatusId;
        return [Status(first, issue.CreatedAt), .. changes.Select(change => Status(change.item.To ?? issue.StatusId, change.When))];

        static JsonObject Status(string id, DateTimeOffset when)
        {
            Status status = Catalog.Statuses.First(status => status.Id == id);
            return new() { ["status"] = status.Name, ["statusCategory"] = status.Category.ToUpperInvariant(), ["statusDate"] = Desk.Moment(when) };
        }
    }

    public static JsonObject Comment(JiraCall call, Issue issue, IssueComment comment) => new()
    {
        ["_expands"] = new JsonArray("attachment", "renderedBody"),
        ["id"] = $"{comment.Id}",
        ["body"] = Shown(call, comment.Body),
        ["public"] = comment.IsPublic,
        ["author"] = UserJson.Of(call, comment.AuthorId),
        ["created"] = Desk.Moment(comment.CreatedAt),
        ["_links"] = new JsonObject { ["self"] = $"{Desk.Api(call)}/request/{issue.Id}/comment/{comment.Id}" },
    };

    /// <summary>The form that issues keep, of what a portal sends.</summary>
    public static string Kept(JiraCall call, string text) => call.IsCloud ? AdfDocument.FromMarkdown(WikiMarkup.ToMarkdown(text).Text).Text : text;

    private static string Shown(JiraCall call, string kept) => call.IsCloud ? WikiMarkup.FromMarkdown(AdfDocument.ToMarkdown(kept).Text).Text.TrimEnd('\n') : kept;
}
