using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Confluence;

/// <summary>Moves a page to another place.</summary>
[McpServerToolType]
internal sealed class MovePageTool(ConfluenceClient confluence, SpaceAllowList allowed)
{
    [McpServerTool(Name = "confluence_move_page", Title = "Move a page", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true)]
    [Description("Moves a page and all below it: below another page, or (Cloud) before or after one. The target may be in another space.")]
    public async Task<MovedPageResult> MovePageAsync(
        PageId page_id,
        PageId target_id,
        [Description("append: below the target, last.")] MovePosition position = MovePosition.Append,
        CancellationToken cancellationToken = default)
    {
        if (page_id == target_id)
            throw ToolException.InvalidParams("`page_id` and `target_id` are the same page.", "Name the page that it shall stand below or beside.");

        Page page = await confluence.GetPageAsync(page_id, new PageQuery(BodyFormat.None), cancellationToken);
        allowed.Check(page);
        Page target = await confluence.GetPageAsync(target_id, new PageQuery(BodyFormat.None), cancellationToken);
        allowed.Check(target);
        if (position == MovePosition.Append && page.ParentId == target.Id)
            return MovedPageResult.Of(page, target, $"Nothing to move: page {page.Id} stands below page {target.Id} already.", undo: null);

        await confluence.MovePageAsync(page.Id, position, target.Id, cancellationToken);
        string place = position == MovePosition.Append ? "below" : position.ToString().ToLowerInvariant();
        return MovedPageResult.Of(
            page, target, $"Page {page.Id} \"{WikiText.Line(page.Title)}\" stands {place} page {target.Id} \"{WikiText.Line(target.Title)}\" of space {target.SpaceKey} now.{(page.ParentId is null ? " It stood below no page before, where only Confluence's own pages can put it back." : "")}",
            page.ParentId is { } former ? Undo.Move(page.Id, former) : null);
    }
}

/// <param name="Undo">The call that moves it back below its former parent; null where it had none, or nothing was moved.</param>
internal sealed record MovedPageResult(string Id, string Title, string SpaceKey, string TargetId, string Message, string? Undo) : IToolResult
{
    public static MovedPageResult Of(Page page, Page target, string message, string? undo) =>
        new(page.Id.ToString(), WikiText.Line(page.Title), target.SpaceKey.ToString(), target.Id.ToString(), message, undo);

    public string ToText() => $"{Message}{(Undo is null ? "" : "\nUndo: " + Undo)}";
}
