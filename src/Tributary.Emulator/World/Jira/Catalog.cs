namespace Tributary.Emulator.World.Jira;

/// <param name="Level">1 epics, 0 the standard types, -1 sub-tasks.</param>
internal sealed record IssueType(string Id, string Name, string Description, int Level)
{
    public bool IsSubtask => Level < 0;
}

/// <param name="Category"><c>new</c>, <c>indeterminate</c> or <c>done</c>.</param>
internal sealed record Status(string Id, string Name, string Category);

internal sealed record Priority(string Id, string Name, string Color);

internal sealed record Resolution(string Id, string Name, string Description);

/// <param name="Inward">How the issue is called from which the link leads: <c>is blocked by</c>.</param>
internal sealed record IssueLinkType(string Id, string Name, string Inward, string Outward);

internal sealed record Workflow(string Id, string Name, string FirstStatusId, IReadOnlyList<Transition> Transitions);

/// <param name="FromStatusIds">Empty: from any other status.</param>
/// <param name="Screen">What is asked on the way.</param>
internal sealed record Transition(string Id, string Name, IReadOnlyList<string> FromStatusIds, string ToStatusId, IReadOnlyList<ScreenField> Screen);

/// <summary>What is the same on every emulated Jira: as a new site has it, with the fields that teams use.</summary>
internal static class Catalog
{
    public const string Epic = "10000", Story = "10001", Task = "10002", Subtask = "10003", Bug = "10004", Incident = "10005", ServiceRequest = "10006";
    public const string ToDo = "10000", InProgress = "3", InReview = "10001", Done = "10002", Open = "1", WaitingForCustomer = "10003", Resolved = "5", Closed = "6";
    public const string Medium = "3";
    public const string RequestType = "customfield_10010", EpicLink = "customfield_10014", StoryPoints = "customfield_10016", Rank = "customfield_10019", Sprint = "customfield_10020", Severity = "customfield_10030",
        Team = "customfield_10031", Reviewers = "customfield_10032", Environments = "customfield_10033", AcceptanceCriteria = "customfield_10034", EpicName = "customfield_10011";

    private const string Custom = "com.atlassian.jira.plugin.system.customfieldtypes:";

    public static IReadOnlyList<IssueType> IssueTypes { get; } =
    [
        new(Epic, "Epic", "A big piece of work, broken down into others.", 1),
        new(Story, "Story", "Something that a user wants.", 0),
        new(Task, "Task", "A small, distinct piece of work.", 0),
        new(Subtask, "Sub-task", "A part of another issue.", -1),
        new(Bug, "Bug", "A problem that is to be fixed.", 0),
        new(Incident, "Incident", "A service is down or slow.", 0),
        new(ServiceRequest, "Service Request", "Somebody asks for something.", 0),
    ];

    public static IReadOnlyList<Status> Statuses { get; } =
    [
        new(ToDo, "To Do", "new"),
        new(InProgress, "In Progress", "indeterminate"),
        new(InReview, "In Review", "indeterminate"),
        new(Done, "Done", "done"),
        new(Open, "Open", "new"),
        new(WaitingForCustomer, "Waiting for customer", "indeterminate"),
        new(Resolved, "Resolved", "done"),
        new(Closed, "Closed", "done"),
    ];

    public static IReadOnlyList<Priority> Priorities { get; } =
    [
        new("1", "Highest", "#d04437"), new("2", "High", "#f15C75"), new(Medium, "Medium", "#f79232"), new("4", "Low", "#707070"), new("5", "Lowest", "#999999"),
    ];

    public static IReadOnlyList<Resolution> Resolutions { get; } =
    [
        new("10000", "Done", "Work has been completed on this issue."),
        new("10001", "Won't Do", "This issue won't be actioned."),
        new("10002", "Duplicate", "The problem is a duplicate of an existing issue."),
        new("10003", "Cannot Reproduce", "All attempts at reproducing this issue failed."),
    ];

    public static IReadOnlyList<IssueLinkType> LinkTypes { get; } =
    [
        new("10000", "Blocks", "is blocked by", "blocks"),
        new("10001", "Cloners", "is cloned by", "clones"),
        new("10002", "Duplicate", "is duplicated by", "duplicates"),
        new("10003", "Relates", "relates to", "relates to"),
    ];

    /// <summary>The workflow of software projects: any status to any other, review aside; done asks how.</summary>
    public static Workflow Software { get; } = new("software", "Software workflow", ToDo,
    [
        new("11", "To Do", [], ToDo, []),
        new("21", "In Progress", [], InProgress, []),
        new("31", "Review", [InProgress], InReview, [new("assignee", Required: true)]),
        new("41", "Done", [], Done, [new("resolution", Required: true), new("fixVersions")]),
    ]);

    /// <summary>The workflow of service projects.</summary>
    public static Workflow Service { get; } = new("service", "Service workflow", Open,
    [
        new("101", "Start progress", [Open, WaitingForCustomer], InProgress, []),
        new("111", "Respond to customer", [Open, InProgress], WaitingForCustomer, []),
        new("121", "Resolve", [Open, InProgress, WaitingForCustomer], Resolved, [new("resolution", Required: true)]),
        new("131", "Close", [Resolved, Done], Closed, []),
        new("141", "Reopen", [Resolved, Closed, Done], Open, []),
        new("151", "Mark as done", [Open, InProgress, WaitingForCustomer], Done, [new("resolution", Required: true)]),
    ]);

