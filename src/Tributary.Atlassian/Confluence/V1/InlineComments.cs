namespace Tributary.Atlassian.Confluence.V1;

/// <summary>
/// POST /rest/inlinecomments/1.0/comments: what the pages of Data Center send themselves, for its public API adds no inline comments.
/// The ids are numbers written as text, the highlights are places on a screen that only a browser knows.
/// </summary>
internal sealed record InlineCommentWrite(
    string OriginalSelection, string Body, int MatchIndex, int NumMatches, string SerializedHighlights, string ContainerId, string ContainerVersion, string ParentCommentId, string LastFetchTime,
    InlineResolveProperties ResolveProperties, bool HasDeletePermission = true, bool HasEditPermission = true, bool HasResolvePermission = true, bool Deleted = false);

internal sealed record InlineResolveProperties(bool Resolved, long ResolvedTime = 0);

/// <summary>POST /rest/inlinecomments/1.0/comments/{id}/replies.</summary>
internal sealed record InlineAnswerWrite(string Body, long CommentId, bool HasDeletePermission = true, bool HasEditPermission = true);

/// <summary>PUT /rest/inlinecomments/1.0/comments/{id}/resolve/{resolved}/dangling/false: the comment as it is.</summary>
internal sealed record InlineResolution(long Id, string Body, string ContainerId, InlineResolveProperties ResolveProperties);

internal sealed record InlineCommentMade(string? Id);
