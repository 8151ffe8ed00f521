using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ModelContextProtocol.Server;
using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Confluence;

/// <summary>Brings back a past version of a page, or a page out of the trash.</summary>
[McpServerToolType]
internal sealed class RestorePageTool(ConfluenceClient confluence, SpaceAllowList allowed, PageWriter writer)
{
    [McpServerTool(Name = "confluence_restore_page", Title = "Restore a page", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true)]
    [Description("Makes a past version (title and body) the newest, or takes a page out of the trash.")]
    public async Task<RestoredPageResult> RestorePageAsync(
        PageId page_id,
        [Range(1, int.MaxValue), Description("Leave out for a page in the trash.")] int? version = null,
        [Range(1, int.MaxValue), Description("Takes back only what was written after version up to this one; what came later stays.")] int? base_version = null,
        CancellationToken cancellationToken = default)
    {
        Page page = await confluence.GetPageAsync(page_id, new PageQuery(Trashed: true), cancellationToken);
        allowed.Check(page);
        if (page.Type is not ("page" or "blogpost"))
            throw new ToolException(ErrorCode.Unsupported, $"{page.Id} is a {page.Type}, not a page.", "This tool restores pages and blog posts.");

        if (page.Status == "trashed")
            return await FromTrashAsync(page, version, cancellationToken);
        if (page.Status != "current")
            throw new ToolException(ErrorCode.Unsupported, $"Page {page.Id} is {page.Status}: it has no versions to go back to.", "This tool restores published pages.");

        return await ToVersionAsync(page, version, base_version, cancellationToken);
    }

    private static RewrittenBody AsIn(Page past, Page now) => PageMarkup.Of(past) == PageMarkup.Of(now)
        ? new RewrittenBody(past.Body?.Value ?? "", [], [])
        : throw new ToolException(
            ErrorCode.Unsupported, $"Version {past.Version.Number} of page {past.Id} is {PageMarkup.Of(past).Name}, and the page is {PageMarkup.Of(now).Name} now.", "Ask the user to restore it in Confluence.");

    private async Task<RestoredPageResult> FromTrashAsync(Page page, int? version, CancellationToken cancellationToken)
    {
        if (version is not null && version != page.Version.Number)
            throw ToolException.InvalidParams($"Page {page.Id} is in the trash.", "Restore it without `version` first, then its version.");

        try
        {
            Page restored = await confluence.RestorePageAsync(page, cancellationToken);
            return RestoredPageResult.Of(restored, $"Page {restored.Id} is out of the trash, at version {restored.Version.Number}: {restored.Url}", Undo.ToTrash(restored.Id));
        }
        catch (AtlassianException taken) when (taken.Kind == AtlassianErrorKind.TitleConflict)
        {
            throw new ToolException(
                ErrorCode.TitleConflict,
                $"Page {page.Id} stays in the trash: another page of space {page.SpaceKey} has its title \"{WikiText.Line(page.Title)}\" now.",
                "Give that page another title with confluence_update_page, then restore this one; ask the user which of them is to keep the title.", taken);
        }
    }

    /// <param name="read">The last version of what is taken back; null takes back all since the one wanted.</param>
    private async Task<RestoredPageResult> ToVersionAsync(Page page, int? number, int? read, CancellationToken cancellationToken)
    {
        int current = page.Version.Number;
        string versions = current > 1 ? $"Give a version from 1 to {current - 1}." : "It has version 1 alone: there is nothing to go back to.";
        if (number is not { } wanted)
            throw ToolException.InvalidParams($"Page {page.Id} is not in the trash, and `version` is missing.", versions);
        if (wanted > current)
            throw ToolException.InvalidParams($"Page {page.Id} is at version {current}; there is no version {wanted}.", versions);
        if (read > current)
            throw ToolException.InvalidParams($"Page {page.Id} is at version {current}; there is no version {read}.", $"Give a `base_version` up to {current}.");
        if (read < wanted)
            throw ToolException.InvalidParams($"`base_version` {read} is before `version` {wanted}.", "What was written after `version` up to `base_version` is taken back: give a later `base_version`, or none for all that was written since.");
        if (read == wanted && wanted < current)
        {
            return RestoredPageResult.Of(
                page, $"Nothing to take back: nothing was written after version {wanted} up to version {read}. Page {page.Id} stays at version {current}; without base_version all that was written since is taken back: {page.Url}", undo: null);
        }

        // Between the version wanted and the one read lies what is taken back; it is taken out of the page as it is now.
        Page past = await confluence.GetPageAsync(page.Id, new PageQuery(Version: wanted), cancellationToken);
        var wish = new PageWish(
            read, MayMerge: read is not null, now => AsIn(past, now), past.Title, Parent: null, $"Restored version {wanted}", DryRun: false, AllowLoss: [])
        {
            AfterConflict = read is null
                ? "Nothing was changed. Read what others wrote meanwhile, then repeat the call if that is to go too."
                : $"Nothing was changed. Read the page and take back by confluence_edit_page what is left of it. Do not repeat the call with a later base_version, or with none: that would take back what others wrote after version {read} too.",
        };
        (PageChange change, Page? written) = await writer.WriteAsync(page.Id, wish, _ => Task.CompletedTask, cancellationToken);
        int before = change.Page.Version.Number;
        bool isPart = read < before;
        string taken = $"what was written after version {wanted} up to version {read} is taken back";
        if (written is null)
        {
            string present = isPart ? $"{taken} already, and page {page.Id} stays" : $"page {page.Id} is as in version {wanted} already,";
            return RestoredPageResult.Of(change.Page, $"Nothing to write: {present} at version {before}: {change.Page.Url}", undo: null);
        }

        string message = isPart
            ? $"What others wrote after version {read} stays; {taken}. Page {page.Id} is at version {written.Version.Number}: {written.Url}"
            : $"Page {page.Id} is as in version {wanted} again, at version {written.Version.Number}: {written.Url}";
        return RestoredPageResult.Of(written, message, change.Undo(written.Version.Number));
    }
}

/// <param name="Undo">The call that takes it back; null where nothing was written.</param>
internal sealed record RestoredPageResult(string Id, string Title, int Version, string Url, string Message, string? Undo) : IToolResult
{
    public static RestoredPageResult Of(Page page, string message, string? undo) =>
        new(page.Id.ToString(), WikiText.Line(page.Title), page.Version.Number, page.Url, message, undo);

    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Message}{(Undo is null ? "" : "\nUndo: " + Undo)}");
}
