namespace Tributary.Emulator.World.Jira;

internal sealed class Project
{
    public required long Id { get; init; }

    /// <summary>Capital letters and digits.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";

    /// <summary><c>software</c>, <c>service_desk</c> or <c>business</c>.</summary>
    public required string Type { get; init; }

    /// <summary>An account id, as in every set of people here.</summary>
    public required string LeadId { get; set; }

    public required IReadOnlyList<string> IssueTypeIds { get; init; }

    public required string WorkflowId { get; init; }

    /// <summary>What can be set when an issue is created and edited, by issue type; summary and issue type, which all have, are among them.</summary>
    public required Dictionary<string, IReadOnlyList<ScreenField>> Screens { get; init; }

    public List<ProjectVersion> Versions { get; init; } = [];

    public List<Component> Components { get; init; } = [];

    /// <summary>Who sees it: account ids and names of groups.</summary>
    public HashSet<string> Viewers { get; init; } = [];

    /// <summary>Who writes issues.</summary>
    public HashSet<string> Editors { get; init; } = [];

    public HashSet<string> Administrators { get; init; } = [];

    public int LastNumber { get; set; }

    public DateTimeOffset? ArchivedAt { get; set; }
}

/// <summary>A release.</summary>
internal sealed class ProjectVersion
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";

    public bool IsReleased { get; set; }

    public bool IsArchived { get; set; }

    public DateOnly? StartDate { get; set; }

    public DateOnly? ReleaseDate { get; set; }
}

internal sealed class Component
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";

    public string? LeadId { get; set; }
}
