using System.Globalization;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;
using Tributary.Markup;
using Tributary.Markup.Adf;

namespace Tributary.Emulator.Seeds;

/// <summary>Plants a project: its issues are created and changed by the same doings as later on, at the times that the seed tells.</summary>
/// <param name="file">What complaints begin with.</param>
internal sealed class ProjectPlanter(Wiki wiki, string file, DateTimeOffset now)
{
    private static readonly string[] Everywhere = ["issuetype", "description", "priority", "assignee", "reporter", "labels", "components", "versions", "fixVersions", "duedate", "timetracking", "environment"];

    private Tracker Jira => wiki.Jira;

    private bool IsCloud => wiki.Deployment == EmulatedDeployment.Cloud;

    public void Plant(SeedProject seed)
    {
        string where = $"project {seed.Key}";
        if (Jira.FindProject(seed.Key) is not null) throw Wrong($"{where}, key", "there are two projects with this key.");
        wiki.PretendedNow = Moment(seed.At, $"{where}, at");
        Project project = Jira.AddProject(new Project
        {
            Id = 10000 + Jira.Projects.Count,
            Key = seed.Key,
            Name = seed.Name,
            Description = seed.Description,
            Type = seed.Type,
            LeadId = User(seed.Lead, where).AccountId,
            IssueTypeIds = Types(seed.Type),
            WorkflowId = (seed.Type == "service_desk" ? Catalog.Service : Catalog.Software).Id,
            Screens = Types(seed.Type).ToDictionary(type => type, Screen),
            Viewers = People(seed.Viewers, where),
            Editors = People(seed.Editors, where),
            Administrators = People(seed.Administrators, where),
            LastNumber = seed.FirstNumber - 1,
        });
        PlantCatalog(seed, project, where);
        foreach (SeedBoard board in seed.Boards) PlantBoard(board, project);
        foreach (SeedIssue issue in seed.Issues) new IssuePlanter(this, project, wiki).Plant(issue);
        // Links lead forward as well as back: they come when all issues are there.
        foreach ((SeedIssue issue, int place) in seed.Issues.Select((issue, place) => (issue, place)))
        {
            Issue from = Jira.FindIssue(string.Create(CultureInfo.InvariantCulture, $"{seed.Key}-{seed.FirstNumber + place}"))!;
            foreach (SeedLink link in issue.Links) Link(from, link, User(issue.By, where), $"{where} '{issue.Summary}', links");
        }

        wiki.PretendedNow = null;
    }

    public User User(string name, string where) => wiki.FindUser(name) ?? throw Wrong(where, $"there is no '{name}'; the users are {string.Join(", ", wiki.Users.Select(known => known.Username))}.");

    public DateTimeOffset Moment(string text, string where) => SeedMoment.TryRead(text, now, out DateTimeOffset moment)
        ? moment
        : throw Wrong(where, $"'{text}' is no time; write 2026-03-02 09:15 (UTC), or -3d, -3d 09:15, -5h, -20m for a time before now.");

    public string Day(string text, string where) =>
        (text.StartsWith('+') && int.TryParse(text.AsSpan(1).TrimEnd('d'), NumberStyles.None, CultureInfo.InvariantCulture, out int days) ? now.AddDays(days) : Moment(text, where))
        .UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Markdown in the notation that the deployment keeps.</summary>
    public string Text(string markdown) => IsCloud ? AdfDocument.FromMarkdown(markdown).Text : WikiMarkup.FromMarkdown(markdown).Text.TrimEnd('\n');

    public InvalidDataException Wrong(string where, string what) => new($"{file}: {where}: {what}");

    private static string[] Types(string projectType) => projectType == "service_desk"
        ? [Catalog.Incident, Catalog.ServiceRequest, Catalog.Task, Catalog.Subtask]
        : [Catalog.Epic, Catalog.Story, Catalog.Task, Catalog.Bug, Catalog.Subtask];

