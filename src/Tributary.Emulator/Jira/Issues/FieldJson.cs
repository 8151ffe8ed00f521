using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Jira.Attachments;
using Tributary.Emulator.Jira.Comments;
using Tributary.Emulator.Jira.Fields;
using Tributary.Emulator.Jira.Links;
using Tributary.Emulator.Jira.People;
using Tributary.Emulator.Jira.Projects;
using Tributary.Emulator.Jira.Worklogs;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary>The values of an issue's fields as the APIs show them.</summary>
internal sealed class FieldJson(JiraCall call)
{
    private readonly RichText texts = new(call);
    private readonly ProjectJson projects = new(call);

    /// <summary>Null where the issue has no value.</summary>
    public JsonNode? Of(Field field, Issue issue)
    {
        if (field.Kind == FieldKind.Computed) return Computed(field, issue);
        if (issue.Values.GetValueOrDefault(field.Id) is not { } kept) return field.IsList && !field.IsCustom ? new JsonArray() : null;
        return field.IsList ? List(field, issue, issue.Texts(field.Id)) : One(field, issue, kept);
    }

    /// <summary>As a browser shows it; null where the value itself is all that there is.</summary>
    public JsonNode? Rendered(Field field, Issue issue) => field.Kind switch
    {
        FieldKind.RichText => texts.Html(issue.Text(field.Id)),
        FieldKind.Moment when issue.Text(field.Id) is { } moment => JiraTime.Shown(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)),
        FieldKind.Date when issue.Text(field.Id) is { } day => DateOnly.Parse(day, CultureInfo.InvariantCulture).ToString("dd/MMM/yy", CultureInfo.InvariantCulture),
        FieldKind.Duration when issue.Number(field.Id) is { } seconds => Duration.Text((long)seconds),
        FieldKind.Computed => field.Id switch
        {
            "created" => JiraTime.Shown(issue.CreatedAt),
            "updated" => JiraTime.Shown(issue.UpdatedAt),
            "comment" => new CommentJson(call).Rendered(issue),
            _ => null,
        },
        _ => null,
    };

    private JsonNode? One(Field field, Issue issue, JsonNode kept) => field.Kind switch
    {
        FieldKind.RichText => texts.Wire(kept.GetValue<string>()),
        FieldKind.Moment => JiraTime.Text(kept),
        FieldKind.Duration => (long?)issue.Number(field.Id),
        FieldKind.User => UserJson.Of(call, kept.GetValue<string>()),
        FieldKind.Option => Option(field, kept.GetValue<string>()),
        FieldKind.Project => projects.Brief(call.Jira.ProjectOf(issue)),
        FieldKind.IssueType => CatalogJson.IssueType(call, kept.GetValue<string>()),
        FieldKind.Status => CatalogJson.Status(call, kept.GetValue<string>()),
        FieldKind.Priority => CatalogJson.Priority(call, kept.GetValue<string>()),
        FieldKind.Resolution => CatalogJson.Resolution(call, kept.GetValue<string>()),
        FieldKind.Issue => call.Jira.FindIssue(kept.GetValue<string>()) is not { } other ? null : field.IsCustom ? other.Key : LinkJson.Linked(call, other),
        _ => kept.DeepClone(),
    };

    private JsonArray List(Field field, Issue issue, IReadOnlyList<string> kept)
    {
        Project project = call.Jira.ProjectOf(issue);
        return new([.. kept.Select(item => field.Kind switch
        {
            FieldKind.Users => UserJson.Of(call, item),
            FieldKind.Options => Option(field, item),
            FieldKind.Versions => project.Versions.Find(version => version.Id == item) is { } version ? projects.Version(version) : null,
            FieldKind.Components => project.Components.Find(component => component.Id == item) is { } component ? projects.Component(component) : null,
            FieldKind.Sprints => Sprint(item),
            _ => JsonValue.Create(item),
        }).Where(item => item is not null)]);
    }

    private JsonObject? Option(Field field, string id)
    {
        if (field.Id != Catalog.RequestType) return field.Options.FirstOrDefault(option => option.Id == id) is { } option ? CatalogJson.Option(call, option) : null;
        return call.Jira.RequestTypes.FirstOrDefault(type => type.Id == id) is not { } type ? null : new JsonObject
        {
            ["requestType"] = new JsonObject { ["id"] = type.Id, ["name"] = type.Name, ["description"] = type.Description, ["issueTypeId"] = type.IssueTypeId },
        };
    }

    private JsonNode? Sprint(string id)
    {
        if (call.Jira.FindSprint(long.Parse(id, CultureInfo.InvariantCulture)) is not { } sprint) return null;
        if (!call.IsCloud)
        {
            string all = string.Join(',',
                $"id={sprint.Id}", $"rapidViewId={sprint.BoardId}", $"state={sprint.State.ToUpperInvariant()}", $"name={sprint.Name}",
                $"startDate={Moment(sprint.StartDate)}", $"endDate={Moment(sprint.EndDate)}", $"completeDate={Moment(sprint.CompleteDate)}", $"activatedDate={Moment(sprint.StartDate)}",
                $"sequence={sprint.Id}", $"goal={sprint.Goal}", "synced=false", "autoStartStop=false", "incompleteIssuesDestinationId=<null>");
            return $"com.atlassian.greenhopper.service.sprint.Sprint@{sprint.Id:x}[{all}]";
        }

        var json = new JsonObject { ["id"] = sprint.Id, ["name"] = sprint.Name, ["state"] = sprint.State, ["boardId"] = sprint.BoardId, ["goal"] = sprint.Goal };
        foreach ((string name, DateTimeOffset? moment) in new[] { ("startDate", sprint.StartDate), ("endDate", sprint.EndDate), ("completeDate", sprint.CompleteDate) })
        {
            if (moment is not null) json[name] = Moment(moment);
        }

        return json;

        static string Moment(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture) ?? "<null>";
    }

    private JsonNode? Computed(Field field, Issue issue) => field.Id switch
    {
        "created" => JiraTime.Text(issue.CreatedAt),
        "updated" => JiraTime.Text(issue.UpdatedAt),
        "statusCategory" => CatalogJson.Category(call, Catalog.Statuses.First(status => status.Id == issue.StatusId).Category),
        "subtasks" => new JsonArray([.. Subtasks(issue).Select(child => LinkJson.Linked(call, child))]),
        "issuelinks" => LinkJson.Field(call, issue),
        "attachment" => new JsonArray([.. issue.Files.Select(file => FileJson.Of(call, file))]),
        "comment" => new CommentJson(call).Field(issue),
        "worklog" => new WorklogJson(call).Field(issue),
        "watches" => new JsonObject { ["self"] = $"{call.Api}/issue/{issue.Key}/watchers", ["watchCount"] = issue.Watchers.Count, ["isWatching"] = issue.Watchers.Contains(call.User.AccountId) },
        "votes" => new JsonObject { ["self"] = $"{call.Api}/issue/{issue.Key}/votes", ["votes"] = issue.Voters.Count, ["hasVoted"] = issue.Voters.Contains(call.User.AccountId) },
        "timetracking" => TimeTracking(issue),
        "timespent" => Spent(issue) is > 0 and var seconds ? seconds : null,
        Catalog.Rank => string.Create(CultureInfo.InvariantCulture, $"0|i{(long)(issue.Rank * 1000):d8}:"),
        _ => null,
    };

    private IEnumerable<Issue> Subtasks(Issue issue) => call.Jira.ChildrenOf(issue).Where(child => Catalog.IssueTypes.First(type => type.Id == child.TypeId).IsSubtask);

    private static long Spent(Issue issue) => issue.Worklogs.Sum(worklog => worklog.Seconds);

    private static JsonObject TimeTracking(Issue issue)
    {
        var json = new JsonObject();
        (string Name, long? Seconds)[] times = [("originalEstimate", (long?)issue.Number("timeoriginalestimate")), ("remainingEstimate", (long?)issue.Number("timeestimate")), ("timeSpent", Spent(issue) is > 0 and var spent ? spent : null)];
        foreach ((string name, long? seconds) in times)
        {
            if (seconds is null) continue;
            json[name] = Duration.Text(seconds.Value);
            json[name + "Seconds"] = seconds;
        }

        return json;
    }
}
