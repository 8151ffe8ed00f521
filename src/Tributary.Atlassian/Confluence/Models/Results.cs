namespace Tributary.Atlassian.Confluence.Models;

/// <summary>One page of a list.</summary>
/// <param name="Total">Null where Atlassian gives no total.</param>
/// <param name="NextStart">The <c>start</c> of the next page; null at the end.</param>
/// <param name="NextCursor">The cursor of the next page, where the list has one; null at the end.</param>
public sealed record ResultList<T>(IReadOnlyList<T> Items, int? Total, int? NextStart, string? NextCursor = null);

/// <param name="Id">A number on both deployments.</param>
/// <param name="Type"><c>global</c>, <c>personal</c>, <c>collaboration</c>, <c>knowledge_base</c>.</param>
public sealed record Space(long Id, SpaceKey Key, string Name, string Type, string Status, string Url, PageId? HomepageId, string? Description);

/// <param name="Type"><c>page</c>, <c>blogpost</c>, <c>comment</c>, <c>attachment</c>, <c>space</c>, ...</param>
/// <param name="SpaceKey">Null for what belongs to no space.</param>
/// <param name="Excerpt">Plain text: Confluence's highlight marks are taken out.</param>
public sealed record SearchHit(string Id, string Title, SpaceKey? SpaceKey, string Type, string Url, string? Excerpt, DateTimeOffset? LastModifiedAt);

/// <param name="Location"><c>footer</c> or <c>inline</c>.</param>
/// <param name="Status">Of an inline comment <c>open</c>, <c>reopened</c>, <c>resolved</c> or <c>dangling</c>; of a footer comment <c>current</c>.</param>
/// <param name="ParentId">The comment that this one answers.</param>
/// <param name="Body">In the format asked for.</param>
/// <param name="Version">1 for a new comment; each update adds exactly 1.</param>
/// <param name="ContentId">The page or other content that it stands on; null where a list did not say.</param>
public sealed record Comment(
    PageId Id, string? AuthorId, DateTimeOffset? CreatedAt, string Body, string Url, string Location, string Status, PageId? ParentId, int Version = 1, PageId? ContentId = null);

/// <param name="DownloadLink">Absolute, on the site's own origin.</param>
/// <param name="FileSize">Bytes.</param>
public sealed record Attachment(PageId Id, string Title, string MediaType, long FileSize, DateTimeOffset? CreatedAt, string DownloadLink, int Version, string? Comment);

/// <param name="Id">Account id on Cloud, user key on Data Center.</param>
/// <param name="Email">Null where Confluence does not show it: on Data Center always.</param>
/// <param name="Username">The name to sign in with; null on Cloud.</param>
public sealed record User(string Id, string DisplayName, string? Email, string? Username = null);

/// <summary>What a site says of itself and of us.</summary>
/// <param name="ClockSkew">How far this machine's clock is ahead of the site's, to the second; null where the site tells no time.</param>
/// <param name="Version">Of Data Center; null on Cloud, which has none, and where the site does not say it.</param>
/// <param name="SeesSpaces">False when the user may see no space at all: then every search is empty.</param>
public sealed record SiteCheck(User User, TimeSpan? ClockSkew, string? Version, bool SeesSpaces);
