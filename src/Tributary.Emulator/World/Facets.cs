using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Tributary.Emulator.World;

/// <summary>One label of the site: the same prefix and name have the same id everywhere.</summary>
internal sealed record Label(long Id, string Prefix, string Name);

internal sealed record Like(string AccountId, DateTimeOffset When);

/// <summary>One look at a content with a browser.</summary>
internal sealed record ContentView(string AccountId, DateTimeOffset When);

/// <summary>A JSON value under a key, on a content or a space; each write adds 1 to its version.</summary>
internal sealed class Property
{
    public required long Id { get; init; }

    public required string Key { get; set; }

    public JsonNode? Value { get; set; }

    public required int Version { get; set; }

    public required string AuthorId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset When { get; set; }

    public string Message { get; set; } = "";
}

/// <summary>Who alone may read or update a content; empty lets everyone whom the space lets.</summary>
internal sealed class Restriction
{
    public HashSet<string> Users { get; init; } = [];

    /// <summary>Group names.</summary>
    public HashSet<string> Groups { get; init; } = [];

    [JsonIgnore]
    public bool IsEmpty => Users.Count == 0 && Groups.Count == 0;
}
