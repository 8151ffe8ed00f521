using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Markup;
using Tributary.Tools.Catalog;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Confluence;

/// <summary>Deletes a comment for good.</summary>
[McpServerToolType]
internal sealed class DeleteCommentTool(ConfluenceClient confluence, SpaceAllowList allowed)
{
    private const int MostTokens = 1000;

    [Permanent]
    [McpServerTool(Name = "confluence_delete_comment", Title = "Delete a comment", ReadOnly = false, Destructive = true, Idempotent = false, OpenWorld = true)]
    [Description("Deletes a comment for good; its answers may go with it.")]
    public async Task<DeletedResult> DeleteCommentAsync(PageId comment_id, CancellationToken cancellationToken = default)
    {
        Comment comment = await confluence.GetCommentAsync(comment_id, cancellationToken);
        await CommentResult.CheckAsync(comment, allowed, confluence, cancellationToken);
        await confluence.DeleteCommentAsync(comment, cancellationToken);
        string body = VisibleText.Of(comment.Body);
        int end = BodyCut.End(body, 0, MostTokens, Boundaries.OfMarkup);
        return new DeletedResult("success", $"Comment {comment.Id} is deleted for good. It was at {comment.Url}", end < body.Length ? body[..end] + "…" : body);
    }
}
