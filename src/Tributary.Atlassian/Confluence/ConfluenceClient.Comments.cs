using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Confluence.V1;
using Tributary.Atlassian.Confluence.V2;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence;

public sealed partial class ConfluenceClient
{
    // Cloud tells a comment's replies only when it is asked about that comment; so many questions are under way at once.
    private const int RepliesAtOnce = 8;

    /// <summary>Comments with their replies behind them: footer threads first, then inline ones.</summary>
    public async Task<ResultList<Comment>> ListCommentsAsync(PageId pageId, CommentQuery query, CancellationToken cancellationToken)
    {
        string operation = $"list comments of page {pageId}";
        if (!IsCloud) return await ListContentCommentsAsync(pageId, query, operation, cancellationToken);

        CursorWalk.CheckStart(query.Start, operation);
        int end = query.Start + query.Limit;
        List<Comment> threads = [];

        // Footer comments have no resolution, so a question for one is about inline comments.
        if (query.Location is not CommentLocation.Inline && query.Status is null or "current")
            await AddThreadsAsync(threads, Footer, pageId, query, end + 1, operation, cancellationToken);
        if (query.Location is not CommentLocation.Footer && query.Status is not "current" && threads.Count <= end)
            await AddThreadsAsync(threads, Inline, pageId, query, end + 1, operation, cancellationToken);

        Comment[] wanted = [.. threads.Skip(query.Start).Take(query.Limit)];
        if (query.Body == BodyFormat.View) wanted = await RenderedAsync(wanted, operation, cancellationToken);
        return new ResultList<Comment>(wanted, Total: null, threads.Count > end && end <= FarthestStart ? end : null);
    }

    private static readonly CommentKind Footer = new(
        "footer", ConfluenceOperation.ListFooterComments, ConfluenceOperation.ListFooterReplies, ConfluenceOperation.GetFooterComment,
        ConfluenceOperation.UpdateFooterComment, ConfluenceOperation.DeleteFooterComment);

    private static readonly CommentKind Inline = new(
        "inline", ConfluenceOperation.ListInlineComments, ConfluenceOperation.ListInlineReplies, ConfluenceOperation.GetInlineComment,
        ConfluenceOperation.UpdateInlineComment, ConfluenceOperation.DeleteInlineComment);

