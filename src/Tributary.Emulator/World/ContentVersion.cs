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

    public FileVersion? File { get; init; }
}

internal sealed record FileVersion(string MediaType, byte[] Data);
