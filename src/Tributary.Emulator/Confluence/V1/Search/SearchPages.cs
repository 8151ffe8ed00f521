using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Search;

/// <summary>Pages of search results: by cursor on Cloud, by <c>start</c> on Data Center.</summary>
internal static class SearchPages
{
    public const int MostItems = 250;

    public const int MostBodies = 50;

    public static JsonObject Page<T>(Call call, IReadOnlyList<T> hits, Func<T, JsonNode?> render, int most)
    {
        (int start, int limit) = Lists.Window(call, most);
        if (call.Site.IsCloud && call.Query("cursor") is { } cursor) start = Decode(cursor);
        JsonArray results = [.. hits.Skip(start).Take(limit).Select(render)];
        bool hasMore = start + results.Count < hits.Count;
        JsonObject page = Lists.Envelope(call, results, start, limit, hasMore && !call.Site.IsCloud);
        if (hasMore && call.Site.IsCloud)
        {
            string[] kept = [.. call.Http.Query.Where(each => each.Key is not ("start" or "limit" or "cursor" or "next" or "prev")).SelectMany(each => each.Value.Select(value => $"{each.Key}={Uri.EscapeDataString(value ?? "")}"))];
            page["_links"]!["next"] = string.Create(CultureInfo.InvariantCulture, $"{Lists.Local(call)}?next=true&cursor={Uri.EscapeDataString(Encode(start + limit))}&limit={limit}&{string.Join('&', kept)}");
        }

        if (!call.Site.IsCloud) page["totalCount"] = hits.Count;
        return page;
    }

    private static string Encode(int start) => "_f_" + Convert.ToBase64String(Encoding.ASCII.GetBytes(start.ToString(CultureInfo.InvariantCulture)));

    private static int Decode(string cursor)
    {
        byte[] bytes = new byte[cursor.Length];
        return cursor.StartsWith("_f_", StringComparison.Ordinal)
            && Convert.TryFromBase64String(cursor[3..], bytes, out int length)
            && int.TryParse(Encoding.ASCII.GetString(bytes, 0, length), NumberStyles.None, CultureInfo.InvariantCulture, out int start)
                ? start
                : throw ConfluenceException.BadRequest("Invalid cursor");
    }
}
