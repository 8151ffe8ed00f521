using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Confluence;

/// <summary>A comment that was written.</summary>
/// <param name="Undo">The call that takes it back, where there is one.</param>
internal sealed record CommentResult(string Id, string? PageId, string Location, string Status, int Version, string Url, string Message, string? Undo) : IToolResult
{
    public static CommentResult Of(Comment comment, string message, string? undo) =>
        new(comment.Id.ToString(), comment.ContentId?.ToString(), comment.Location, comment.Status, comment.Version, comment.Url, $"{message} {comment.Url}", undo);

    /// <summary>What a comment stands on decides who may touch it.</summary>
    public static async Task CheckAsync(Comment comment, SpaceAllowList allowed, ConfluenceClient confluence, CancellationToken cancellationToken)
    {
        if (!allowed.IsRestricted)
            return;

        await allowed.CheckPageAsync(
            confluence, comment.ContentId ?? throw new ToolException(ErrorCode.NotAllowed, $"Confluence does not say what comment {comment.Id} stands on.", "Use another comment."), cancellationToken);
    }

    // The former body is words of the wiki.
    public string ToText() => Undo switch
    {
        null => Message,
        _ when Undo.Contains("\"body\"", StringComparison.Ordinal) => $"{Message}\n{Fence.Around("undo", Undo)}",
        _ => $"{Message}\nUndo: {Undo}",
    };
}
