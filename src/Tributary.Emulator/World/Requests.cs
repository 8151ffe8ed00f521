namespace Tributary.Emulator.World;

/// <summary>What is to be created. A title may be empty for a draft alone.</summary>
/// <param name="Body">Storage format.</param>
internal sealed record NewContent(ContentType Type, Space Space, string Title, string Body = "")
{
    public string? ParentId { get; init; }

    /// <summary>What custom content belongs to.</summary>
    public string? ContainerId { get; init; }

    public ContentStatus Status { get; init; }

    public string Message { get; init; } = "";

    /// <summary>Readable and editable by its author alone.</summary>
    public bool Private { get; init; }

    public string? Subtype { get; init; }

    public string? EmbedUrl { get; init; }

    /// <summary>The body as ADF, for a live doc.</summary>
    public string? Document { get; init; }

    public string? CustomType { get; init; }

    public string Representation { get; init; } = "storage";

    public string? Alias { get; init; }

    /// <summary>Blog posts may be dated back.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}

/// <param name="Version">The number to write: current + 1; 1 for a draft.</param>
/// <param name="Body">Storage format; null leaves it.</param>
internal sealed record ContentChange(int? Version, string? Title = null, string? Body = null)
{
    public string Message { get; init; } = "";

    /// <summary>The body as ADF, for a live doc.</summary>
    public string? Document { get; init; }

    public bool Minor { get; init; }

    public ContentStatus? Status { get; init; }

    /// <summary>Null leaves the content where it is.</summary>
    public string? ParentId { get; init; }

    public string? OwnerId { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }
}
