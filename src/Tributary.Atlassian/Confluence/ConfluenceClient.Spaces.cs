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
    private const int MostSpaces = 250;

    public async Task<ResultList<Space>> ListSpacesAsync(SpaceQuery query, CancellationToken cancellationToken)
    {
        if (!IsCloud) return await ListSpacesByStartAsync(query, cancellationToken);
        CursorWalk.CheckStart(query.Start, "list spaces");
        ResultList<Space> spaces = await CursorWalk.FromAsync(
            query.Start, query.Limit, MostSpaces, (limit, cursor) => ReadSpacesAsync(query, limit, cursor, cancellationToken));
        return spaces with { NextCursor = null };
    }

    /// <summary>All spaces that the user may see, in as few requests as Atlassian allows.</summary>
    public async IAsyncEnumerable<Space> EnumerateSpacesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (IsCloud)
        {
            await foreach (Space space in CursorWalk.ToEndAsync(cursor => ReadSpacesAsync(new SpaceQuery(), MostSpaces, cursor, cancellationToken)).WithCancellation(cancellationToken))
                yield return space;
            yield break;
        }

        int? start = 0;
        while (start is { } from)
        {
            ResultList<Space> page = await ListSpacesByStartAsync(new SpaceQuery(Limit: 100, Start: from), cancellationToken);
            foreach (Space space in page.Items) yield return space;
            start = page.NextStart;
        }
    }

    private async Task<CursorPage<Space>> ReadSpacesAsync(SpaceQuery query, int limit, string? cursor, CancellationToken cancellationToken)
    {
        const string operation = "list spaces";
        V2List<V2Space> list = await SendAsync(
            Route(ConfluenceOperation.ListSpaces).Request(operation, query: new Parameters
            {
                { "keys", query.Keys is { Count: > 0 } keys ? string.Join(',', keys) : null },
                { "type", query.Type },
                { "status", query.Status },
                { "description-format", query.Description ? "plain" : null },
                { "limit", limit },
                { "cursor", cursor },
            }),
            V2Json.Default.V2ListV2Space,
            cancellationToken);
        Space[] spaces = [.. (list.Results ?? []).Select(space => v2.Space(space, list.Links?.Base, operation))];
        foreach (Space space in spaces) Remember(space.Id, space.Key);
        return new CursorPage<Space>(spaces, Links.CursorIn(list.Links?.Next));
    }

    private async Task<ResultList<Space>> ListSpacesByStartAsync(SpaceQuery query, CancellationToken cancellationToken)
    {
        const string operation = "list spaces";
        var parts = new Parameters { { "type", query.Type }, { "status", query.Status } };
        foreach (SpaceKey key in query.Keys ?? []) parts.Add("spaceKey", key.ToString());
        parts.Add("expand", query.Description ? "homepage,description.plain" : "homepage");
        parts.Add("start", query.Start);
        parts.Add("limit", query.Limit);
        V1List<V1Space> list = await SendAsync(Route(ConfluenceOperation.ListSpaces).Request(operation, query: parts), V1Json.Default.V1ListV1Space, cancellationToken);
        Space[] spaces = [.. (list.Results ?? []).Select(space => v1.Space(space, list.Links?.Base, operation))];
        return new ResultList<Space>(spaces, list.Total, NextStart(list.Links, query.Start, spaces.Length));
    }

    /// <exception cref="AtlassianException">No such space, or not for this user.</exception>
    private async Task<long> SpaceIdAsync(SpaceKey key, string operation, CancellationToken cancellationToken)
    {
        if (spaceIds.TryGet(key, out long known)) return known;
        CursorPage<Space> found = await ReadSpacesAsync(new SpaceQuery([key]), 1, cursor: null, cancellationToken);
        return found.Items.FirstOrDefault(space => space.Key == key)?.Id ?? throw new AtlassianException(
            AtlassianErrorKind.ResourceNotFound, operation, status: 404, $"There is no space {key}, or it is not shown to the configured user.");
    }

    private async Task<SpaceKey> SpaceKeyAsync(long id, string operation, CancellationToken cancellationToken)
    {
        if (spaceKeys.TryGet(id, out SpaceKey known)) return known;
        V2Space space = await SendAsync(
            Route(ConfluenceOperation.GetSpace).Request(operation, id.ToString(CultureInfo.InvariantCulture)), V2Json.Default.V2Space, cancellationToken);
        Space read = v2.Space(space, answeredBase: null, operation);
        Remember(read.Id, read.Key);
        return read.Key;
    }

    private void Remember(long id, SpaceKey key)
    {
        spaceIds.Keep(key, id);
        spaceKeys.Keep(id, key);
    }

    /// <summary>Where a list by <c>start</c> goes on; null at its end.</summary>
    private static int? NextStart(V1Links? links, int start, int count) => links?.Next is not null && count > 0 ? start + count : null;
}
