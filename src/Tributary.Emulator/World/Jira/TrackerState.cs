namespace Tributary.Emulator.World.Jira;

/// <summary>All that is remembered of one Jira: a part of what a data file holds. Its members are settable, so that what an older file lacks is empty rather than null.</summary>
internal sealed class TrackerState
{
    public List<Project> Projects { get; set; } = [];

    /// <summary>Ordered by id.</summary>
    public List<Issue> Issues { get; set; } = [];

    public List<IssueLink> Links { get; set; } = [];

    public List<Board> Boards { get; set; } = [];

    public List<Sprint> Sprints { get; set; } = [];

    public List<Filter> Filters { get; set; } = [];

    public List<RequestType> RequestTypes { get; set; } = [];

    public List<Queue> Queues { get; set; } = [];

    /// <summary>Work that was taken back, for those who ask what has gone.</summary>
    public List<DeletedWorklog> DeletedWorklogs { get; set; } = [];

    public List<BulkTask> BulkTasks { get; set; } = [];

    public long LastIssueId { get; set; } = 10000;

    /// <summary>Counts all that is no issue.</summary>
    public long LastId { get; set; } = 10000;
}

internal sealed record DeletedWorklog(long Id, DateTimeOffset When);

/// <summary>A move of many issues at once, which is done when it is answered.</summary>
internal sealed record BulkTask(string Id, string ByUserId, DateTimeOffset When, IReadOnlyList<long> IssueIds, int Inaccessible);
