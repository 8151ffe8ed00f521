using System.Globalization;
using System.Runtime.CompilerServices;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Confluence.V1;
using Tributary.Atlassian.Confluence.V2;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence;

public sealed partial class ConfluenceClient
{
    private const int MostPages = 250;

    private static readonly string[] Published = ["current", "archived"];

    private static readonly V1Json V1Writes = new(JsonAnswers.Relaxed(V1Json.Default.Options));
    private static readonly V2Json V2Writes = new(JsonAnswers.Relaxed(V2Json.Default.Options));

    /// <summary>Reads a page, a blog post or an unpublished draft by its id.</summary>
    public async Task<Page> GetPageAsync(PageId id, PageQuery query, CancellationToken cancellationToken)
    {
        string operation = $"get page {id}";
        return IsCloud
            ? await WithBodyAsync(await GetOfAnyKindAsync(id, query, operation, cancellationToken), query, operation, cancellationToken)
            : await GetContentAsync(id, query, operation, cancellationToken);
    }

    private async Task<Page> GetOfAnyKindAsync(PageId id, PageQuery query, string operation, CancellationToken cancellationToken)
    {
        try
        {
            return await GetPageAsync(ConfluenceOperation.GetPage, "page", draft: false, id, query, operation, cancellationToken);
        }
        catch (AtlassianException fault) when (fault.Kind == AtlassianErrorKind.ResourceNotFound)
        {
            // v2 shows each kind at its own address, and the id does not tell the kind. A page costs one request; only what is none costs these.
            Page? other = await TryGetAsync(ConfluenceOperation.GetBlogPost, "blogpost", draft: false, id, query, operation, cancellationToken)
                ?? await TryGetAsync(ConfluenceOperation.GetPage, "page", draft: true, id, query, operation, cancellationToken);
            if (other is null) throw;
            return other;
        }
    }

    public async Task<Page> GetPageByTitleAsync(SpaceKey spaceKey, string title, PageQuery query, CancellationToken cancellationToken)
    {
        string operation = $"get page by title in {spaceKey}";
        Page page = (IsCloud
            ? await FindPageAsync(spaceKey, title, query, operation, cancellationToken)
            : await FindContentAsync(spaceKey, title, query, operation, cancellationToken))
            ?? throw new AtlassianException(
                AtlassianErrorKind.ResourceNotFound, operation, status: 404, $"There is no page titled \"{title}\" in space {spaceKey}, or it is not shown to the configured user.");
        return await WithBodyAsync(page, query, operation, cancellationToken);
    }

    /// <summary>All current pages of a space, with their bodies if they are asked for.</summary>
    /// <param name="body">On Cloud, lists know <see cref="BodyFormat.Storage"/> and <see cref="BodyFormat.AtlasDocFormat"/> alone.</param>
    public async IAsyncEnumerable<Page> EnumeratePagesAsync(SpaceKey spaceKey, BodyFormat body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string operation = $"list pages of {spaceKey}";
        if (IsCloud)
        {
            if (body == BodyFormat.View) throw Capabilities.Unsupported(operation, Site.Deployment, "rendered bodies in a list");
            string space = (await SpaceIdAsync(spaceKey, operation, cancellationToken)).ToString(CultureInfo.InvariantCulture);
            IAsyncEnumerable<Page> pages = CursorWalk.ToEndAsync(async cursor =>
            {
                var parts = new Parameters { { "status", "current" }, { "body-format", V2Reader.Format(body) }, { "limit", MostPages }, { "cursor", cursor } };
                V2List<V2Page> list = await SendAsync(
                    Route(ConfluenceOperation.ListPagesOfSpace).Request(operation, space, query: parts), V2Json.Default.V2ListV2Page, cancellationToken);
                return new CursorPage<Page>(
                    [.. (list.Results ?? []).Select(page => v2.Page(page, "page", spaceKey, operation, list.Links?.Base))], Links.CursorIn(list.Links?.Next));
            });
            await foreach (Page page in pages.WithCancellation(cancellationToken)) yield return page;
            yield break;
        }

        int? start = 0;
        while (start is { } from)
        {
            var parts = new Parameters
            {
                { "spaceKey", spaceKey.ToString() }, { "type", "page" }, { "expand", Expand(new PageQuery(body), operation) }, { "start", from }, { "limit", 100 },
            };
            V1List<V1Content> list = await SendAsync(Route(ConfluenceOperation.ListPagesOfSpace).Request(operation, query: parts), V1Json.Default.V1ListV1Content, cancellationToken);
            foreach (V1Content content in list.Results ?? []) yield return v1.Page(content, operation);
            start = NextStart(list.Links, from, list.Results?.Count ?? 0);
        }
    }

    /// <summary>Some pages of Cloud exist as ADF alone: asked for their storage format, Confluence answers with no body.</summary>
    private async Task<Page> WithBodyAsync(Page page, PageQuery query, string operation, CancellationToken cancellationToken)
    {
        if (!IsCloud || query.Body != BodyFormat.Storage || page.Body is not null) return page;
        ConfluenceOperation route = page.Type == "blogpost" ? ConfluenceOperation.GetBlogPost : ConfluenceOperation.GetPage;
        return await GetPageAsync(route, page.Type, page.Status == "draft", page.Id, query with { Body = BodyFormat.AtlasDocFormat }, operation, cancellationToken);
    }

