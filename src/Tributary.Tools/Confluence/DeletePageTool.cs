using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Confluence;

/// <summary>Moves a page to the trash.</summary>
[McpServerToolType]
internal sealed class DeletePageTool(ConfluenceClient confluence, SpaceAllowList allowed)
{
    private const int MostChildren = 20;

    [McpServerTool(Name = "confluence_delete_page", Title = "Delete a page", ReadOnly = false, Destructive = true, Idempotent = false, OpenWorld = true)]
    [Description("Moves a page or blog post to the trash; confluence_restore_page takes it out again.")]
    public async Task<DeletionResult> DeletePageAsync(PageId page_id, CancellationToken cancellationToken = default)
    {
        Page page = await confluence.GetPageAsync(page_id, new PageQuery(BodyFormat.None), cancellationToken);
        allowed.Check(page);
        if (Hindrance(page) is { } hindrance)
            throw new ToolException(ErrorCode.Unsupported, hindrance, "This tool moves published pages and blog posts to the trash and nothing else.");

        ResultList<TreeItem>? children = page.Type == "page" ? await confluence.ListDescendantsAsync(page_id, new TreeQuery(Depth: 1, Limit: MostChildren + 1), cancellationToken) : null;
        await confluence.DeletePageAsync(page_id, page.Type, cancellationToken);
        return new DeletionResult(
            "success",
            $"Page {page.Id} \"{WikiText.Line(page.Title)}\" of space {page.SpaceKey} (version {page.Version.Number}) is in the trash and can be restored from there. It was at {page.Url}{Orphans(children?.Items ?? [])}",
            Undo.FromTrash(page.Id));
    }

    // Confluence gives them to the page above, and a restored page does not get them back.
    private static string Orphans(IReadOnlyList<TreeItem> children) => children.Count == 0 ? "" :
        $"\nIts child pages {string.Join(", ", children.Take(MostChildren).Select(child => child.Id))}{(children.Count > MostChildren ? " and more" : "")} stand one level higher now; confluence_move_page puts them below it again once it is restored.";

    // What has no trash would be gone for good.
    private static string? Hindrance(Page page) => page switch
    {
        { Type: not ("page" or "blogpost") } => $"{page.Id} is a {page.Type}, not a page.",
        { Status: not ("current" or "archived") } => $"Page {page.Id} is {page.Status}.",
        _ => null,
    };
}

internal sealed record DeletionResult(string Status, string Message, string? Undo = null) : IToolResult
{
    public string ToText() => $"{Message}{(Undo is null ? "" : "\nUndo: " + Undo)}";
}
