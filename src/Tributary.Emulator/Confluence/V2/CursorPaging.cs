using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Extensions;
using Tributary.Emulator.Hosting;

namespace Tributary.Emulator.Confluence.V2;

/// <summary>v2's lists: <c>limit</c> and an opaque <c>cursor</c>; the next page is in <c>_links.next</c> and in the Link header.</summary>
internal static class CursorPaging
{
    private const int Most = 250;

    /// <param name="ordered">Everything there is, in order.</param>
    /// <param name="key">Tells items apart: a cursor remembers the last one, so that a page neither repeats nor skips what did not change.</param>
    /// <param name="shown">Asked only of what the page could hold.</param>
    public static Answer Page<T>(Call call, IReadOnlyList<T> ordered, Func<T, string> key, Func<T, bool> shown, Func<T, JsonNode> render, int defaultLimit = 25)
    {
        int limit = Limit(call, defaultLimit);
        var results = new JsonArray();
        int at = Start(call, ordered, key);
        int last = at;
        string? next = null;
        for (; at < ordered.Count; at++)
        {
            if (!shown(ordered[at])) continue;
            if (results.Count == limit)
            {
                next = Next(call, key(ordered[last]), last, limit);
                break;
            }

            results.Add(render(ordered[at]));
            last = at;
        }

        return List(call, results, next);
    }

    public static Answer Page<T>(Call call, IEnumerable<T> ordered, Func<T, string> key, Func<T, JsonNode> render, int defaultLimit = 25) =>
        Page(call, ordered as IReadOnlyList<T> ?? [.. ordered], key, _ => true, render, defaultLimit);

    /// <summary>A list that has a limit but no cursor.</summary>
    public static Answer Head<T>(Call call, IEnumerable<T> ordered, Func<T, JsonNode> render) =>
        List(call, new JsonArray([.. ordered.Take(Limit(call, 25)).Select(render)]), next: null);

    private static int Limit(Call call, int otherwise)
    {
        int limit = call.Number("limit") ?? otherwise;
        return limit is > 0 and <= Most ? limit : throw World.ConfluenceException.BadRequest($"Provided value {{{limit}}} for 'limit' is not valid. It must be between 1 and {Most}.");
    }

    private static Answer List(Call call, JsonArray results, string? next)
    {
        var links = new JsonObject { ["base"] = call.Site.BaseUrl };
        if (next is not null) links["next"] = next;
        Answer answer = Answer.Ok(new() { ["results"] = results, ["_links"] = links });
        return next is null ? answer : answer.With("Link", $"<{next}>; rel=\"next\", <{call.Site.BaseUrl}>; rel=\"base\"");
    }

    private static int Start<T>(Call call, IReadOnlyList<T> ordered, Func<T, string> key)
    {
        if (call.Query("cursor") is not { } cursor) return 0;
        (string id, int at) = Decode(cursor);
        if (at < ordered.Count && key(ordered[at]) == id) return at + 1;
        for (int place = 0; place < ordered.Count; place++)
        {
            if (key(ordered[place]) == id) return place + 1;
        }

        return at;
    }

    private static string Next(Call call, string id, int at, int limit)
    {
        var query = new QueryBuilder();
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in call.Http.Query)
        {
            if (name is not ("cursor" or "limit")) query.Add(name, (IEnumerable<string>)[.. values.OfType<string>()]);
        }

        string cursor = Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{at} {id}")));
        query.Add("limit", limit.ToString(CultureInfo.InvariantCulture));
        query.Add("cursor", cursor);
        return call.Http.Path + query.ToQueryString();
    }

    private static (string Id, int At) Decode(string cursor)
    {
        var bytes = new byte[cursor.Length];
        if (Convert.TryFromBase64String(cursor, bytes, out int length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(' ', 2) is [var at, var id]
            && int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out int place))
        {
            return (id, place);
        }

        throw World.ConfluenceException.BadRequest($"Provided value {{{cursor}}} for 'cursor' is not a cursor of this list.");
    }
}