    private async Task<Page?> TryGetAsync(
        ConfluenceOperation route, string type, bool draft, PageId id, PageQuery query, string operation, CancellationToken cancellationToken)
    {
        try
        {
            Page page = await GetPageAsync(route, type, draft, id, query, operation, cancellationToken);

            // Asked for drafts, Confluence may show what lies in the trash.
            return !draft || page.Status == "draft" ? page : null;
        }
        catch (AtlassianException fault) when (fault.Kind is AtlassianErrorKind.ResourceNotFound or AtlassianErrorKind.InvalidRequest)
        {
            return null;
        }
    }

    private async Task<Page> GetPageAsync(
        ConfluenceOperation route, string type, bool draft, PageId id, PageQuery query, string operation, CancellationToken cancellationToken)
    {
        var parts = new Parameters
        {
            { "body-format", V2Reader.Format(query.Body) },
            { "version", query.Version },
            { "include-labels", query.Labels ? "true" : null },
            { "get-draft", draft ? "true" : null },
        };
        if (query.Trashed && !draft)
        {
            foreach (string status in Published.Append("trashed")) parts.Add("status", status);
        }

        V2Page page = await SendAsync(Route(route).Request(operation, id.ToString(), query: parts), V2Json.Default.V2Page, cancellationToken);
        return await WithKeyAsync(page, type, operation, cancellationToken);
    }

    /// <summary>v2 names the space by number; the page's own link names it by key, so that reading a page stays one request.</summary>
    private async Task<Page> WithKeyAsync(V2Page page, string type, string operation, CancellationToken cancellationToken)
    {
        long? spaceId = V2Reader.SpaceId(page.SpaceId);
        if (Links.KeyIn(page.Links?.Webui) is { } key)
        {
            if (spaceId is { } id) Remember(id, key);
            return v2.Page(page, type, key, operation);
        }

        SpaceKey found = await SpaceKeyAsync(JsonAnswers.Needed(spaceId, operation, "the page's space"), operation, cancellationToken);
        return v2.Page(page, type, found, operation);
    }

    private async Task<Page?> FindPageAsync(SpaceKey spaceKey, string title, PageQuery query, string operation, CancellationToken cancellationToken)
    {
        long space = await SpaceIdAsync(spaceKey, operation, cancellationToken);

        // A list has neither rendered bodies nor labels nor past versions: then it only finds the id.
        bool alone = query.Body == BodyFormat.View || query.Labels || query.Version is not null;
        var parts = new Parameters
        {
            { "space-id", space.ToString(CultureInfo.InvariantCulture) },
            { "title", title },
            { "body-format", alone ? null : V2Reader.Format(query.Body) },
            { "limit", 5 },
        };
        V2List<V2Page> list = await SendAsync(Route(ConfluenceOperation.FindPages).Request(operation, query: parts), V2Json.Default.V2ListV2Page, cancellationToken);
        V2Page? page = list.Results?.OrderBy(candidate => candidate.Status == "current" ? 0 : 1).FirstOrDefault();
        if (page is null) return null;
        Page found = v2.Page(page, "page", spaceKey, operation, list.Links?.Base);
        return alone ? await GetPageAsync(ConfluenceOperation.GetPage, "page", draft: false, found.Id, query, operation, cancellationToken) : found;
    }

    private async Task<Page> GetContentAsync(PageId id, PageQuery query, string operation, CancellationToken cancellationToken)
    {
        var parts = new Parameters
        {
            { "expand", Expand(query, operation) },
            { "version", query.Version },
            { "status", "current" },
            { "status", query.Version is null ? "draft" : "historical" },
            { "status", query.Trashed ? "trashed" : null },
        };
        return v1.Page(await SendAsync(Route(ConfluenceOperation.GetPage).Request(operation, id.ToString(), query: parts), V1Json.Default.V1Content, cancellationToken), operation);
    }

    private async Task<Page?> FindContentAsync(SpaceKey spaceKey, string title, PageQuery query, string operation, CancellationToken cancellationToken)
    {
        var parts = new Parameters
        {
            { "spaceKey", spaceKey.ToString() }, { "title", title }, { "type", "page" }, { "expand", Expand(query, operation) }, { "limit", 1 },
        };
        V1List<V1Content> list = await SendAsync(Route(ConfluenceOperation.FindPages).Request(operation, query: parts), V1Json.Default.V1ListV1Content, cancellationToken);
        if (list.Results is not [var found, ..]) return null;
        Page page = v1.Page(found, operation);
        return query.Version is { } version && version != page.Version.Number ? await GetContentAsync(page.Id, query, operation, cancellationToken) : page;
    }

    private string Expand(PageQuery query, string operation)
    {
        string body = query.Body switch
        {
            BodyFormat.Storage => ",body.storage",
            BodyFormat.View => ",body.view",
            BodyFormat.AtlasDocFormat => throw Capabilities.Unsupported(operation, Site.Deployment, "bodies in Atlassian Document Format"),
            _ => "",
        };
        return "version,space,history,ancestors" + body + (query.Labels ? ",metadata.labels" : "");
    }
}
