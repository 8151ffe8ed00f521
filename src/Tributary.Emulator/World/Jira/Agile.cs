namespace Tributary.Emulator.World.Jira;

/// <param name="Type"><c>scrum</c> or <c>kanban</c>.</param>
/// <param name="Jql">Of its filter: which issues it shows.</param>
internal sealed record Board(long Id, string Name, string Type, long ProjectId, string Jql);

internal sealed class Sprint
{
    public required long Id { get; init; }

    public required long BoardId { get; init; }

    public required string Name { get; set; }

    /// <summary><c>future</c>, <c>active</c> or <c>closed</c>.</summary>
    public required string State { get; set; }

    public string Goal { get; set; } = "";

    public DateTimeOffset? StartDate { get; set; }

    public DateTimeOffset? EndDate { get; set; }

    public DateTimeOffset? CompleteDate { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A saved search.</summary>
internal sealed record Filter(long Id, string Name, string OwnerId, string Jql);

/// <summary>What customers ask a service project for.</summary>
internal sealed record RequestType(string Id, long ProjectId, string Name, string Description, string IssueTypeId, IReadOnlyList<string> FieldIds);

/// <summary>A list that agents of a service project work on.</summary>
internal sealed record Queue(string Id, long ProjectId, string Name, string Jql);
