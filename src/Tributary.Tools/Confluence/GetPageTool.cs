using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Confluence;

/// <summary>Reads one page.</summary>
[McpServerToolType]
internal sealed class GetPageTool(ConfluenceClient confluence, SpaceAllowList allowed, PageReader reader)
{
    [McpServerTool(Name = "confluence_get_page", Title = "Read a page", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Reads one page, by page_id, by space_key and title, or by url. A long page comes in pieces: read on with cursor, or read its outline and one section.")]
    public async Task<PageResult> GetPageAsync(
        PageId? page_id = null,
        SpaceKey? space_key = null,
        string? title = null,
        [Description("The page's address in a browser.")] string? url = null,
        ReadFormat format = ReadFormat.Markdown,
        [Description("Only the part under this heading.")] string? section = null,
        [Range(1, int.MaxValue), Description("A past version.")] int? version = null,
        [Range(100, 100_000)] int max_tokens = PageReader.DefaultMaxTokens,
        [Description("From the piece before.")] string? cursor = null,
        [Description("labels; front_matter: labels and page properties; body.view or body.storage sets the format.")] string? expand = null,
        CancellationToken cancellationToken = default)
    {
        format = Expand.Has(expand, "body.view") ? ReadFormat.View : Expand.Has(expand, "body.storage") ? ReadFormat.Storage : format;
        section = string.IsNullOrWhiteSpace(section) ? null : section;
        ReadCursor? from = string.IsNullOrWhiteSpace(cursor) ? null : ReadCursor.Parse(cursor);
        if (from is not null)
        {
            // What the first piece was decides: a cursor is worth nothing in another text.
            if (page_id is { } asked && asked != from.Page)
                throw ReadCursor.Invalid($"`cursor` belongs to page {from.Page}, not to page {asked}.");
            (page_id, format, section) = (from.Page, from.Format, from.Section.Length > 0 ? from.Section : null);
            version = from.Pinned ? from.Version : null;
        }

        var query = new PageQuery(
            format == ReadFormat.View ? BodyFormat.View : BodyFormat.Storage, version,
            Labels: Expand.Has(expand, "labels") || Expand.Has(expand, "metadata.labels") || Expand.Has(expand, "front_matter"));
        Page page = await FindAsync(page_id, space_key, title, url, query, cancellationToken);
        allowed.Check(page);
        if (from is not null && from.Version != PageVersions.Of(page))
            throw ReadCursor.Invalid($"Page {page.Id} has moved from version {from.Version} to {PageVersions.Of(page)} since the cursor was given.");

        PageResult result = await reader.ReadAsync(page, format, section, max_tokens, from, pinned: version is not null, cancellationToken);
        return Expand.Has(expand, "front_matter") && format != ReadFormat.View ? result with { FrontMatter = reader.FrontMatter(page) } : result;
    }

    private async Task<Page> FindAsync(PageId? id, SpaceKey? space, string? title, string? url, PageQuery query, CancellationToken cancellationToken)
    {
        if (id is null && !string.IsNullOrWhiteSpace(url))
        {
            PageAddress address = PageAddress.Parse(url, confluence.Site.BrowserUrl);
            Page found = await FindAsync(address.Id, address.Space, address.Title, null, query, cancellationToken);
            address.CheckHost(new Uri(found.Url));
            return found;
        }

        if (id is { } known)
            return await confluence.GetPageAsync(known, query, cancellationToken);

        if (space is not { } key || string.IsNullOrWhiteSpace(title))
            throw ToolException.InvalidParams("It is not said which page.", "Give page_id, or space_key and title, or url. confluence_search finds ids.");

        allowed.Check(key);
        return await confluence.GetPageByTitleAsync(key, title, query, cancellationToken);
    }
}