    private async Task AddThreadsAsync(
        List<Comment> threads, CommentKind kind, PageId pageId, CommentQuery query, int enough, string operation, CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            CursorPage<Comment> page = await ReadCommentsAsync(kind.List, kind, pageId, thread: null, query, Math.Min(100, enough - threads.Count), cursor, operation, cancellationToken);
            foreach (Comment[] some in page.Items.Chunk(RepliesAtOnce))
            {
                List<Comment>[] replies = await Task.WhenAll(some.Select(comment => RepliesAsync(kind, pageId, comment, query, enough, operation, cancellationToken)));
                foreach ((Comment comment, List<Comment> answers) in some.Zip(replies))
                {
                    threads.Add(comment);
                    threads.AddRange(answers);
                }

                if (threads.Count >= enough) return;
            }

            cursor = page.Next == cursor ? null : page.Next;
        }
        while (cursor is not null);
    }

    private async Task<List<Comment>> RepliesAsync(
        CommentKind kind, PageId pageId, Comment comment, CommentQuery query, int enough, string operation, CancellationToken cancellationToken)
    {
        List<Comment> replies = [];
        string? cursor = null;
        do
        {
            CursorPage<Comment> page = await ReadCommentsAsync(kind.Replies, kind, pageId, comment, query, Math.Min(100, enough), cursor, operation, cancellationToken);
            foreach (Comment reply in page.Items)
            {
                if (replies.Count >= enough) return replies;
                replies.Add(reply);
                replies.AddRange(await RepliesAsync(kind, pageId, reply, query, enough - replies.Count, operation, cancellationToken));
            }

            cursor = page.Next == cursor ? null : page.Next;
        }
        while (cursor is not null && replies.Count < enough);
        return replies;
    }

    private async Task<CursorPage<Comment>> ReadCommentsAsync(
        ConfluenceOperation route, CommentKind kind, PageId pageId, Comment? thread, CommentQuery query, int limit, string? cursor, string operation, CancellationToken cancellationToken)
    {
        var parts = new Parameters
        {
            { "body-format", query.Body == BodyFormat.View ? null : V2Reader.Format(query.Body) },
            { "resolution-status", thread is null && kind == Inline ? Resolutions(query.Status) : null },
            { "limit", Math.Max(1, limit) },
            { "cursor", cursor },
        };
        V2List<V2Comment> list = await SendAsync(
            Route(route).Request(operation, (thread?.Id ?? pageId).ToString(), query: parts), V2Json.Default.V2ListV2Comment, cancellationToken);
        return new CursorPage<Comment>(
            [.. (list.Results ?? []).Select(comment => v2.Comment(comment, kind.Location, thread, list.Links?.Base, operation))], Links.CursorIn(list.Links?.Next));
    }

    // What was resolved and opened again is open to who asks for the open ones.
    private static string? Resolutions(string? status) => status == "open" ? "open,reopened" : status;

    /// <summary>Lists have no rendered bodies: each of the comments wanted is read alone.</summary>
    private async Task<Comment[]> RenderedAsync(Comment[] comments, string operation, CancellationToken cancellationToken)
    {
        List<Comment> rendered = [];
        foreach (Comment[] some in comments.Chunk(RepliesAtOnce))
        {
            rendered.AddRange(await Task.WhenAll(some.Select(async comment =>
            {
                V2Comment read = await SendAsync(
                    Route(KindOf(comment).Get).Request(operation, comment.Id.ToString(), query: new Parameters { { "body-format", "view" } }), V2Json.Default.V2Comment, cancellationToken);
                return comment with { Body = V2Reader.Body(read.Body)?.Value ?? "" };
            })));
        }

        return [.. rendered];
    }

    private async Task<ResultList<Comment>> ListContentCommentsAsync(PageId pageId, CommentQuery query, string operation, CancellationToken cancellationToken)
    {
        var parts = new Parameters
        {
            { "depth", "all" },
            { "expand", Expand(new PageQuery(query.Body), operation) + ",extensions.inlineProperties,extensions.resolution" },
            { "start", query.Start },
            { "limit", query.Limit },
        };
        foreach (string location in Locations(query)) parts.Add("location", location);
        V1List<V1Content> list = await SendAsync(
            Route(ConfluenceOperation.ListComments).Request(operation, pageId.ToString(), query: parts), V1Json.Default.V1ListV1Content, cancellationToken);
        IEnumerable<Comment> comments = (list.Results ?? []).Select(content => v1.Comment(content, operation));
        return new ResultList<Comment>([.. comments.Where(comment => Matches(comment, query.Status))], list.Total, NextStart(list.Links, query.Start, list.Results?.Count ?? 0));
    }

    private static string[] Locations(CommentQuery query) => query switch
    {
        { Location: CommentLocation.Footer } or { Status: "current" } => ["footer"],
        { Status: "resolved" } => ["resolved"],
        { Status: not null } => ["inline"],
        { Location: CommentLocation.Inline } => ["inline", "resolved"],
        _ => ["footer", "inline", "resolved"],
    };

    private static bool Matches(Comment comment, string? status) => status is null || comment.Status == status || (status == "open" && comment.Status == "reopened");

    private static CommentKind KindOf(Comment comment) => comment.Location == "inline" ? Inline : Footer;

    private sealed record CommentKind(
        string Location, ConfluenceOperation List, ConfluenceOperation Replies, ConfluenceOperation Get, ConfluenceOperation Update, ConfluenceOperation Delete);
}
