using System.Globalization;

namespace Tributary.Emulator.World.Jira;

/// <summary>The emulated Jira of a site. It shares people, clock, lock and file with the wiki: its members are called inside <see cref="Wiki.Read{T}"/> or <see cref="Wiki.Write{T}"/>. A mutation that throws has changed nothing.</summary>
internal sealed partial class Tracker(Wiki wiki, TrackerState state)
{
    private readonly Dictionary<string, Issue> byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, Issue> byId = [];

    public IReadOnlyList<Project> Projects => state.Projects;

    public IReadOnlyList<Issue> Issues => state.Issues;

    public IReadOnlyList<IssueLink> Links => state.Links;

    public IReadOnlyList<Board> Boards => state.Boards;

    public IReadOnlyList<Sprint> Sprints => state.Sprints;

    public IReadOnlyList<Filter> Filters => state.Filters;

    public IReadOnlyList<RequestType> RequestTypes => state.RequestTypes;

    public IReadOnlyList<Queue> Queues => state.Queues;

    public IReadOnlyList<DeletedWorklog> DeletedWorklogs => state.DeletedWorklogs;

    public BulkTask? FindBulkTask(string id) => state.BulkTasks.Find(task => task.Id == id);

    public void Load(TrackerState saved)
    {
        state = saved;
        byKey.Clear();
        byId.Clear();
        foreach (Issue issue in state.Issues) Index(issue);
    }

    public Project? FindProject(string idOrKey) => state.Projects.Find(project =>
        project.Key.Equals(idOrKey, StringComparison.OrdinalIgnoreCase) || project.Id.ToString(CultureInfo.InvariantCulture) == idOrKey);

    public Project ProjectOf(Issue issue) => state.Projects.Find(project => project.Id == issue.ProjectId)
        ?? throw new InvalidOperationException($"Project {issue.ProjectId} is gone, its issue {issue.Key} is not.");

    /// <summary>By id, key or a former key; whoever may see it.</summary>
    public Issue? FindIssue(string idOrKey) =>
        byKey.TryGetValue(idOrKey, out Issue? issue) || (long.TryParse(idOrKey, NumberStyles.None, CultureInfo.InvariantCulture, out long id) && byId.TryGetValue(id, out issue)) ? issue : null;

    public Sprint? FindSprint(long id) => state.Sprints.Find(sprint => sprint.Id == id);

    public Board? FindBoard(long id) => state.Boards.Find(board => board.Id == id);

    public Project AddProject(Project project)
    {
        state.Projects.Add(project);
        Changed();
        return project;
    }

    public Board AddBoard(string name, string type, Project project, string jql)
    {
        var board = new Board(state.Boards.Count + 1, name, type, project.Id, jql);
        state.Boards.Add(board);
        Changed();
        return board;
    }

    public RequestType AddRequestType(Project project, string name, string description, string issueTypeId, params IReadOnlyList<string> fieldIds)
    {
        var type = new RequestType((state.RequestTypes.Count + 1).ToString(CultureInfo.InvariantCulture), project.Id, name, description, issueTypeId, fieldIds);
        state.RequestTypes.Add(type);
        Changed();
        return type;
    }

    public Queue AddQueue(Project project, string name, string jql)
    {
        var queue = new Queue((state.Queues.Count + 1).ToString(CultureInfo.InvariantCulture), project.Id, name, jql);
        state.Queues.Add(queue);
        Changed();
        return queue;
    }

    public Filter AddFilter(User owner, string name, string jql)
    {
        var filter = new Filter(NextId(), name, owner.AccountId, jql);
        state.Filters.Add(filter);
        Changed();
        return filter;
    }

    private long NextId() => ++state.LastId;

    private void Changed() => wiki.Changed();

    private void Index(Issue issue)
    {
        byId[issue.Id] = issue;
        byKey[issue.Key] = issue;
        foreach (string key in issue.FormerKeys) byKey.TryAdd(key, issue);
    }
}
