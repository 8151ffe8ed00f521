using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Confluence.V1;
using Tributary.Atlassian.Confluence.V2;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence;

public sealed partial class ConfluenceClient
{
    private const int MostVersions = 250;

    /// <summary>The versions of a page or blog post, newest first.</summary>
    public async Task<ResultList<PageVersion>> ListVersionsAsync(Page page, int limit, int start, CancellationToken cancellationToken)
    {
        string operation = $"list versions of page {page.Id}";
        if (!IsCloud)
        {
            V1List<V1Version> list = await SendAsync(
                Route(ConfluenceOperation.ListVersions).Request(operation, page.Id.ToString(), query: new Parameters { { "start", start }, { "limit", limit } }),
                V1Json.Default.V1ListV1Version, cancellationToken);
            PageVersion[] versions = [.. (list.Results ?? []).Select(V1Reader.Version)];
            return new ResultList<PageVersion>(versions, list.Total, NextStart(list.Links, start, versions.Length));
        }

        CursorWalk.CheckStart(start, operation);
        ConfluenceOperation route = page.Type == "blogpost" ? ConfluenceOperation.ListBlogPostVersions : ConfluenceOperation.ListVersions;
        ResultList<PageVersion> walked = await CursorWalk.FromAsync(start, limit, MostVersions, async (most, cursor) =>
        {
            V2List<V2Version> list = await SendAsync(
                Route(route).Request(operation, page.Id.ToString(), query: new Parameters { { "sort", "-modified-date" }, { "limit", most }, { "cursor", cursor } }),
                V2Json.Default.V2ListV2Version, cancellationToken);
            return new CursorPage<PageVersion>([.. (list.Results ?? []).Select(V2Reader.Version)], Links.CursorIn(list.Links?.Next));
        });
        return walked with { NextCursor = null };
    }
}
