namespace Tributary.Atlassian.Jira.Models;

/// <summary>A board. GET /rest/agile/1.0/board.</summary>
/// <param name="Type"><c>scrum</c>, <c>kanban</c> or <c>simple</c>.</param>
/// <param name="Project">Where it belongs; null on Data Center, and where it belongs to a person.</param>
public sealed record Board(long Id, string Name, string Type, ProjectKey? Project);

/// <param name="Project">Boards whose query names it.</param>
/// <param name="Name">A part of it.</param>
public sealed record BoardQuery(ProjectKey? Project = null, string? Name = null, string? Type = null, int Start = 0, int Limit = 50);

/// <summary>A sprint. GET /rest/agile/1.0/sprint/{id}.</summary>
/// <param name="State"><c>future</c>, <c>active</c> or <c>closed</c>.</param>
/// <param name="BoardId">Of the board that it was made on.</param>
public sealed record Sprint(
    long Id, string Name, string State, string? Goal = null, DateTimeOffset? StartAt = null, DateTimeOffset? EndAt = null, DateTimeOffset? CompletedAt = null, long? BoardId = null)
{
    public const string Future = "future";
    public const string Active = "active";
    public const string Closed = "closed";
}

/// <summary>What is to change of a sprint; null leaves it as it is.</summary>
/// <param name="State"><c>active</c> starts it, <c>closed</c> ends it.</param>
public sealed record SprintWrite(string? Name = null, string? Goal = null, DateTimeOffset? StartAt = null, DateTimeOffset? EndAt = null, string? State = null);
