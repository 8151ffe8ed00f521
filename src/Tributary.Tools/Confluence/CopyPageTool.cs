using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Confluence;

/// <summary>Copies a page.</summary>
[McpServerToolType]
internal sealed class CopyPageTool(ConfluenceClient confluence, SpaceAllowList allowed)
{
    [McpServerTool(Name = "confluence_copy_page", Title = "Copy a page", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true)]
    [Description("Copies one page below another, body byte for byte. What else goes along (Cloud) is said by the copy_ flags.")]
    public async Task<CopiedPageResult> CopyPageAsync(
        PageId page_id,
        PageId parent_page_id,
        [Description("Titles are unique within a space.")] string title,
        bool copy_attachments = false,
        bool copy_labels = false,
        bool copy_properties = false,
        bool copy_restrictions = false,
        CancellationToken cancellationToken = default)
    {
        await allowed.CheckPageAsync(confluence, page_id, cancellationToken);
        await allowed.CheckPageAsync(confluence, parent_page_id, cancellationToken);
        Page copy = await confluence.CopyPageAsync(
            page_id, parent_page_id, PageTitle.Parse(title), new CopyOptions(copy_attachments, copy_labels, copy_properties, copy_restrictions), cancellationToken);
        return new CopiedPageResult(
            copy.Id.ToString(), WikiText.Line(copy.Title), copy.SpaceKey.ToString(), copy.Version.Number, copy.Url, $"Copied page {page_id} to page {copy.Id}: {copy.Url}", Undo.ToTrash(copy.Id));
    }
}

internal sealed record CopiedPageResult(string Id, string Title, string SpaceKey, int Version, string Url, string Message, string Undo) : IToolResult
{
    public string ToText() => $"{Message}\nUndo: {Undo}";
}
