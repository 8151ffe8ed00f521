using System.Globalization;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Confluence.V1;
using Tributary.Atlassian.Confluence.V2;
using Tributary.Atlassian.Http.Egress;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence;

public sealed partial class ConfluenceClient
{
    private const string CommentParts = "body.storage,version,space,history,container,ancestors,extensions.inlineProperties,extensions.resolution";

    // Answers to answers go on for ever only where a site is broken.
    private const int DeepestThread = 25;

    /// <summary>Reads one comment, footer or inline, with its body in storage format.</summary>
    public async Task<Comment> GetCommentAsync(PageId id, CancellationToken cancellationToken)
    {
        string operation = $"get comment {id}";
        if (!IsCloud)
        {
            V1Content content = await SendAsync(
                Route(ConfluenceOperation.GetComment).Request(operation, id.ToString(), query: new Parameters { { "expand", CommentParts } }), V1Json.Default.V1Content, cancellationToken);
            return content.Type is "comment" or null
                ? v1.Comment(content, operation)
                : throw new AtlassianException(AtlassianErrorKind.ResourceNotFound, operation, status: 200, $"{id} is a {content.Type}, not a comment.");
        }

        try
        {
            return await ReadCommentAsync(Footer, id, operation, cancellationToken);
        }
        catch (AtlassianException fault) when (fault.Kind == AtlassianErrorKind.ResourceNotFound)
        {
            // v2 shows each kind at its own address, and the id does not tell the kind.
            return await ReadCommentAsync(Inline, id, operation, cancellationToken);
        }
    }

    public async Task<Comment> AddCommentAsync(NewComment comment, CancellationToken cancellationToken)
    {
        string operation = comment.Answers is { } answered ? $"answer comment {answered.Id}" : $"comment on page {comment.ContentId}";
        bool inline = comment.Selection is not null || comment.Answers?.Location == "inline";
        if (IsCloud) return await AddCommentAsync(comment, inline ? Inline : Footer, operation, cancellationToken);
        if (inline) return await AddInlineCommentAsync(comment, operation, cancellationToken);
        var write = new V1CommentWrite(
            "comment", new V1ContainerWrite(comment.ContentId.ToString(), comment.ContentType), Ancestors(comment.Answers?.Id), new V1BodiesWrite(new V1Body(comment.Body, "storage")), Version: null);
        return v1.Comment(
            await SendAsync(
                Route(ConfluenceOperation.AddComment).Request(operation, query: new Parameters { { "expand", CommentParts } }, content: JsonAnswers.Body(write, V1Writes.V1CommentWrite)),
                V1Json.Default.V1Content, cancellationToken),
            operation);
    }

    /// <summary>Writes a new body over a comment; its version is the next after that of <paramref name="comment"/>.</summary>
    /// <param name="comment">As it was read.</param>
    public async Task<Comment> UpdateCommentAsync(Comment comment, string body, CancellationToken cancellationToken)
    {
        string operation = $"update comment {comment.Id}";
        var version = new V1VersionWrite(comment.Version + 1, Message: null);
        if (IsCloud)
            return await PutCommentAsync(comment, new V2CommentWrite(Body: new V2Body("storage", body), Version: new V2VersionWrite(version.Number, Message: null)), operation, cancellationToken);
        var write = new V1CommentWrite("comment", Container: null, Ancestors: null, new V1BodiesWrite(new V1Body(body, "storage")), version);
        V1Content written = await SendAsync(
            Route(ConfluenceOperation.UpdateComment)
                .Request(operation, comment.Id.ToString(), query: new Parameters { { "expand", CommentParts } }, content: JsonAnswers.Body(write, V1Writes.V1CommentWrite)),
            V1Json.Default.V1Content, cancellationToken);
        return v1.Comment(written, operation);
    }

    /// <summary>Says that an inline comment is settled, or that it is open again.</summary>
    /// <param name="comment">The first of its thread, as it was read.</param>
    public async Task<Comment> ResolveCommentAsync(Comment comment, bool resolved, CancellationToken cancellationToken)
    {
        string operation = $"{(resolved ? "resolve" : "reopen")} comment {comment.Id}";
        if (comment.Location != "inline") throw Capabilities.Unsupported(operation, Site.Deployment, "a resolution of footer comments");
        if (IsCloud) return await PutCommentAsync(comment, new V2CommentWrite(Version: new V2VersionWrite(comment.Version + 1, Message: null), Resolved: resolved), operation, cancellationToken);
        var write = new InlineResolution(Number(comment.Id, operation), comment.Body, comment.ContentId.ToString() ?? "", new InlineResolveProperties(!resolved));
        UpstreamRequest request = Route(ConfluenceOperation.ResolveInlineComment)
            .Request(operation, comment.Id.ToString(), resolved ? "true" : "false", content: JsonAnswers.Body(write, V1Writes.InlineResolution));
        using (await Egress.SendAsync(request, cancellationToken))
        {
            return await ReadWrittenAsync(comment with { Status = resolved ? "resolved" : "reopened" }, cancellationToken);
        }
    }

