namespace Tributary.Emulator.World;

/// <summary>A person. Its secrets follow its name: API token <c>NAME-token</c>, personal access token <c>NAME-pat</c>, password <c>NAME-password</c>.</summary>
internal sealed class User
{
    /// <summary>The identity used everywhere in here; on the wire on Cloud only.</summary>
    public required string AccountId { get; init; }

    /// <summary>Data Center's identity on the wire, next to <see cref="Username"/>.</summary>
    public required string UserKey { get; init; }

    public required string Username { get; init; }

    public required string DisplayName { get; init; }

    public required string Email { get; init; }

    public string TimeZone { get; init; } = "Etc/GMT";

    public bool IsActive { get; set; } = true;
}

internal sealed class Group
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Account ids.</summary>
    public HashSet<string> Members { get; init; } = [];
}
