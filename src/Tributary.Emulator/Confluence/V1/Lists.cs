using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1;

/// <summary>Lists with <c>start</c> and <c>limit</c>.</summary>
internal static class Lists
{
    public const int DefaultLimit = 25;

    /// <summary>Bodies are dear: fewer items with them.</summary>
    public const int MostBodies = 50;

    private const int MostItems = 200;

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
        return Answer.Ok(Page(
            call,
            contents.Where(content => call.Wiki.CanView(call.User, content)),
            content => rendering.Content(content, expand),
            expand.Has("body") ? MostBodies : MostItems));
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
        JsonObject links = [];
        if (hasMore && limit > 0) links["next"] = Address(call, At(start + limit, limit));
        if (start > 0) links["prev"] = Address(call, At(Math.Max(0, start - limit), limit));
        return Envelope(call, results, start, limit, links);
    }

    public static JsonObject Envelope(Call call, JsonArray results, int start, int limit, JsonObject links)
    {
        links["self"] = call.Site.Origin + call.Http.Path + call.Http.QueryString;
        return new JsonObject
        {
            ["results"] = results,
            ["start"] = start,
            ["limit"] = limit,
            ["size"] = results.Count,
            ["_links"] = new Rendering(call).Base(links),
        };
    }

    /// <summary>The request's own address at another place of its list, relative to the base.</summary>
    public static string Address(Call call, params IEnumerable<string> place)
    {
        IEnumerable<string> kept =
            from parameter in call.Http.Query
            where parameter.Key is not ("start" or "limit" or "cursor" or "next" or "prev")
            from value in parameter.Value
            select $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(value ?? "")}";
        return $"{call.Http.Path.Value![call.Site.ContextPath.Length..]}?{string.Join('&', [.. kept, .. place])}";
    }

    private static string[] At(int start, int limit) =>
        [string.Create(CultureInfo.InvariantCulture, $"limit={limit}"), string.Create(CultureInfo.InvariantCulture, $"start={start}")];
}
