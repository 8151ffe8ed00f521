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
internal sealed class UpdatePageTool(ConfluenceClient confluence, SpaceAllowList allowed, PageReader reader, PageWriter writer)
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
        SentBody? sent = SentBody.Of(body, content, format);
        var wish = new PageWish(
            base_version, MayMerge: new_version_number is null, sent is null ? null : sent.Over, title, parent_page_id, update_message, dry_run, allow_loss ?? []);
        (PageChange change, Page? written) = await writer.WriteAsync(page_id, wish, CheckAsync, cancellationToken);
        WriteFormat form = sent?.Format ?? (PageMarkup.Of(change.Page) == PageMarkup.Storage ? WriteFormat.Storage : WriteFormat.Markdown);
        if (change.IsEmpty)
        {
            PageResult same = await reader.ReadWrittenAsync(change.Page, change.Written, form, cancellationToken);
            return same with { Message = $"Nothing to write: page {page_id} is like this already, at version {PageVersions.Of(change.Page)}: {change.Page.Url}" };
        }

        string diff = await change.DiffAsync(form, reader, cancellationToken);
        if (written is null)
        {
            return PageResult.Of(change.Page) with
            {
                Diff = diff,
                StorageBytesTouched = change.BytesTouched,
                Message = $"Dry run: nothing was written. {change.Summary()} Page {page_id} would get version {change.NextVersion}: {change.Page.Url}",
            };
        }

        PageResult result = await reader.ReadWrittenAsync(written, change.Written, form, cancellationToken);
        return result with
        {
            Diff = diff,
            StorageBytesTouched = change.BytesTouched,
            Message = $"Updated page {page_id} to version {PageVersions.Of(written)}. {change.Summary()} {written.Url}{change.Caution}",
            Undo = change.Undo(written.Version.Number),
        };

        async Task CheckAsync(Page page)
        {
            allowed.Check(page);
            int current = PageVersions.Of(page);
            if (new_version_number is { } number && number != current + 1)
                throw PageWriter.Conflict($"Page {page.Id} is at version {current}, so the next is {current + 1}; `new_version_number` was {number}.");
            if (parent_page_id is { } parent && parent != page.ParentId)
                await allowed.CheckPageAsync(confluence, parent, cancellationToken);
        }
    }
}
