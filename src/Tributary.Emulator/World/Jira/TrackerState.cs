namespace Tributary.Emulator.World.Jira;

/// <summary>All that is remembered of one Jira: a part of what a data file holds.</summary>
internal sealed class TrackerState
{
    public List<Project> Projects { get; init; } = [];

    /// <summary>Ordered by id.</summary>
    public List<Issue> Issues { get; init; } = [];

    public List<IssueLink> Links { get; init; } = [];

    public List<Board> Boards { get; init; } = [];

    public List<Sprint> Sprints { get; init; } = [];

    public List<Filter> Filters { get; init; } = [];

    public List<RequestType> RequestTypes { get; init; } = [];

    public List<Queue> Queues { get; init; } = [];

    public long LastIssueId { get; set; } = 10000;

    /// <summary>Counts all that is no issue.</summary>
    public long LastId { get; set; } = 10000;
}
