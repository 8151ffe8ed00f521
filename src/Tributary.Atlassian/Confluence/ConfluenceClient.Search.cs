using System.Globalization;
using System.Runtime.CompilerServices;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Confluence.V1;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence;

public sealed partial class ConfluenceClient
{
    private const int MostHits = 100;

    public async Task<ResultList<SearchHit>> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        if (!IsCloud)
        {
            int start = query.Cursor is null ? query.Start : CursorStart(query.Cursor);
            (V1List<V1Hit> list, SearchHit[] hits) = await ReadHitsAsync(query, query.Limit, start, cursor: null, cancellationToken);
            int? next = NextStart(list.Links, start, hits.Length);

            // Data Center knows no cursor; a caller who only passes cursors on gets one all the same.
            return new ResultList<SearchHit>(hits, list.Total, next, next?.ToString(CultureInfo.InvariantCulture));
        }

        if (query.Cursor is not null)
        {
            CursorPage<SearchHit> page = await ReadHitsByCursorAsync(query, query.Limit, query.Cursor, cancellationToken);
            return new ResultList<SearchHit>(page.Items, page.Total, NextStart: null, page.Next);
        }

        CursorWalk.CheckStart(query.Start, "search");
        return await CursorWalk.FromAsync(query.Start, query.Limit, MostHits, (limit, cursor) => ReadHitsByCursorAsync(query, limit, cursor, cancellationToken));
    }

    /// <summary>All that a query finds.</summary>
    public async IAsyncEnumerable<SearchHit> SearchAllAsync(string cql, string excerpt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new SearchQuery(cql, MostHits, Excerpt: excerpt);
        if (IsCloud)
        {
            await foreach (SearchHit hit in CursorWalk.ToEndAsync(cursor => ReadHitsByCursorAsync(query, MostHits, cursor, cancellationToken)).WithCancellation(cancellationToken))
                yield return hit;
            yield break;
        }

        int? start = 0;
        while (start is { } from)
        {
            ResultList<SearchHit> page = await SearchAsync(query with { Start = from }, cancellationToken);
            foreach (SearchHit hit in page.Items) yield return hit;
            start = page.NextStart;
        }
    }

    private async Task<CursorPage<SearchHit>> ReadHitsByCursorAsync(SearchQuery query, int limit, string? cursor, CancellationToken cancellationToken)
    {
        (V1List<V1Hit> list, SearchHit[] hits) = await ReadHitsAsync(query, limit, start: null, cursor, cancellationToken);
        return new CursorPage<SearchHit>(hits, Links.CursorIn(list.Links?.Next), list.Total);
    }

    private async Task<(V1List<V1Hit> List, SearchHit[] Hits)> ReadHitsAsync(SearchQuery query, int limit, int? start, string? cursor, CancellationToken cancellationToken)
    {
        V1List<V1Hit> list = await SendAsync(
            Route(ConfluenceOperation.Search).Request("search", query: new Parameters
            {
                { "cql", query.Cql }, { "excerpt", query.Excerpt }, { "expand", "content.space" }, { "limit", limit }, { "start", start }, { "cursor", cursor },
            }),
            V1Json.Default.V1ListV1Hit,
            cancellationToken);
        return (list, [.. (list.Results ?? []).Select(hit => v1.Hit(hit, list.Links?.Base))]);
    }

    private static int CursorStart(string cursor) => int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out int start)
        ? start
        : throw new AtlassianException(AtlassianErrorKind.InvalidRequest, "search", status: null, "The cursor is not one that an earlier answer gave.");
}
