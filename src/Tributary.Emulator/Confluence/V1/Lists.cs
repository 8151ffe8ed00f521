using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1;

/// <summary>Lists with <c>start</c> and <c>limit</c>.</summary>
internal static class Lists
{
    public const int DefaultLimit = 25;

    private const int MostItems = 200;

    /// <summary>Bodies are dear: fewer items with them.</summary>
    private const int MostBodies = 50;

    /// <summary>One page of the items, with links relative to the base.</summary>
    public static JsonObject Page<T>(Call call, IEnumerable<T> items, Func<T, JsonNode?> render, int most = MostItems)
    {
        T[] all = [.. items];
        (int start, int limit) = Window(call, most);
        JsonArray results = [.. all.Skip(start).Take(limit).Select(render)];
        JsonObject list = Envelope(call, results, start, limit, hasMore: start + results.Count < all.Length);
        if (!call.Site.IsCloud) list["totalCount"] = all.Length;
        return list;
    }

    /// <summary>A page of contents, expanded as the caller asks.</summary>
    public static Answer Contents(Call call, IEnumerable<Content> contents, params IEnumerable<string> expandedOtherwise)
    {
        Expansion expand = Expansion.Of(call, expandedOtherwise);
        Rendering rendering = new(call);
        return Answer.Ok(Page(call, contents.Where(content => call.Wiki.CanView(call.User, content)), content => rendering.Content(content, expand), expand.Has("body") ? MostBodies : MostItems));
    }

    public static (int Start, int Limit) Window(Call call, int most = MostItems)
    {
        int start = call.Number("start") ?? 0;
        int limit = call.Number("limit") ?? DefaultLimit;
        if (start < 0) throw ConfluenceException.BadRequest("start must not be negative");
        if (limit < 0) throw ConfluenceException.BadRequest("limit must not be negative");
        return (start, Math.Min(limit, most));
    }

    public static JsonObject Envelope(Call call, JsonArray results, int start, int limit, bool hasMore)
    {
        var links = new JsonObject { ["self"] = call.Site.Origin + call.Http.Path + call.Http.QueryString };
        if (hasMore) links["next"] = Address(call, start + limit, limit);
        if (start > 0) links["prev"] = Address(call, Math.Max(0, start - limit), limit);
        return new JsonObject
        {
            ["results"] = results,
            ["start"] = start,
            ["limit"] = limit,
            ["size"] = results.Count,
            ["_links"] = new Rendering(call).Base(links),
        };
    }

    private static string Address(Call call, int start, int limit)
    {
        string[] kept =
        [
            .. call.Http.Query.Where(each => each.Key is not ("start" or "limit")).SelectMany(each => each.Value.Select(value => $"{each.Key}={Uri.EscapeDataString(value ?? "")}")),
            string.Create(CultureInfo.InvariantCulture, $"limit={limit}"),
            string.Create(CultureInfo.InvariantCulture, $"start={start}"),
        ];
        return $"{Local(call)}?{string.Join('&', kept)}";
    }

    /// <summary>The path of the request, relative to the base.</summary>
    public static string Local(Call call) => call.Http.Path.Value![call.Site.ContextPath.Length..];
}
