using System.Globalization;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Search.Jql;

/// <summary>The functions of JQL.</summary>
internal static class JqlFunctions
{
    private const int MostViewed = 50;

    private static readonly string[] DateFunctions =
        ["now", "currentLogin", "lastLogin", "startOfDay", "startOfWeek", "startOfMonth", "startOfYear", "endOfDay", "endOfWeek", "endOfMonth", "endOfYear"];

    private static readonly FunctionSpec[] Everywhere =
    [
        .. DateFunctions.Select(Date),
        new("currentUser", JqlType.User, IsList: false, 0, 0, (context, _) => [context.User.AccountId]),
        new("membersOf", JqlType.User, IsList: true, 1, 1, Members),
        new("openSprints", JqlType.Sprint, IsList: true, 0, 0, (context, _) => Sprints(context, "active")),
        new("closedSprints", JqlType.Sprint, IsList: true, 0, 0, (context, _) => Sprints(context, "closed")),
        new("futureSprints", JqlType.Sprint, IsList: true, 0, 0, (context, _) => Sprints(context, "future")),
        new("releasedVersions", JqlType.Version, IsList: true, 0, int.MaxValue, (context, projects) => Versions(context, "releasedVersions", projects, released: true).Select(version => version.Id)),
        new("unreleasedVersions", JqlType.Version, IsList: true, 0, int.MaxValue, (context, projects) => Versions(context, "unreleasedVersions", projects, released: false).Select(version => version.Id)),
        new("latestReleasedVersion", JqlType.Version, IsList: false, 1, 1, (context, projects) => Versions(context, "latestReleasedVersion", projects, released: true).Reverse().Take(1).Select(version => version.Id)),
        new("earliestUnreleasedVersion", JqlType.Version, IsList: false, 1, 1, (context, projects) => Versions(context, "earliestUnreleasedVersion", projects, released: false).Take(1).Select(version => version.Id)),
        new("componentsLeadByUser", JqlType.Component, IsList: true, 0, 1, ComponentsLed),
        new("projectsLeadByUser", JqlType.Project, IsList: true, 0, 1, (context, user) => Person(context, "projectsLeadByUser", user) is { } lead ? Projects(context, project => project.LeadId == lead.AccountId) : []),
        new("projectsWhereUserHasPermission", JqlType.Project, IsList: true, 1, 1, (context, permission) => Projects(context, project => IsGranted(context, project, permission[0]))),
        new("projectsWhereUserHasRole", JqlType.Project, IsList: true, 1, 1, (context, role) => Projects(context, project => IsGranted(context, project, role[0]))),
        new("standardIssueTypes", JqlType.IssueType, IsList: true, 0, 0, (_, _) => Catalog.IssueTypes.Where(type => !type.IsSubtask).Select(type => type.Id)),
        new("subtaskIssueTypes", JqlType.IssueType, IsList: true, 0, 0, (_, _) => Catalog.IssueTypes.Where(type => type.IsSubtask).Select(type => type.Id)),
        new("issueHistory", JqlType.Issue, IsList: true, 0, 0, (context, _) => Viewed(context)),
        new("watchedIssues", JqlType.Issue, IsList: true, 0, 0, (context, _) => Issues(context, issue => issue.Watchers.Contains(context.User.AccountId))),
        new("votedIssues", JqlType.Issue, IsList: true, 0, 0, (context, _) => Issues(context, issue => issue.Voters.Contains(context.User.AccountId))),
        new("linkedIssues", JqlType.Issue, IsList: true, 1, int.MaxValue, Linked),
        new("updatedBy", JqlType.Issue, IsList: true, 1, 3, UpdatedBy),
    ];

    private static readonly FunctionSpec[] OnCloud =
    [
        new("childIssuesOf", JqlType.Issue, IsList: true, 1, 1, (context, key) => One(context, "childIssuesOf", key[0]) is { } top ? Issues(context, issue => FieldsBeside.Above(issue, context).Contains(top)) : []),
        new("parentIssuesOf", JqlType.Issue, IsList: true, 1, 1, (context, key) => One(context, "parentIssuesOf", key[0]) is { } issue ? FieldsBeside.Above(issue, context).Select(JqlValues.Id) : []),
    ];

    public static IEnumerable<FunctionSpec> All(bool isCloud) => isCloud ? Everywhere.Concat(OnCloud) : Everywhere;

