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
    [McpServerTool(Name = "confluence_delete_page", Title = "Delete a page", ReadOnly = false, Destructive = true, Idempotent = false, OpenWorld = true)]
    [Description("Moves a page or blog post to the trash; confluence_restore_page takes it out again.")]
    public async Task<DeletionResult> DeletePageAsync(PageId page_id, CancellationToken cancellationToken = default)
    {
        Page page = await confluence.GetPageAsync(page_id, new PageQuery(BodyFormat.None), cancellationToken);
        allowed.Check(page);
        if (Hindrance(page) is { } hindrance)
            throw new ToolException(ErrorCode.Unsupported, hindrance, "This tool moves published pages and blog posts to the trash and nothing else.");

        await confluence.DeletePageAsync(page_id, page.Type, cancellationToken);
        return new DeletionResult(
            "success",
            $"Page {page.Id} \"{WikiText.Line(page.Title)}\" of space {page.SpaceKey} (version {page.Version.Number}) is in the trash and can be restored from there. It was at {page.Url}",
            Undo.FromTrash(page.Id));
    }

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