    /// <summary>For good: comments have no trash.</summary>
    /// <param name="comment">As it was read.</param>
    public async Task DeleteCommentAsync(Comment comment, CancellationToken cancellationToken)
    {
        ConfluenceOperation route = IsCloud ? KindOf(comment).Delete : ConfluenceOperation.DeleteComment;
        using UpstreamAnswer answer = await Egress.SendAsync(Route(route).Request($"delete comment {comment.Id}", comment.Id.ToString()), cancellationToken);
    }

    private async Task<Comment> ReadCommentAsync(CommentKind kind, PageId id, string operation, CancellationToken cancellationToken)
    {
        Comment comment = await ReadOneAsync(id);

        // An answer may name the comment that it answers in place of the page.
        Comment first = comment;
        for (int depth = 0; first is { ContentId: null, ParentId: { } parent } && depth < DeepestThread; depth++) first = await ReadOneAsync(parent);
        return comment with { ContentId = first.ContentId };

        async Task<Comment> ReadOneAsync(PageId one) => v2.Comment(
            await SendAsync(Route(kind.Get).Request(operation, one.ToString(), query: new Parameters { { "body-format", "storage" } }), V2Json.Default.V2Comment, cancellationToken),
            kind.Location, thread: null, answeredBase: null, operation);
    }

    private async Task<Comment> AddCommentAsync(NewComment comment, CommentKind kind, string operation, CancellationToken cancellationToken)
    {
        string? content = comment.Answers is null ? comment.ContentId.ToString() : null;
        bool onPost = comment.ContentType == "blogpost";
        var write = new V2CommentWrite(
            PageId: onPost ? null : content, BlogPostId: onPost ? content : null, ParentCommentId: comment.Answers?.Id.ToString(), Body: new V2Body("storage", comment.Body),
            InlineCommentProperties: comment.Selection is { } selection ? new V2Selection(selection.Text, selection.Count, selection.Index) : null);
        ConfluenceOperation route = kind == Footer ? ConfluenceOperation.AddFooterComment : comment.Answers is null ? ConfluenceOperation.AddInlineComment : ConfluenceOperation.AnswerInlineComment;
        V2Comment added = await SendAsync(Route(route).Request(operation, content: JsonAnswers.Body(write, V2Writes.V2CommentWrite)), V2Json.Default.V2Comment, cancellationToken);
        return v2.Comment(added, kind.Location, comment.Answers, answeredBase: null, operation) with { ContentId = comment.ContentId };
    }

    private async Task<Comment> AddInlineCommentAsync(NewComment comment, string operation, CancellationToken cancellationToken)
    {
        string content = comment.ContentId.ToString();
        UpstreamRequest request;
        if (comment.Answers is { } answered)
        {
            Comment first = answered;
            for (int depth = 0; first.ParentId is { } parent && depth < DeepestThread; depth++) first = await GetCommentAsync(parent, cancellationToken);
            var answer = new InlineAnswerWrite(comment.Body, Number(first.Id, operation));
            request = Route(ConfluenceOperation.AnswerInlineComment)
                .Request(operation, first.Id.ToString(), query: new Parameters { { "containerId", content } }, content: JsonAnswers.Body(answer, V1Writes.InlineAnswerWrite));
        }
        else
        {
            TextSelection selection = comment.Selection!;
            var write = new InlineCommentWrite(
                selection.Text, comment.Body, selection.Index, selection.Count, "[]", content, comment.ContentVersion.ToString(CultureInfo.InvariantCulture), "0",
                Egress.Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), new InlineResolveProperties(Resolved: false));
            request = Route(ConfluenceOperation.AddInlineComment).Request(operation, content: JsonAnswers.Body(write, V1Writes.InlineCommentWrite));
        }

        InlineCommentMade made = await SendAsync(request, V1Json.Default.InlineCommentMade, cancellationToken);
        PageId madeId = PageId.TryParse(made.Id, out PageId id) ? id : throw JsonAnswers.Missing(operation, "the comment's id");
        string url = new Links(Site).Absolute($"/pages/viewpage.action?pageId={content}&focusedCommentId={madeId}");
        return await ReadWrittenAsync(
            new Comment(madeId, AuthorId: null, CreatedAt: null, comment.Body, url, "inline", "open", comment.Answers?.Id, ContentId: comment.ContentId), cancellationToken);
    }

    /// <summary>A comment as Confluence shows it after a write; where that cannot be read, as it was written: a failed read would deny the write.</summary>
    private async Task<Comment> ReadWrittenAsync(Comment written, CancellationToken cancellationToken)
    {
        try
        {
            return await GetCommentAsync(written.Id, cancellationToken);
        }
        catch (AtlassianException)
        {
            return written;
        }
    }

    private async Task<Comment> PutCommentAsync(Comment comment, V2CommentWrite write, string operation, CancellationToken cancellationToken)
    {
        CommentKind kind = KindOf(comment);
        V2Comment written = await SendAsync(
            Route(kind.Update).Request(operation, comment.Id.ToString(), content: JsonAnswers.Body(write, V2Writes.V2CommentWrite)), V2Json.Default.V2Comment, cancellationToken);
        return v2.Comment(written, kind.Location, thread: null, answeredBase: null, operation) with { ContentId = comment.ContentId };
    }

    private static long Number(PageId id, string operation) => long.TryParse(id.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        ? number
        : throw new AtlassianException(AtlassianErrorKind.InvalidRequest, operation, status: null, $"{id} is no comment of Data Center: its ids are numbers.");
}
