using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Confluence;

/// <summary>Changes a page's title, body or place in the tree.</summary>
[McpServerToolType]
internal sealed class UpdatePageTool(ConfluenceClient confluence, SpaceAllowList allowed, PageReader reader)
{
    [McpServerTool(Name = "confluence_update_page", Title = "Update a page", ReadOnly = false, Destructive = true, Idempotent = false, OpenWorld = true)]
    [Description("Changes title, body or parent of a page. Read it first and give its version. The body replaces the whole page.")]
    public async Task<PageResult> UpdatePageAsync(
        PageId page_id,
        [Range(1, int.MaxValue), Description("Current version + 1; or give base_version.")] int? new_version_number = null,
        [Range(1, int.MaxValue), Description("The version you read.")] int? base_version = null,
        string? title = null,
        [Prose] string? body = null,
        [Prose, Description("Earlier name of body; storage format by default.")] string? content = null,
        [Description("Default: markdown.")] WriteFormat? format = null,
        PageId? parent_page_id = null,
        string? update_message = null,
        [Description("Only show the diff.")] bool dry_run = false,
        [Description("What a lossy_write refusal listed and may be lost.")] string[]? allow_loss = null,
        CancellationToken cancellationToken = default)
    {
        if (new_version_number is null && base_version is null)
        {
            throw ToolException.InvalidParams(
                "`new_version_number` and `base_version` are both missing.", "Read the page, then give the version you read as base_version.");
        }

        if (title is null && body is null && content is null && parent_page_id is null)
            throw ToolException.InvalidParams("There is nothing to update.", "Give at least one of title, body and parent_page_id.");

        title = title is null ? null : PageTitle.Parse(title);
        WrittenBody? written = WrittenBody.Of(body, content, format);
        Page current = await confluence.GetPageAsync(page_id, new PageQuery(), cancellationToken);
        allowed.Check(current);
        CheckKind(current);
        CheckVersion(current, new_version_number, base_version);
        if (parent_page_id is { } parent && parent != current.ParentId)
            await allowed.CheckPageAsync(confluence, parent, cancellationToken);

        PageChange change = PageChange.Of(current, title, written, parent_page_id);
        WriteFormat form = written?.Format ?? WriteFormat.Storage;
        if (change.IsEmpty)
        {
            PageResult same = await reader.ReadWrittenAsync(current, change.Before, form, cancellationToken);
            return same with { Message = $"Nothing to write: page {page_id} is like this already, at version {current.Version.Number}: {current.Url}" };
        }

        change.CheckLosses(allow_loss ?? []);
        int next = current.Version.Number + 1;
        if (dry_run)
        {
            return PageResult.Of(current) with
            {
                Diff = await change.DiffAsync(reader, cancellationToken),
                Message = $"Dry run: nothing was written. {change.Summary()} Page {page_id} would get version {next}: {current.Url}{written?.Note()}",
            };
        }

        var update = new PageUpdate(next, change.Title, change.After, change.Parent, update_message, current.Status, current.Type);
        Page updated = await confluence.UpdatePageAsync(page_id, update, cancellationToken);
        PageResult result = await reader.ReadWrittenAsync(updated, change.After, form, cancellationToken);
        return result with
        {
            Message = $"Updated page {page_id} to version {updated.Version.Number}. {change.Summary()} {updated.Url}{written?.Note()}",
            Undo = change.Undo(updated.Version.Number),
        };
    }

    private static void CheckKind(Page page)
    {
        if (page.Type is not ("page" or "blogpost"))
            throw new ToolException(ErrorCode.Unsupported, $"{page.Id} is a {page.Type}, not a page.", "This tool changes pages and blog posts.");
        // Confluence would take the write as the wish to restore it.
        if (page.Status is not ("current" or "draft"))
            throw new ToolException(ErrorCode.Unsupported, $"Page {page.Id} is {page.Status} and cannot be edited.", "Ask the user to restore it first.");
    }

    private static void CheckVersion(Page page, int? next, int? read)
    {
        int current = page.Version.Number;
        if (next is { } number && number != current + 1)
            throw Conflict($"Page {page.Id} is at version {current}, so the next is {current + 1}; `new_version_number` was {number}.");
        if (read is { } version && version != current)
            throw Conflict($"Page {page.Id} is at version {current}; `base_version` was {version}.");
    }

    private static ToolException Conflict(string message) =>
        new(ErrorCode.VersionConflict, message, "Nothing was changed. Read the page again and repeat the edit on its new version.");
}