    public static IReadOnlyList<Workflow> Workflows { get; } = [Software, Service];

    public static IReadOnlyList<Field> Fields { get; } =
    [
        new("summary", "Summary", FieldKind.Text, "string", null, ["summary"]),
        new("issuetype", "Issue Type", FieldKind.IssueType, "issuetype", null, ["issuetype", "type"]),
        new("project", "Project", FieldKind.Project, "project", null, ["project"]),
        new("status", "Status", FieldKind.Status, "status", null, ["status"]),
        new("statusCategory", "Status Category", FieldKind.Computed, "statusCategory", null, ["statusCategory"]),
        new("resolution", "Resolution", FieldKind.Resolution, "resolution", null, ["resolution"]),
        new("priority", "Priority", FieldKind.Priority, "priority", null, ["priority"]),
        new("assignee", "Assignee", FieldKind.User, "user", null, ["assignee"]),
        new("reporter", "Reporter", FieldKind.User, "user", null, ["reporter"]),
        new("creator", "Creator", FieldKind.User, "user", null, ["creator"]),
        new("description", "Description", FieldKind.RichText, "string", null, ["description"]),
        new("environment", "Environment", FieldKind.RichText, "string", null, ["environment"]),
        new("labels", "Labels", FieldKind.Labels, "array", "string", ["labels"]),
        new("components", "Components", FieldKind.Components, "array", "component", ["component"]),
        new("versions", "Affects versions", FieldKind.Versions, "array", "version", ["affectedVersion"]),
        new("fixVersions", "Fix versions", FieldKind.Versions, "array", "version", ["fixVersion"]),
        new("duedate", "Due date", FieldKind.Date, "date", null, ["due", "duedate"]),
        new("resolutiondate", "Resolved", FieldKind.Moment, "datetime", null, ["resolved", "resolutiondate"]),
        new("created", "Created", FieldKind.Computed, "datetime", null, ["created", "createdDate"]),
        new("updated", "Updated", FieldKind.Computed, "datetime", null, ["updated", "updatedDate"]),
        new("parent", "Parent", FieldKind.Issue, "issuelink", null, ["parent"]),
        new("subtasks", "Sub-tasks", FieldKind.Computed, "array", "issuelinks", ["subtasks"]),
        new("issuelinks", "Linked Issues", FieldKind.Computed, "array", "issuelinks", []),
        new("attachment", "Attachment", FieldKind.Computed, "array", "attachment", ["attachments"]),
        new("comment", "Comment", FieldKind.Computed, "comments-page", null, ["comment"]),
        new("worklog", "Log Work", FieldKind.Computed, "array", "worklog", []),
        new("watches", "Watchers", FieldKind.Computed, "watches", null, ["watchers"]),
        new("votes", "Votes", FieldKind.Computed, "votes", null, ["votes"]),
        new("timetracking", "Time tracking", FieldKind.Computed, "timetracking", null, []),
        new("timeoriginalestimate", "Original estimate", FieldKind.Duration, "number", null, ["originalEstimate", "timeoriginalestimate"]),
        new("timeestimate", "Remaining Estimate", FieldKind.Duration, "number", null, ["remainingEstimate", "timeestimate"]),
        new("timespent", "Time Spent", FieldKind.Computed, "number", null, ["timespent"]),
        new(RequestType, "Request Type", FieldKind.Option, "sd-customerrequesttype", null, ["Request Type"], "com.atlassian.servicedesk:vp-origin"),
        new(EpicName, "Epic Name", FieldKind.Text, "string", null, ["Epic Name"], "com.pyxis.greenhopper.jira:gh-epic-label"),
        new(EpicLink, "Epic Link", FieldKind.Issue, "any", null, ["Epic Link"], "com.pyxis.greenhopper.jira:gh-epic-link"),
        new(StoryPoints, "Story Points", FieldKind.Number, "number", null, ["Story Points"], Custom + "float"),
        new(Rank, "Rank", FieldKind.Computed, "any", null, ["Rank"], "com.pyxis.greenhopper.jira:gh-lexo-rank"),
        new(Sprint, "Sprint", FieldKind.Sprints, "array", "json", ["Sprint"], "com.pyxis.greenhopper.jira:gh-sprint"),
        new(Severity, "Severity", FieldKind.Option, "option", null, ["Severity"], Custom + "select") { Options = [new("10100", "Critical"), new("10101", "Major"), new("10102", "Minor")] },
        new(Team, "Responsible team", FieldKind.Text, "string", null, ["Responsible team"], Custom + "textfield"),
        new(Reviewers, "Reviewers", FieldKind.Users, "array", "user", ["Reviewers"], Custom + "multiuserpicker"),
        new(Environments, "Environments", FieldKind.Options, "array", "option", ["Environments"], Custom + "multiselect") { Options = [new("10110", "Production"), new("10111", "Staging"), new("10112", "Development")] },
        new(AcceptanceCriteria, "Acceptance criteria", FieldKind.RichText, "string", null, ["Acceptance criteria"], Custom + "textarea"),
    ];

    public static Field? Field(string id) => Fields.FirstOrDefault(field => field.Id == id);
}
