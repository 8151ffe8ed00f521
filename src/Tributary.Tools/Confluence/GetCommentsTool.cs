using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Confluence;

/// <summary>Reads the comments of a page.</summary>
[McpServerToolType]
internal sealed class GetCommentsTool(ConfluenceClient confluence, SpaceAllowList allowed, PageReader reader, bool storageByDefault)
{
    [McpServerTool(Name = "confluence_get_comments", Title = "Read comments", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Reads the comments of a page, footer and inline, as Markdown.")]
    public async Task<CommentsResult> GetCommentsAsync(
        PageId page_id,
        CommentLocation location = CommentLocation.All,
        [Description("current: footer comments; the others: inline ones.")] CommentStatus? status = null,
        [Range(1, 100)] int limit = 25,
        [Range(0, 10_000)] int start = 0,
        [Description("body.storage or body.view: bodies in that form.")] string? expand = null,
        CancellationToken cancellationToken = default)
    {
        await allowed.CheckPageAsync(confluence, page_id, cancellationToken);
        BodyFormat body = Expand.Has(expand, "body.view") ? BodyFormat.View : BodyFormat.Storage;
        bool asMarkdown = body == BodyFormat.Storage && !storageByDefault && !Expand.Has(expand, "body.storage");
        var query = new CommentQuery(location, status?.ToString().ToLowerInvariant(), limit, start, body);
        ResultList<Comment> comments = await confluence.ListCommentsAsync(page_id, query, cancellationToken);
        IEnumerable<string> bodies = asMarkdown
            ? await reader.ConvertAsync(comments.Items, cancellationToken)
            : comments.Items.Select(comment => comment.Body);
        return new CommentsResult([.. comments.Items.Zip(bodies, CommentItem.Of)], comments.Items.Count, comments.NextStart);
    }
}

internal enum CommentStatus
{
    Open,
    Reopened,
    Resolved,
    Dangling,
    Current,
}

internal sealed record CommentsResult(IReadOnlyList<CommentItem> Comments, int TotalReturned, int? NextStartOffset) : IToolResult
{
    public string ToText() => ListText.Of("comment", Comments.Select(comment => comment.ToText()), null, NextStartOffset);
}

internal sealed record CommentItem(
    string Id, string? AuthorId, DateTime? CreatedDate, string Body, string Url, string Location, string Status, string? ParentId)
{
    public static CommentItem Of(Comment comment, string body) => new(
        comment.Id.ToString(), comment.AuthorId, comment.CreatedAt?.UtcDateTime, body, comment.Url, comment.Location, comment.Status, comment.ParentId?.ToString());

    // Indented: a body cannot pass for the head of another comment.
    public string ToText() =>
        $"{Id}: {Location}, {Status}{(ParentId is null ? "" : $", answers {ParentId}")}, by {AuthorId ?? "unknown"}{(CreatedDate is { } date ? $", {date:yyyy-MM-dd HH:mm}" : "")} {Url}\n  "
        + Body.ReplaceLineEndings("\n  ");
}
