using System.Text.Json;

namespace Tributary.Atlassian.Jira.Models;

/// <summary>An issue with the fields that were asked for. GET /rest/api/3/issue/{key}, on Data Center /rest/api/2.</summary>
/// <param name="Url">For a browser.</param>
/// <param name="Fields">By id, as Jira gives them.</param>
/// <param name="Changes">Newest first, on Cloud the latest hundred; null unless asked for.</param>
public sealed record Issue(string Id, IssueKey Key, string Url, IReadOnlyDictionary<string, JsonElement> Fields, IReadOnlyList<IssueChange>? Changes)
{
    public string Summary => Text("summary") ?? "";

    /// <summary>Jira's own spelling: what stands there changes with every write.</summary>
    public string? Updated => Text("updated");

    public RichText? Description => RichText("description");

    /// <summary>Its files, where <c>attachment</c> was asked for.</summary>
    public IReadOnlyList<IssueAttachment> Attachments => Items("attachment", IssueAttachment.Of);

    /// <summary>Its links to other issues, where <c>issuelinks</c> was asked for.</summary>
    public IReadOnlyList<IssueLink> Links => Items("issuelinks", IssueLink.Of);

    /// <returns>Null where it is empty or was not asked for.</returns>
    public JsonElement? Field(string id) => Fields.TryGetValue(id, out JsonElement value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    public string? Text(string id) => Field(id) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public RichText? RichText(string id) => Field(id) is { } value ? ToRichText(value) : null;

    private IReadOnlyList<T> Items<T>(string id, Func<JsonElement, T?> read)
        where T : class => Field(id) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(read).OfType<T>()] : [];

    internal static RichText? ToRichText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new RichText(RichTextFormat.AtlasDocFormat, value.GetRawText()),
        JsonValueKind.String => new RichText(RichTextFormat.WikiMarkup, value.GetString()!),
        _ => null,
    };
}

/// <summary>One entry of an issue's history.</summary>
public sealed record IssueChange(JiraUser? Author, DateTimeOffset? CreatedAt, IReadOnlyList<FieldChange> Items);

public sealed record FieldChange(string Field, string? Before, string? After);

/// <param name="Key">The issue's, as it is now.</param>
/// <param name="Total">Of all there are.</param>
public sealed record ChangeList(IssueKey Key, IReadOnlyList<IssueChange> Items, int Total);

/// <param name="IsWatching">Whether the credential's user does.</param>
/// <param name="People">Those that this user may see.</param>
public sealed record Watchers(bool IsWatching, int Count, IReadOnlyList<JiraUser> People);

/// <param name="Id">The account id on Cloud, the user name on Data Center.</param>
public sealed record JiraUser(string Id, string DisplayName, string? Email, bool Active);

/// <summary>A comment on an issue.</summary>
/// <param name="Visibility">Who alone may see it; null: all who see the issue.</param>
/// <param name="IsInternal">Whether customers of a service project do not see it; null where Jira does not tell.</param>
public sealed record IssueComment(string Id, JiraUser? Author, RichText Body, DateTimeOffset? CreatedAt, DateTimeOffset? UpdatedAt, Visibility? Visibility, bool? IsInternal);

/// <summary>Those for whose eyes a comment or a worklog is.</summary>
/// <param name="Type"><c>role</c>, of the project, or <c>group</c>.</param>
public sealed record Visibility(string Type, string Name)
{
    public const string Role = "role";
    public const string Group = "group";
}

/// <summary>Work that was logged on an issue.</summary>
/// <param name="TimeSpent">As Jira shows it: <c>3h 20m</c>.</param>
public sealed record Worklog(
    string Id, JiraUser? Author, string TimeSpent, long Seconds, DateTimeOffset? StartedAt, DateTimeOffset? CreatedAt, DateTimeOffset? UpdatedAt, RichText? Comment, Visibility? Visibility);

public sealed record Project(string Id, ProjectKey Key, string Name, string? Type);

public sealed record IssueType(string Id, string Name, bool IsSubtask);
