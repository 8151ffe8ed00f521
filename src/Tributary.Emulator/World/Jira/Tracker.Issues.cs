using System.Globalization;
using System.Text.Json.Nodes;

namespace Tributary.Emulator.World.Jira;

internal sealed partial class Tracker
{
    /// <param name="values">As <see cref="FieldKind"/> says, of fields that the screen shows.</param>
    public Issue Create(User by, Project project, string typeId, IReadOnlyDictionary<string, JsonNode?> values)
    {
        if (!CanEdit(by, project)) throw JiraException.Forbidden("You do not have permission to create issues in this project.");
        DateTimeOffset now = wiki.Now;
        var issue = new Issue
        {
            Id = ++state.LastIssueId,
            ProjectId = project.Id,
            Key = string.Create(CultureInfo.InvariantCulture, $"{project.Key}-{++project.LastNumber}"),
            CreatedAt = now,
            UpdatedAt = now,
            Rank = state.Issues.Count == 0 ? 1 : state.Issues.Max(other => other.Rank) + 1,
        };
        issue.Values["project"] = project.Id.ToString(CultureInfo.InvariantCulture);
        issue.Values["issuetype"] = typeId;
        issue.Values["status"] = WorkflowOf(project).FirstStatusId;
        issue.Values["priority"] = Catalog.Medium;
        issue.Values["creator"] = by.AccountId;
        issue.Values["reporter"] = by.AccountId;
        foreach ((string field, JsonNode? value) in values)
        {
            if (value is null) issue.Values.Remove(field);
            else issue.Values[field] = value.DeepClone();
        }

        issue.Watchers.Add(by.AccountId);
        state.Issues.Add(issue);
        Index(issue);
        Changed();
        return issue;
    }

    /// <summary>Sets fields and remembers in the history what changed; null takes a value away.</summary>
    public void Update(User by, Issue issue, IReadOnlyDictionary<string, JsonNode?> values)
    {
        var items = new List<ChangeItem>();
        foreach ((string field, JsonNode? value) in values)
        {
            JsonNode? before = issue.Values.GetValueOrDefault(field);
            if (JsonNode.DeepEquals(before, value)) continue;
            items.Add(ItemOf(field, before, value));
            if (value is null) issue.Values.Remove(field);
            else issue.Values[field] = value.DeepClone();
        }

        Remember(by, issue, items);
    }

    public void Delete(Issue issue, bool withSubtasks)
    {
        List<Issue> children = [.. ChildrenOf(issue).Where(child => Catalog.IssueTypes.First(type => type.Id == child.TypeId).IsSubtask)];
        if (children.Count > 0 && !withSubtasks)
            throw JiraException.BadRequest($"The issue '{issue.Key}' has subtasks.  You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.");
        foreach (Issue child in children) Delete(child, withSubtasks);
        foreach (Issue orphan in ChildrenOf(issue).ToList()) orphan.Values.Remove("parent");
        state.Links.RemoveAll(link => link.InwardId == issue.Id || link.OutwardId == issue.Id);
        state.Issues.Remove(issue);
        byId.Remove(issue.Id);
        byKey.Remove(issue.Key);
        foreach (string key in issue.FormerKeys) byKey.Remove(key);
        Changed();
    }

    /// <summary>The issues that have this one as their parent, or on Data Center as their epic.</summary>
    public IEnumerable<Issue> ChildrenOf(Issue issue)
    {
        string id = issue.Id.ToString(CultureInfo.InvariantCulture);
        return state.Issues.Where(other => other.Text("parent") == id || other.Text(Catalog.EpicLink) == id);
    }

    /// <summary>Each link of an issue with the other end.</summary>
    public IEnumerable<(IssueLink Link, Issue Other, bool IsOutward)> LinksOf(Issue issue) => state.Links
        .Where(link => link.InwardId == issue.Id || link.OutwardId == issue.Id)
        .Select(link => (link, byId[link.InwardId == issue.Id ? link.OutwardId : link.InwardId], link.InwardId == issue.Id));

    public static Workflow WorkflowOf(Project project) => Catalog.Workflows.First(workflow => workflow.Id == project.WorkflowId);