    private IReadOnlyList<ScreenField> Screen(string typeId)
    {
        IEnumerable<string> fields = typeId switch
        {
            Catalog.Incident or Catalog.ServiceRequest => [.. Everywhere, Catalog.RequestType],
            Catalog.Epic => IsCloud ? [.. Everywhere] : [.. Everywhere, Catalog.EpicName],
            Catalog.Subtask => [.. Everywhere, "parent"],
            _ => [.. Everywhere, IsCloud ? "parent" : Catalog.EpicLink, Catalog.Sprint, Catalog.StoryPoints, Catalog.Team, Catalog.Reviewers, typeId == Catalog.Bug ? Catalog.Severity : Catalog.AcceptanceCriteria, .. typeId == Catalog.Bug ? [Catalog.Environments] : (string[])[]],
        };
        return [new("summary", Required: true), .. fields.Select(field => new ScreenField(field))];
    }

    private void PlantCatalog(SeedProject seed, Project project, string where)
    {
        foreach (SeedRelease release in seed.Versions)
        {
            ProjectVersion version = Jira.AddVersion(project, release.Name);
            version.Description = release.Description;
            version.IsReleased = release.Released;
            if (release.Start is { } start) version.StartDate = DateOnly.Parse(Day(start, $"{where}, version {release.Name}"), CultureInfo.InvariantCulture);
            if (release.Release is { } end) version.ReleaseDate = DateOnly.Parse(Day(end, $"{where}, version {release.Name}"), CultureInfo.InvariantCulture);
        }

        foreach (SeedComponent component in seed.Components) Jira.AddComponent(project, component.Name, component.Description, component.Lead is { } lead ? User(lead, where).AccountId : null);
        foreach (SeedNamed type in seed.RequestTypes)
        {
            string issueType = Catalog.IssueTypes.FirstOrDefault(known => known.Name == type.Value)?.Id ?? throw Wrong($"{where}, request type '{type.Name}'", $"there is no issue type '{type.Value}'.");
            Jira.AddRequestType(project, type.Name, type.Description, issueType, "summary", "description");
        }

        foreach (SeedNamed queue in seed.Queues) Jira.AddQueue(project, queue.Name, queue.Value);
        foreach (SeedNamed filter in seed.Filters) Jira.AddFilter(User(filter.Description, where), filter.Name, filter.Value);
    }

    private void PlantBoard(SeedBoard seed, Project project)
    {
        Board board = Jira.AddBoard(seed.Name, seed.Type, project, $"project = {project.Key} ORDER BY Rank ASC");
        Jira.AddFilter(wiki.FindUser(project.LeadId)!, $"Filter for {seed.Name}", board.Jql);
        foreach (SeedSprint planned in seed.Sprints)
        {
            string where = $"board '{seed.Name}', sprint '{planned.Name}'";
            DateTimeOffset? start = planned.Start is null ? null : Time(planned.Start, where), end = planned.End is null ? null : Time(planned.End, where);
            Sprint sprint = Jira.AddSprint(board, planned.Name, planned.Goal, start, end);
            sprint.State = planned.State;
            if (planned.State == "closed") sprint.CompleteDate = end;
        }
    }

    // Ends of sprints lie ahead, which times of events never do.
    private DateTimeOffset Time(string text, string where) => text.StartsWith('+')
        ? now.AddDays(int.Parse(text.AsSpan(1).TrimEnd('d'), NumberStyles.None, CultureInfo.InvariantCulture))
        : Moment(text, where);

    private void Link(Issue from, SeedLink link, User by, string where)
    {
        Issue to = Jira.FindIssue(link.To) ?? throw Wrong(where, $"there is no issue {link.To}.");
        (IssueLinkType type, bool isOutward) = Catalog.LinkTypes.Where(type => type.Outward == link.Type).Select(type => ((IssueLinkType, bool)?)(type, true)).FirstOrDefault()
            ?? Catalog.LinkTypes.Where(type => type.Inward == link.Type).Select(type => ((IssueLinkType, bool)?)(type, false)).FirstOrDefault()
            ?? throw Wrong(where, $"'{link.Type}' is none of {string.Join(", ", Catalog.LinkTypes.SelectMany(type => new[] { type.Outward, type.Inward }).Distinct())}.");
        DateTimeOffset later = from.UpdatedAt > to.UpdatedAt ? from.UpdatedAt : to.UpdatedAt;
        wiki.PretendedNow = later;
        Jira.Link(by, type, isOutward ? from : to, isOutward ? to : from);
    }

    private HashSet<string> People(IReadOnlyList<string> names, string where) => [.. names.Select(name => wiki.FindGroup(name)?.Name ?? User(name, where).AccountId)];
}
