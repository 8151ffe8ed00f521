using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Search;

/// <summary>Pages of search results: by cursor on Cloud, by <c>start</c> on Data Center.</summary>
internal static class SearchPages
{
    private const int MostItems = 250;

    /// <param name="withBodies">Whether a body is asked for: fewer items then.</param>
    public static JsonObject Page<T>(Call call, IReadOnlyList<T> hits, Func<T, JsonNode?> render, bool withBodies)
    {
        (int start, int limit) = Lists.Window(call, withBodies ? Lists.MostBodies : MostItems);
        if (call.Site.IsCloud && call.Query("cursor") is { } cursor) start = Decode(cursor);
        JsonArray results = [.. hits.Skip(start).Take(limit).Select(render)];
        bool hasMore = start + results.Count < hits.Count;
        if (call.Site.IsCloud) return Lists.Envelope(call, results, start, limit, CursorLinks(call, start, limit, hasMore));
        JsonObject page = Lists.Envelope(call, results, start, limit, hasMore);
        page["totalCount"] = hits.Count;
        return page;
    }

    private static JsonObject CursorLinks(Call call, int start, int limit, bool hasMore)
    {
        JsonObject links = [];
        if (hasMore && limit > 0) links["next"] = Lists.Address(call, At("next", start + limit, limit));
        if (start > 0) links["prev"] = Lists.Address(call, At("prev", Math.Max(0, start - limit), limit));
        return links;
    }

    private static string[] At(string direction, int start, int limit) =>
        [$"{direction}=true", $"cursor={Uri.EscapeDataString(Encode(start))}", string.Create(CultureInfo.InvariantCulture, $"limit={limit}")];

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
