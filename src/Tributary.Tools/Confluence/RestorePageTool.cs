using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ModelContextProtocol.Server;
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
        [Range(1, int.MaxValue), Description("Refused if the page has moved on from it.")] int? base_version = null,
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

        Page restored = await confluence.RestorePageAsync(page, cancellationToken);
        return RestoredPageResult.Of(restored, $"Page {restored.Id} is out of the trash, at version {restored.Version.Number}: {restored.Url}", Undo.ToTrash(restored.Id));
    }

    private async Task<RestoredPageResult> ToVersionAsync(Page page, int? number, int? read, CancellationToken cancellationToken)
    {
        int current = page.Version.Number;
        if (number is not { } wanted)
            throw ToolException.InvalidParams($"Page {page.Id} is not in the trash, and `version` is missing.", $"Give a version from 1 to {current - 1}.");
        if (wanted > current)
            throw ToolException.InvalidParams($"Page {page.Id} is at version {current}; there is no version {wanted}.", $"Give a version from 1 to {current - 1}.");

        // Between the version wanted and the one read lies what is taken back; it is taken out of the page as it is now.
        Page past = await confluence.GetPageAsync(page.Id, new PageQuery(Version: wanted), cancellationToken);
        var wish = new PageWish(
            read, MayMerge: read is not null, now => AsIn(past, now), past.Title, Parent: null, $"Restored version {wanted}", DryRun: false, AllowLoss: []);
        (PageChange change, Page? written) = await writer.WriteAsync(page.Id, wish, _ => Task.CompletedTask, cancellationToken);
        if (written is null)
            return RestoredPageResult.Of(change.Page, $"Nothing to write: page {page.Id} is as in version {wanted} already, at version {change.Page.Version.Number}: {change.Page.Url}", undo: null);

        string kept = change.MergedOver is { } version ? $" What others wrote after version {version} stays." : "";
        return RestoredPageResult.Of(
            written, $"Page {page.Id} is as in version {wanted} again, at version {written.Version.Number}: {written.Url}{kept}", change.Undo(written.Version.Number));
    }
}

/// <param name="Undo">The call that takes it back; null where nothing was written.</param>
internal sealed record RestoredPageResult(string Id, string Title, int Version, string Url, string Message, string? Undo) : IToolResult
{
    public static RestoredPageResult Of(Page page, string message, string? undo) =>
        new(page.Id.ToString(), WikiText.Line(page.Title), page.Version.Number, page.Url, message, undo);

    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Message}{(Undo is null ? "" : "\nUndo: " + Undo)}");
}
