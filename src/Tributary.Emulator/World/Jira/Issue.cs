using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Tributary.Emulator.World.Jira;

internal sealed class Issue
{
    public required long Id { get; init; }

    public required long ProjectId { get; set; }

    /// <summary><c>ENG-12</c>; another one after a move.</summary>
    public required string Key { get; set; }

    /// <summary>Keys that it had before moves: they still lead to it.</summary>
    public List<string> FormerKeys { get; init; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>By the field's id, in the form that <see cref="FieldKind"/> says; a field without a value is not there.</summary>
    public Dictionary<string, JsonNode> Values { get; init; } = [];

    /// <summary>Where it stands in the backlog: greater is further down.</summary>
    public double Rank { get; set; }

    public List<IssueComment> Comments { get; init; } = [];

    public List<Worklog> Worklogs { get; init; } = [];

    public List<IssueFile> Files { get; init; } = [];

    public List<RemoteLink> RemoteLinks { get; init; } = [];

    /// <summary>Account ids.</summary>
    public HashSet<string> Watchers { get; init; } = [];

    public HashSet<string> Voters { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public List<Change> History { get; init; } = [];

    /// <summary>Of the issue, kept by apps.</summary>
    public Dictionary<string, JsonNode?> Properties { get; init; } = [];

    /// <summary>What tools for source code tell of it: <c>branches</c>, <c>commits</c>, <c>pullRequests</c>.</summary>
    public JsonObject? Development { get; set; }

    [JsonIgnore]
    public string Summary => Text("summary") ?? "";

    [JsonIgnore]
    public string TypeId => Text("issuetype")!;

    [JsonIgnore]
    public string StatusId => Text("status")!;

    /// <summary>A value that is one text; null where there is none.</summary>
    public string? Text(string fieldId) => Values.GetValueOrDefault(fieldId) is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>The texts of a value that is a list; empty where there is none.</summary>
    public IReadOnlyList<string> Texts(string fieldId) => Values.GetValueOrDefault(fieldId) is JsonArray array ? [.. array.Select(item => item!.GetValue<string>())] : [];

    public double? Number(string fieldId) => Values.GetValueOrDefault(fieldId) is JsonValue value && value.TryGetValue(out double number) ? number : null;
}

/// <summary>What one write changed.</summary>
internal sealed record Change(long Id, string AuthorId, DateTimeOffset When, IReadOnlyList<ChangeItem> Items);

/// <param name="From">The id, where the value has one; null for what has none, and for nothing.</param>
/// <param name="FromText">As people read it.</param>
internal sealed record ChangeItem(string FieldId, string? From, string? FromText, string? To, string? ToText);

internal sealed class IssueComment
{
    public required long Id { get; init; }

    public required string AuthorId { get; init; }

    public required string UpdateAuthorId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>As fields of <see cref="FieldKind.RichText"/> are kept.</summary>
    public required string Body { get; set; }

    /// <summary>Null: for all who see the issue.</summary>
    public Visibility? Visibility { get; set; }

    /// <summary>Of service projects: whether customers see it.</summary>
    public bool IsPublic { get; set; } = true;
}

/// <param name="Type"><c>group</c> or <c>role</c>.</param>
internal sealed record Visibility(string Type, string Value);

internal sealed class Worklog
{
    public required long Id { get; init; }

    public required string AuthorId { get; init; }

    public required string UpdateAuthorId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public required DateTimeOffset StartedAt { get; set; }

    public required long Seconds { get; set; }

    public string? Comment { get; set; }

    public Visibility? Visibility { get; set; }
}

internal sealed record IssueFile(long Id, string Name, string MediaType, byte[] Data, string AuthorId, DateTimeOffset CreatedAt);

/// <param name="Id">Of the link.</param>
/// <param name="InwardId">The issue that, for one, blocks: Jira calls it the inward one.</param>
/// <param name="OutwardId">The issue that, for one, is blocked.</param>
internal sealed record IssueLink(long Id, string TypeId, long InwardId, long OutwardId);

internal sealed class RemoteLink
{
    public required long Id { get; init; }

    public string? GlobalId { get; set; }

    public string? Relationship { get; set; }

    /// <summary>As it was given: <c>url</c>, <c>title</c>, <c>summary</c>, <c>icon</c>, <c>status</c>.</summary>
    public required JsonObject Object { get; set; }

    public JsonObject? Application { get; set; }
}
