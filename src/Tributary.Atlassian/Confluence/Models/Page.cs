namespace Tributary.Atlassian.Confluence.Models;

/// <summary>A page (or blog post) as every deployment can give it; the client reads it from v2 on Cloud and from v1 content on Data Center.</summary>
/// <param name="Status"><c>current</c>, <c>draft</c>, <c>trashed</c>, <c>archived</c> or <c>historical</c>.</param>
/// <param name="Url">The absolute address for a browser.</param>
/// <param name="AuthorId">Account id on Cloud, user key on Data Center; null for a deleted or anonymous author.</param>
/// <param name="CreatedAt">When version 1 was written.</param>
/// <param name="Body">Null unless a body was asked for.</param>
/// <param name="Labels">Null unless labels were asked for.</param>
public sealed record Page(
    PageId Id,
    string Type,
    string Status,
    string Title,
    SpaceKey SpaceKey,
    PageVersion Version,
    string Url,
    PageId? ParentId,
    string? AuthorId,
    DateTimeOffset? CreatedAt,
    PageBody? Body,
    IReadOnlyList<string>? Labels);

/// <param name="Number">1 for a new page; each update adds exactly 1.</param>
public sealed record PageVersion(int Number, DateTimeOffset? CreatedAt, string? AuthorId, string? Message);

public sealed record PageBody(BodyFormat Format, string Value)
{
    public static PageBody Empty { get; } = new(BodyFormat.Storage, "");
}

/// <summary>The representations that Tributary asks for.</summary>
public enum BodyFormat
{
    /// <summary>No body at all: the cheapest read.</summary>
    None,
    Storage,
    View,

    /// <summary>ADF as a JSON string; Cloud only.</summary>
    AtlasDocFormat,
}
