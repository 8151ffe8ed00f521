using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Markup;
using Tributary.Tools.Catalog;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Confluence;

/// <summary>Comments on a page, on words of it, or answers a comment.</summary>
[McpServerToolType]
internal sealed class AddCommentTool(ConfluenceClient confluence, SpaceAllowList allowed, ToolSettings settings)
{
    [McpServerTool(Name = "confluence_add_comment", Title = "Comment on a page", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true)]
    [Description("Comments on a page or on words of it (selection), or answers a comment.")]
    public async Task<CommentResult> AddCommentAsync(
        [Prose] string body,
        PageId? page_id = null,
        [Description("Instead of page_id: the comment to answer.")] PageId? comment_id = null,
        WriteFormat format = WriteFormat.Markdown,
        [Description("Default: inline with selection.")] CommentPlace? location = null,
        [Description("The exact words on the page.")] string? selection = null,
        [Range(1, int.MaxValue), Description("Which of them, where they stand more than once.")] int? occurrence = null,
        CancellationToken cancellationToken = default)
    {
        bool inline = Inline(page_id, comment_id, location, selection, occurrence);
        if (string.IsNullOrWhiteSpace(body))
            throw ToolException.InvalidParams("`body` is empty.", "Say something.");

        Conversion converted = SentBody.Of(body, content: null, format)!.ToStorage();
        Comment? answered = comment_id is { } id ? await confluence.GetCommentAsync(id, cancellationToken) : null;
        Page page = await confluence.GetPageAsync(
            page_id ?? answered!.ContentId ?? throw new ToolException(ErrorCode.Unsupported, $"Confluence does not say what comment {comment_id} stands on.", "Comment on the page itself."),
            new PageQuery(inline ? BodyFormat.Storage : BodyFormat.None), cancellationToken);
        allowed.Check(page);

        TextSelection? words = inline ? PageWords.Select(page, selection!, occurrence) : null;
        var comment = new NewComment(page.Id, converted.Text, page.Type, answered, words, page.Version.Number);
        Comment added = await confluence.AddCommentAsync(comment, cancellationToken);
        string what = answered is not null ? $"Answered comment {answered.Id}" : inline ? $"Commented on words of page {page.Id}" : $"Commented on page {page.Id}";
        string note = converted.Losses.Count == 0 ? "" : $" Note: {WikiText.Line(string.Join("; ", converted.Losses))}.";
        return CommentResult.Of(added, $"{what}: comment {added.Id}.{note}", settings.AllowPermanentDelete ? Undo.DeleteComment(added.Id) : null);
    }

    private static bool Inline(PageId? page, PageId? answered, CommentPlace? location, string? selection, int? occurrence)
    {
        if (page is null == answered is null)
            throw ToolException.InvalidParams(page is null ? "`page_id` and `comment_id` are both missing." : "`page_id` and `comment_id` exclude each other.", "Give page_id to comment on a page, comment_id to answer.");
        if (answered is not null && (location is not null || selection is not null))
            throw ToolException.InvalidParams("An answer stands where the comment stands that it answers.", "Leave location and selection out.");
        if (selection is null && (location == CommentPlace.Inline || occurrence is not null))
            throw ToolException.InvalidParams("`selection` is missing: an inline comment stands on words of the page.", "Give the exact words.");
        if (selection is not null && location == CommentPlace.Footer)
            throw ToolException.InvalidParams("A footer comment stands on no words.", "Leave selection out, or make it inline.");
        return selection is not null;
    }
}

internal enum CommentPlace
{
    Footer,
    Inline,
}
