using System.Text.Json;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Search;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Search;

/// <summary>The parameters that all searches share.</summary>
internal static class SearchParameters
{
    public static SearchRequest Read(Call call, SearchScope scope)
    {
        string cql = call.Query("cql") ?? throw ConfluenceException.BadRequest("Query cannot be null or empty");
        JsonObject? context = Context(call);
        return new SearchRequest(
            cql,
            scope,
            context is null ? null : Field.Text(context, "spaceKey"),
            context is null ? null : Field.Text(context, "contentId"),
            context is null ? null : Statuses(context),
            call.Flag("includeArchivedSpaces"),
            call.Flag("excludeCurrentSpaces"));
    }

    public static SearchExcerpt Excerpt(Call call) => call.Query("excerpt") switch
    {
        null or "highlight" => SearchExcerpt.Highlight,
        "highlight_unescaped" => SearchExcerpt.HighlightUnescaped,
        "indexed" => SearchExcerpt.Indexed,
        "indexed_unescaped" => SearchExcerpt.IndexedUnescaped,
        "none" => SearchExcerpt.None,
        { } other => throw ConfluenceException.BadRequest($"Unsupported excerpt strategy: {other}"),
    };

    private static JsonObject? Context(Call call)
    {
        if (call.Query("cqlcontext") is not { } text) return null;
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw ConfluenceException.BadRequest("cqlcontext must be a JSON object");
        }
        catch (JsonException error)
        {
            throw ConfluenceException.BadRequest($"Could not parse cqlcontext: {error.Message}");
        }
    }

    private static ContentStatus[]? Statuses(JsonObject context) => Field.Array(context, "contentStatuses")?
        .Select(status => Wire.Status(status?.ToString() ?? "") ?? throw ConfluenceException.BadRequest($"Unsupported content status: {status}"))
        .ToArray();
}
