namespace Tributary.Emulator.World;

/// <summary>An action item of a body, found again by its local id at every save.</summary>
internal sealed class TaskItem
{
    public required long Id { get; init; }

    public required string ContentId { get; init; }

    /// <summary>The <c>ac:task-id</c>; unique in its content.</summary>
    public required string LocalId { get; init; }

    public bool IsComplete { get; set; }

    /// <summary>Storage format.</summary>
    public string Body { get; set; } = "";

    public required string CreatedBy { get; init; }

    public string? AssignedTo { get; set; }

    public string? CompletedBy { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }
}

internal sealed class Template
{
    public required long Id { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";

    /// <summary>Storage format, <c>at:</c> declarations included.</summary>
    public string Body { get; set; } = "";

    /// <summary>Null for a template of the whole site.</summary>
    public string? SpaceKey { get; init; }

    public bool IsBlueprint { get; init; }

    public List<Label> Labels { get; init; } = [];
}

/// <summary>What Confluence calls a long task. The emulator does the work at once: the answer that names the task already finds it finished.</summary>
internal sealed record LongTask(string Id, string Name, DateTimeOffset StartedAt, string Message);
