using System.Text.Json;

namespace Tributary.Atlassian.Jira.Models;

/// <summary>A link to another issue, told from the side of the issue that was read.</summary>
/// <param name="IsOutward">Whether this issue is the one that blocks, duplicates, clones, where the other is blocked, duplicated, cloned.</param>
public sealed record IssueLink(string Id, LinkType Type, bool IsOutward, IssueKey Other, string? Summary, string? Status)
{
    /// <summary>What this issue does to the other: <c>blocks</c>, <c>is blocked by</c>.</summary>
    public string Words => IsOutward ? Type.Outward : Type.Inward;

    internal static IssueLink? Of(JsonElement value)
    {
        if (Member(value, "type") is not { } type) return null;
        bool isOutward = Member(value, "outwardIssue") is not null;
        if (Member(value, isOutward ? "outwardIssue" : "inwardIssue") is not { } other || !IssueKey.TryParse(Text(other, "key"), out IssueKey key)) return null;
        JsonElement? fields = Member(other, "fields");
        string name = Text(type, "name") ?? "";
        return new IssueLink(
            Text(value, "id") ?? "", new LinkType(Text(type, "id") ?? "", name, Text(type, "inward") ?? name, Text(type, "outward") ?? name), isOutward, key,
            fields is { } of ? Text(of, "summary") : null, fields is { } held && Member(held, "status") is { } status ? Text(status, "name") : null);
    }

    private static JsonElement? Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.Object ? member : null;

    private static string? Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out JsonElement text) && text.ValueKind is JsonValueKind.String or JsonValueKind.Number ? text.ToString() : null;
}

/// <summary>A kind of link between issues. GET /rest/api/3/issueLinkType.</summary>
/// <param name="Inward">What the issue that it leads to does: <c>is blocked by</c>.</param>
/// <param name="Outward">What the issue that it leads from does: <c>blocks</c>.</param>
public sealed record LinkType(string Id, string Name, string Inward, string Outward);

/// <summary>A link of an issue to what is elsewhere.</summary>
/// <param name="Relationship">Such as <c>mentioned in</c>; null: Jira's <c>links to</c>.</param>
public sealed record RemoteLink(string Id, string Title, string Url, string? Relationship);