    /// <summary>The steps that the issue's status allows.</summary>
    public IEnumerable<Transition> TransitionsOf(Issue issue) => WorkflowOf(ProjectOf(issue)).Transitions
        .Where(transition => transition.FromStatusIds.Count == 0 ? transition.ToStatusId != issue.StatusId : transition.FromStatusIds.Contains(issue.StatusId));

    /// <param name="values">Of the transition's screen, checked.</param>
    public void Transit(User by, Issue issue, Transition transition, IReadOnlyDictionary<string, JsonNode?> values)
    {
        bool isDone = Catalog.Statuses.First(status => status.Id == transition.ToStatusId).Category == "done";
        var changes = new Dictionary<string, JsonNode?>(values) { ["status"] = transition.ToStatusId };
        if (isDone && !issue.Values.ContainsKey("resolutiondate")) changes["resolutiondate"] = Moment(wiki.Now);
        if (!isDone)
        {
            changes["resolution"] = null;
            changes["resolutiondate"] = null;
        }

        Update(by, issue, changes);
    }

    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A value as people read it, which is how histories and searches know it; null for none.</summary>
    public string? Shown(string fieldId, JsonNode? value)
    {
        if (value is null) return null;
        if (value is JsonArray list) return string.Join(fieldId == "labels" ? " " : ", ", list.Select(item => Shown(fieldId, item)));
        string text = value is JsonValue single && single.TryGetValue(out string? words) ? words : value.ToJsonString();
        return Catalog.Field(fieldId)?.Kind switch
        {
            FieldKind.User or FieldKind.Users => wiki.FindUser(text)?.DisplayName ?? text,
            FieldKind.Status => Catalog.Statuses.FirstOrDefault(status => status.Id == text)?.Name ?? text,
            FieldKind.IssueType => Catalog.IssueTypes.FirstOrDefault(type => type.Id == text)?.Name ?? text,
            FieldKind.Priority => Catalog.Priorities.FirstOrDefault(priority => priority.Id == text)?.Name ?? text,
            FieldKind.Resolution => Catalog.Resolutions.FirstOrDefault(resolution => resolution.Id == text)?.Name ?? text,
            FieldKind.Project => FindProject(text)?.Name ?? text,
            FieldKind.Issue => FindIssue(text)?.Key ?? text,
            FieldKind.Versions => state.Projects.SelectMany(project => project.Versions).FirstOrDefault(version => version.Id == text)?.Name ?? text,
            FieldKind.Components => state.Projects.SelectMany(project => project.Components).FirstOrDefault(component => component.Id == text)?.Name ?? text,
            FieldKind.Sprints => long.TryParse(text, CultureInfo.InvariantCulture, out long id) ? FindSprint(id)?.Name ?? text : text,
            FieldKind.Option or FieldKind.Options when fieldId == Catalog.RequestType => state.RequestTypes.Find(type => type.Id == text)?.Name ?? text,
            FieldKind.Option or FieldKind.Options => Catalog.Field(fieldId)!.Options.FirstOrDefault(option => option.Id == text)?.Value ?? text,
            _ => text,
        };
    }

    private ChangeItem ItemOf(string field, JsonNode? before, JsonNode? after)
    {
        bool hasIds = Catalog.Field(field)?.Kind is not (FieldKind.Text or FieldKind.RichText or FieldKind.Url or FieldKind.Number or FieldKind.Date or FieldKind.Moment or FieldKind.Labels or null);
        return new ChangeItem(field, hasIds ? Ids(before) : null, Shown(field, before), hasIds ? Ids(after) : null, Shown(field, after));

        static string? Ids(JsonNode? value) => value switch
        {
            null => null,
            JsonArray list => string.Join(", ", list.Select(item => item!.ToString())),
            _ => value.ToString(),
        };
    }

    private void Remember(User by, Issue issue, List<ChangeItem> items)
    {
        if (items.Count == 0) return;
        issue.History.Add(new Change(NextId(), by.AccountId, wiki.Now, items));
        Touch(issue);
    }

    private void Touch(Issue issue)
    {
        issue.UpdatedAt = wiki.Now;
        Changed();
    }
}
