using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Confluence;

/// <summary>Moves a page to the trash.</summary>
[McpServerToolType]
internal sealed class DeletePageTool(ConfluenceClient confluence, SpaceAllowList allowed)
{
    [McpServerTool(Name = "confluence_delete_page", Title = "Delete a page", ReadOnly = false, Destructive = true, Idempotent = false, OpenWorld = true)]
    [Description("Moves a page to the trash; it can be restored from there.")]
    public async Task<DeletionResult> DeletePageAsync(PageId page_id, CancellationToken cancellationToken = default)
    {
        Page page = await confluence.GetPageAsync(page_id, new PageQuery(BodyFormat.None), cancellationToken);
        allowed.Check(page);
        await confluence.DeletePageAsync(page_id, cancellationToken);
        return new DeletionResult(
            "success",
            $"Page {page.Id} \"{VisibleText.Line(page.Title)}\" of space {page.SpaceKey} (version {page.Version.Number}) is in the trash and can be restored from there. It was at {page.Url}");
    }
}

internal sealed record DeletionResult(string Status, string Message) : IToolResult
{
    public string ToText() => Message;
}
