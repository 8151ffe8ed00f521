namespace Tributary.Atlassian.Confluence.Models;

/// <param name="Body">Where a page of Cloud has no storage format, <see cref="BodyFormat.Storage"/> reads its ADF instead, at the cost of one more request.</param>
/// <param name="Version">A past version; null reads the current one.</param>
/// <param name="Trashed">Whether a page in the trash is read too.</param>
public sealed record PageQuery(BodyFormat Body = BodyFormat.Storage, int? Version = null, bool Labels = false, bool Trashed = false);

/// <param name="Body">Storage format.</param>
/// <param name="Message">Of version 1; Cloud takes none there and drops it.</param>
/// <param name="Type"><c>page</c> or <c>blogpost</c>, which has no parent.</param>
public sealed record NewPage(SpaceKey SpaceKey, string Title, string Body, PageId? ParentId = null, bool Draft = false, string? Message = null, string Type = "page");

/// <param name="Version">The number to write: current + 1. Anything else is <see cref="AtlassianErrorKind.VersionConflict"/>.</param>
/// <param name="Title">Required by Atlassian also where it stays the same.</param>
/// <param name="Body">Storage format, or on Cloud ADF; required by Atlassian also where it stays the same.</param>
/// <param name="ParentId">Null leaves the page where it is.</param>
/// <param name="Type"><c>page</c> or <c>blogpost</c>, as the read said.</param>
public sealed record PageUpdate(int Version, string Title, PageBody Body, PageId? ParentId = null, string? Message = null, string Status = "current", string Type = "page");

/// <param name="Cql">Sent as it is: quote and restrict it before.</param>
/// <param name="Limit">1 to 100.</param>
/// <param name="Start">Skips this many results; on Cloud walked by cursor, at most 1,000.</param>
/// <param name="Cursor">Goes on where an earlier answer stopped; excludes <paramref name="Start"/>.</param>
/// <param name="Excerpt"><c>highlight</c>, <c>indexed</c> or <c>none</c>.</param>
public sealed record SearchQuery(string Cql, int Limit = 25, int Start = 0, string? Cursor = null, string Excerpt = "highlight");

/// <param name="Type"><c>global</c>, <c>personal</c>, ...; null is all.</param>
/// <param name="Status"><c>current</c> or <c>archived</c>; null is Atlassian's default.</param>
public sealed record SpaceQuery(IReadOnlyList<SpaceKey>? Keys = null, string? Type = null, string? Status = null, int Limit = 25, int Start = 0, bool Description = false);

public enum CommentLocation
{
    All,
    Footer,
    Inline,
}

/// <param name="Status">Of inline comments: <c>open</c>, <c>resolved</c>, ...; null is all.</param>
public sealed record CommentQuery(CommentLocation Location = CommentLocation.All, string? Status = null, int Limit = 25, int Start = 0, BodyFormat Body = BodyFormat.Storage);

public sealed record AttachmentQuery(string? FileName = null, string? MediaType = null, int Limit = 25, int Start = 0);

/// <param name="Content">Read once, from where it stands; not disposed.</param>
public sealed record NewAttachment(string FileName, string ContentType, Stream Content, string? Comment = null);