    public static FunctionSpec? Find(string name, bool isCloud) => All(isCloud).FirstOrDefault(function => function.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static FunctionSpec Date(string name) => new(name, JqlType.Date, IsList: false, 0, name is "now" or "currentLogin" or "lastLogin" ? 0 : 1, (context, increment) =>
    {
        if (context.Dates.Call(name, increment.Count == 0 ? null : increment[0]) is { } moment) return [moment.ToString("O", CultureInfo.InvariantCulture)];
        context.Complain(JqlMessage.NoIncrement(name));
        return [];
    });

    private static HashSet<string> Members(JqlContext context, IReadOnlyList<string> arguments)
    {
        Group? group = context.Wiki.Groups.FirstOrDefault(group => group.Name.Equals(arguments[0], StringComparison.OrdinalIgnoreCase) || group.Id == arguments[0]);
        if (group is null) context.Complain(JqlMessage.NoGroup("membersOf", arguments[0]));
        return group?.Members ?? [];
    }

    private static IEnumerable<string> Sprints(JqlContext context, string state) =>
        context.Jira.Sprints.Where(sprint => sprint.State == state).Select(sprint => sprint.Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>In the order of their projects; without projects, of all.</summary>
    private static IEnumerable<ProjectVersion> Versions(JqlContext context, string function, IReadOnlyList<string> projects, bool released)
    {
        var chosen = new List<Project>();
        foreach (string text in projects)
        {
            if (context.FindProject(text) is { } project) chosen.Add(project);
            else context.Complain(JqlMessage.NoProject(function, text));
        }

        return (projects.Count == 0 ? context.Projects : chosen).SelectMany(project => project.Versions).Where(version => version.IsReleased == released && !version.IsArchived);
    }

    private static User? Person(JqlContext context, string function, IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0) return context.User;
        User? user = context.FindUser(arguments[0]);
        if (user is null) context.Complain(JqlMessage.NoUser(function, arguments[0]));
        return user;
    }

    private static IEnumerable<string> ComponentsLed(JqlContext context, IReadOnlyList<string> arguments) => Person(context, "componentsLeadByUser", arguments) is not { } lead
        ? []
        : context.Projects.SelectMany(project => project.Components).Where(component => component.LeadId == lead.AccountId).Select(component => component.Id);

    private static IEnumerable<string> Projects(JqlContext context, Func<Project, bool> which) =>
        context.Projects.Where(which).Select(project => project.Id.ToString(CultureInfo.InvariantCulture));

    private static bool IsGranted(JqlContext context, Project project, string permission) => permission.ToLowerInvariant() switch
    {
        "administrators" or "administer projects" => context.Jira.CanAdminister(context.User, project),
        "browse projects" or "viewer" or "users" => context.Jira.CanSee(context.User, project),
        _ => context.Jira.CanEdit(context.User, project),
    };

    private static IEnumerable<string> Issues(JqlContext context, Func<Issue, bool> which) => context.Issues.Where(which).Select(JqlValues.Id);

    // The site keeps no record of views: what someone wrote on last counts as what that person viewed last.
    private static IEnumerable<string> Viewed(JqlContext context) => context.Issues
        .Select(issue => (issue, At: Touches(issue).Where(touch => touch.By == context.User.AccountId).Select(touch => (DateTimeOffset?)touch.When).Max()))
        .Where(viewed => viewed.At is not null)
        .OrderByDescending(viewed => viewed.At)
        .Take(MostViewed)
        .Select(viewed => JqlValues.Id(viewed.issue));

    private static IEnumerable<(string? By, DateTimeOffset When)> Touches(Issue issue) =>
    [
        (issue.Text("creator"), issue.CreatedAt),
        .. issue.History.Select(change => (change.AuthorId, change.When)),
        .. issue.Comments.Select(comment => (comment.AuthorId, comment.CreatedAt)),
        .. issue.Worklogs.Select(worklog => (worklog.AuthorId, worklog.CreatedAt)),
    ];

    private static IEnumerable<string> UpdatedBy(JqlContext context, IReadOnlyList<string> arguments)
    {
        if (Person(context, "updatedBy", arguments) is not { } user) return [];
        DateTimeOffset? from = DateTimeOffset.MinValue, until = DateTimeOffset.MaxValue;
        if (arguments.Count > 1) from = context.Dates.Read(new JqlOperand(arguments[1]));
        if (arguments.Count > 2) until = context.Dates.Read(new JqlOperand(arguments[2]));
        if (from is not null && until is not null) return Issues(context, issue => Touches(issue).Any(touch => touch.By == user.AccountId && touch.When >= from && touch.When <= until));
        context.Complain(JqlMessage.NoDate("updatedBy", from is null ? arguments[1] : arguments[2]));
        return [];
    }

    private static Issue? One(JqlContext context, string function, string key)
    {
        Issue? issue = context.FindIssue(key);
        if (issue is null) context.Complain(JqlMessage.NoIssueOf(function, key));
        return issue;
    }

    private static IEnumerable<string> Linked(JqlContext context, IReadOnlyList<string> arguments)
    {
        if (One(context, "linkedIssues", arguments[0]) is not { } issue) return [];
        foreach (string name in arguments.Skip(1))
        {
            if (Catalog.LinkTypes.All(type => !name.Equals(type.Name, StringComparison.OrdinalIgnoreCase) && !name.Equals(type.Inward, StringComparison.OrdinalIgnoreCase) && !name.Equals(type.Outward, StringComparison.OrdinalIgnoreCase)))
            {
                context.Complain(JqlMessage.NoLinkTypeOf("linkedIssues", name));
                return [];
            }
        }

        return context.Jira.LinksOf(issue).Where(link => context.Sees(link.Other) && (arguments.Count == 1 || arguments.Skip(1).Any(name => Is(link.Link, link.IsOutward, name)))).Select(link => JqlValues.Id(link.Other));

        static bool Is(IssueLink link, bool isOutward, string name)
        {
            IssueLinkType type = Catalog.LinkTypes.First(type => type.Id == link.TypeId);
            return name.Equals(type.Name, StringComparison.OrdinalIgnoreCase) || name.Equals(isOutward ? type.Outward : type.Inward, StringComparison.OrdinalIgnoreCase);
        }
    }
}
