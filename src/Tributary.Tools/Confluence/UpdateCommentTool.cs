using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Confluence;

/// <summary>Changes what a comment says, or whether it is settled.</summary>
[McpServerToolType]
internal sealed class UpdateCommentTool(ConfluenceClient confluence, SpaceAllowList allowed)
{
    [McpServerTool(Name = "confluence_update_comment", Title = "Update a comment", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true)]
    [Description("Edits a comment, or resolves or reopens an inline one.")]
    public async Task<CommentResult> UpdateCommentAsync(
        PageId comment_id,
        CommentAction action = CommentAction.Edit,
        [Prose, Description("edit: replaces the whole text.")] string? body = null,
        WriteFormat format = WriteFormat.Markdown,
        [Description("What a lossy_write refusal listed.")] string[]? allow_loss = null,
        CancellationToken cancellationToken = default)
    {
        if (action == CommentAction.Edit && string.IsNullOrWhiteSpace(body))
            throw ToolException.InvalidParams("`body` is missing.", "Give the new text of the comment.");
        if (action != CommentAction.Edit && body is not null)
            throw ToolException.InvalidParams($"`body` does not go with {action.ToString().ToLowerInvariant()}.", "Leave it out; answer with confluence_add_comment.");

        SentBody? sent = SentBody.Of(body, content: null, format);
        Comment comment = await confluence.GetCommentAsync(comment_id, cancellationToken);
        await CommentResult.CheckAsync(comment, allowed, confluence, cancellationToken);
        return sent is null
            ? await ResolveAsync(comment, action == CommentAction.Resolve, cancellationToken)
            : await EditAsync(comment, sent, allow_loss ?? [], cancellationToken);
    }

    private async Task<CommentResult> EditAsync(Comment comment, SentBody sent, string[] allowLoss, CancellationToken cancellationToken)
    {
        RewrittenBody rewritten = sent.Over(PageMarkup.Storage, comment.Body, comment.Url);
        PageWriter.CheckLosses("comment", rewritten.Losses, allowLoss);
        if (rewritten.Text == comment.Body)
            return CommentResult.Of(comment, $"Nothing to write: comment {comment.Id} is like this already.", undo: null);

        Comment written = await confluence.UpdateCommentAsync(comment, rewritten.Text, cancellationToken);
        string notes = string.Join("; ", rewritten.Losses.Concat(rewritten.Notes));
        return CommentResult.Of(
            written, $"Edited comment {written.Id}: it is at version {written.Version}.{(notes.Length == 0 ? "" : $" Note: {WikiText.Line(notes)}.")}", Undo.EditComment(comment.Id, comment.Body));
    }

    private async Task<CommentResult> ResolveAsync(Comment comment, bool resolve, CancellationToken cancellationToken)
    {
        if (comment.Location != "inline")
            throw new ToolException(ErrorCode.Unsupported, $"Comment {comment.Id} is a footer comment: only inline comments are resolved.", "Answer it with confluence_add_comment.");
        if (comment.ParentId is { } parent)
            throw ToolException.InvalidParams($"Comment {comment.Id} is an answer: the first comment of a thread is resolved.", $"It answers comment {parent}.");
        if (resolve == (comment.Status == "resolved"))
            return CommentResult.Of(comment, $"Nothing to do: comment {comment.Id} is {comment.Status}.", undo: null);

        Comment written = await confluence.ResolveCommentAsync(comment, resolve, cancellationToken);
        return CommentResult.Of(written, $"Comment {written.Id} is {written.Status}.", Undo.ResolveComment(comment.Id, !resolve));
    }
}

internal enum CommentAction
{
    Edit,
    Resolve,
    Reopen,
}
