using System.Globalization;
using System.Text.Json.Nodes;

namespace Tributary.Emulator.Jira;

/// <summary>A part of a list, by <c>startAt</c> and <c>maxResults</c>.</summary>
internal sealed record Paging(int StartAt, int MaxResults)
{
    public static Paging Of(JiraCall call, int otherwise = 50, int most = 1000) =>
        new(Math.Max(call.Number("startAt") ?? 0, 0), Math.Clamp(call.Number("maxResults") ?? otherwise, 0, most));

    public IEnumerable<T> Cut<T>(IEnumerable<T> all) => all.Skip(StartAt).Take(MaxResults);

    /// <summary>A page with its place in the whole; the classic form, with the list under a name of its own.</summary>
    public JsonObject Classic<T>(string name, IReadOnlyCollection<T> all, Func<T, JsonNode?> render) => new()
    {
        ["startAt"] = StartAt,
        ["maxResults"] = MaxResults,
        ["total"] = all.Count,
        [name] = new JsonArray([.. Cut(all).Select(render)]),
    };

    /// <summary>A page that knows whether it is the last and, with <paramref name="call"/>, where the next is.</summary>
    public JsonObject Bean<T>(JiraCall? call, IReadOnlyCollection<T> all, Func<T, JsonNode?> render)
    {
        bool isLast = StartAt + MaxResults >= all.Count;
        var page = new JsonObject { ["maxResults"] = MaxResults, ["startAt"] = StartAt, ["total"] = all.Count, ["isLast"] = isLast };
        if (call is not null)
        {
            page["self"] = At(call, StartAt);
            if (!isLast) page["nextPage"] = At(call, StartAt + MaxResults);
        }

        page["values"] = new JsonArray([.. Cut(all).Select(render)]);
        return page;
    }

    private string At(JiraCall call, int startAt)
    {
        IEnumerable<string> kept = call.Http.Query
            .Where(pair => pair.Key is not ("startAt" or "maxResults"))
            .SelectMany(pair => pair.Value, (pair, value) => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(value ?? "")}");
        return $"{call.Self}?{string.Join('&', kept.Append(string.Create(CultureInfo.InvariantCulture, $"startAt={startAt}&maxResults={MaxResults}")))}";
    }
}
