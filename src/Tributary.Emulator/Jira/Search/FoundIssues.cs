using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Jira.Issues;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Search;

/// <summary>Issues that a search or a board found, page by page.</summary>
internal sealed class FoundIssues(JiraCall call, IssueView view)
{
    private const int MostWithFields = 100;
    private const int MostKeys = 5000;

    // Names and schema stand once beside the issues, not in each.
    private readonly IssueView eachView = view with { Expand = [.. view.Expand.Where(what => what is not ("names" or "schema"))] };

    /// <summary>By <c>startAt</c>, with the total.</summary>
    public JsonObject Classic(Paging paging, IReadOnlyList<Issue> found, IReadOnlyList<string> warnings, Func<Issue, IssueView, JsonNode>? render = null)
    {
        var page = new JsonObject { ["expand"] = "schema,names", ["startAt"] = paging.StartAt, ["maxResults"] = paging.MaxResults, ["total"] = found.Count };
        page["issues"] = new JsonArray([.. paging.Cut(found).Select(issue => (render ?? Json)(issue, eachView))]);
        if (warnings.Count > 0) page["warningMessages"] = new JsonArray([.. warnings.Select(warning => JsonValue.Create(warning))]);
        return Expanded(page);
    }

    /// <summary>By <c>nextPageToken</c>; nobody tells how many there are.</summary>
    /// <param name="query">What a token is good for.</param>
    public Answer Tokens(IReadOnlyList<Issue> found, string query, string? token, int? wanted, Func<Issue, IssueView, JsonNode>? render = null)
    {
        int start = token is null ? 0 : Read(token, query);
        bool keysAlone = view.Fields.All(field => field is "id" or "key");
        int most = Math.Clamp(wanted ?? 50, 1, keysAlone ? MostKeys : MostWithFields);
        bool isLast = start + most >= found.Count;
        var page = new JsonObject { ["issues"] = new JsonArray([.. found.Skip(start).Take(most).Select(issue => (render ?? Json)(issue, eachView))]) };
        if (!isLast) page["nextPageToken"] = Token(start + most, query);
        page["isLast"] = isLast;
        return Answer.Ok(Expanded(page));
    }

    private JsonObject Json(Issue issue, IssueView shown) =>
        shown.Fields is ["id"] && shown.Expand.Count == 0 && shown.Properties.Count == 0 ? new JsonObject { ["id"] = $"{issue.Id}" } : new IssueJson(call).Of(issue, shown);

    private JsonObject Expanded(JsonObject page)
    {
        if (view.Expands("names")) page["names"] = new IssueJson(call).Names(view);
        if (view.Expands("schema")) page["schema"] = new IssueJson(call).Schemas(view);
        return page;
    }

    private static string Token(int start, string query) => Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{start}.{Sum(query)}")));

    private static int Read(string token, string query)
    {
        Span<byte> bytes = stackalloc byte[64];
        string text = token.Length <= 64 && Convert.TryFromBase64String(token, bytes, out int length) ? Encoding.UTF8.GetString(bytes[..length]) : "";
        return text.Split('.') is [var start, var sum] && sum == Sum(query).ToString(CultureInfo.InvariantCulture) && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out int place)
            ? place
            : throw JiraException.BadRequest("The provided next page token is invalid or has expired.");
    }

    // Tokens outlive the process, so the sum may not change with it.
    private static uint Sum(string query) => query.Aggregate(2166136261u, (sum, c) => unchecked((sum ^ c) * 16777619));
}
