using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Seeds;

/// <summary>A project of Jira with all that is in it.</summary>
internal sealed record SeedProject
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public string Description { get; init; } = "";

    /// <summary><c>software</c>, <c>service_desk</c> or <c>business</c>.</summary>
    public string Type { get; init; } = "software";

    public string Lead { get; init; } = "alice";

    public string At { get; init; } = "-365d";

    /// <summary>User and group names, as for spaces.</summary>
    public IReadOnlyList<string> Viewers { get; init; } = [Wiki.UsersGroup];

    public IReadOnlyList<string> Editors { get; init; } = [Wiki.UsersGroup];

    public IReadOnlyList<string> Administrators { get; init; } = [Wiki.AdministratorsGroup];

    public IReadOnlyList<SeedRelease> Versions { get; init; } = [];

    public IReadOnlyList<SeedComponent> Components { get; init; } = [];

    public IReadOnlyList<SeedBoard> Boards { get; init; } = [];

    public IReadOnlyList<SeedNamed> RequestTypes { get; init; } = [];

    public IReadOnlyList<SeedNamed> Queues { get; init; } = [];

    public IReadOnlyList<SeedNamed> Filters { get; init; } = [];

    public IReadOnlyList<SeedIssue> Issues { get; init; } = [];

    public int FirstNumber { get; init; } = 1;
}

internal sealed record SeedRelease(string Name, string Description, bool Released, string? Start, string? Release);

internal sealed record SeedComponent(string Name, string Description, string? Lead);

internal sealed record SeedBoard(string Name, string Type, IReadOnlyList<SeedSprint> Sprints);

internal sealed record SeedSprint(string Name, string Goal, string State, string? Start, string? End);

/// <param name="Value">The query of a queue or filter; of a request type the name of its issue type.</param>
internal sealed record SeedNamed(string Name, string Description, string Value);

/// <summary>An issue as it was created, and what happened then. Texts are Markdown: the deployment's own notation is made of it.</summary>
internal sealed record SeedIssue
{
    public required string Type { get; init; }

    public required string Summary { get; init; }

    public string? Description { get; init; }

    public required string By { get; init; }

    public required string At { get; init; }

    /// <summary>By name: priority, assignee, labels, parent, sprint, points and so on.</summary>
    public required SeedValues Values { get; init; }

    public IReadOnlyList<SeedLink> Links { get; init; } = [];

    public IReadOnlyList<string> Watchers { get; init; } = [];

    public IReadOnlyList<string> Votes { get; init; } = [];

    public IReadOnlyList<SeedEvent> Events { get; init; } = [];

    /// <summary>Branches, commits and pull requests, as the development panel shows them.</summary>
    public JsonObject? Development { get; init; }
}

internal sealed record SeedLink(string Type, string To);

/// <summary>What one person did to an issue at one time.</summary>
internal sealed record SeedEvent(string By, string At, SeedValues Values, string? Comment, bool Internal, string? Worked);

/// <summary>Values of fields, people and things by name; null where an event leaves a field as it is.</summary>
internal sealed record SeedValues
{
    public string? Status { get; init; }

    public string? Resolution { get; init; }

    public string? Summary { get; init; }

    public string? Priority { get; init; }

    /// <summary>Empty: nobody.</summary>
    public string? Assignee { get; init; }

    public string? Reporter { get; init; }

    public string? Parent { get; init; }

    public string? Due { get; init; }

    public string? Severity { get; init; }

    public string? Environment { get; init; }

    public string? RequestType { get; init; }

    /// <summary>Such as <c>4h</c>.</summary>
    public string? Estimate { get; init; }

    public long? Points { get; init; }

    public IReadOnlyList<string>? Labels { get; init; }

    public IReadOnlyList<string>? Components { get; init; }

    public IReadOnlyList<string>? Versions { get; init; }

    public IReadOnlyList<string>? FixVersions { get; init; }

    public IReadOnlyList<string>? Sprints { get; init; }

    public IReadOnlyList<string>? Environments { get; init; }
}
