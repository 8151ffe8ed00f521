namespace Tributary.Emulator.World;

internal sealed record ContentVersion
{
    public required int Number { get; init; }

    public required string AuthorId { get; init; }

    public required DateTimeOffset When { get; init; }

    public string Message { get; init; } = "";

    public bool Minor { get; init; }

    public required string Title { get; init; }

    /// <summary>Storage format; empty where the type has no body.</summary>
    public string Body { get; init; } = "";

    /// <summary>ADF of a live doc, which is kept as that alone: <see cref="Body"/> is then what is rendered and searched.</summary>
    public string? Document { get; init; }

    public FileVersion? File { get; init; }
}

internal sealed record FileVersion(string MediaType, byte[] Data);
