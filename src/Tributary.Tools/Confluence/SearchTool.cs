using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Query.Cql;
using Tributary.Tools.Catalog;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Confluence;

/// <summary>Finds pages and other content.</summary>
[McpServerToolType]
internal sealed class SearchTool(ConfluenceClient confluence, SpaceAllowList allowed)
{
    [McpServerTool(Name = "confluence_search", Title = "Search Confluence", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Finds content by plain words (query: pages and blog posts) or by CQL (cql), e.g. space = ENG and title ~ \"release\" order by lastmodified desc.")]
    public async Task<SearchResult> SearchAsync(
        string? cql = null,
        [Description("Words; a \"phrase\" in quotes.")] string? query = null,
        [Description("Only this space.")] SpaceKey? space_key = null,
        [Range(1, 100)] int limit = 25,
        [Range(0, 10_000)] int start = 0,
        [Description("next_cursor of the call before; instead of start.")] string? cursor = null,
        SearchExcerpt excerpt = SearchExcerpt.Highlight,
        [Description("Accepted and without effect.")] string? expand = null,
        CancellationToken cancellationToken = default)
    {
        // Results carry all there is; earlier callers send it all the same.
        _ = expand;
        if (cursor is not null && start > 0)
            throw ToolException.InvalidParams("`start` and `cursor` exclude each other.", "Give one of them.");

        var search = new SearchQuery(Cql(cql, query, space_key), limit, start, cursor, excerpt.ToString().ToLowerInvariant());
        ResultList<SearchHit> hits = await confluence.SearchAsync(search, cancellationToken);
        SearchItem[] inside = [.. hits.Items.Where(hit => allowed.Contains(hit.SpaceKey)).Select(SearchItem.Of)];
        // Should Atlassian ever answer outside the restriction, then its count is not ours to tell.
        int? total = inside.Length == hits.Items.Count ? hits.Total : null;
        return new SearchResult(inside, total, hits.NextStart, hits.NextCursor);
    }

    private string Cql(string? cql, string? words, SpaceKey? space)
    {
        bool hasCql = !string.IsNullOrWhiteSpace(cql);
        if (hasCql == !string.IsNullOrWhiteSpace(words))
        {
            throw ToolException.InvalidParams(
                hasCql ? "`cql` and `query` exclude each other." : "There is nothing to search for: `cql` and `query` are missing.",
                "Give words as query, or a condition as cql.");
        }

        CqlQuery parsed = CqlParser.Parse(hasCql ? cql! : $"type in (page, blogpost) and text ~ {Words(words!)}");
        if (space is { } key)
        {
            allowed.Check(key);
            parsed = parsed.RestrictTo("space", [key.ToString()]);
        }

        if (allowed.IsRestricted)
            parsed = parsed.RestrictTo("space", allowed.Keys.Select(allowedKey => allowedKey.ToString()));

        return parsed.ToString();
    }

    private static string Words(string words) => CqlText.Words(words) is { Length: > 2 } literal
        ? literal
        : throw ToolException.InvalidParams("`query` has no word to look for.", "Give at least one word of letters or digits.");
}

internal enum SearchExcerpt
{
    Highlight,
    Indexed,
    None,
}

internal sealed record SearchResult(IReadOnlyList<SearchItem> Results, int? TotalAvailable, int? NextStartOffset, string? NextCursor) : IToolResult
{
    public string ToText() => Results.Count == 0
        ? "Nothing found. Try fewer or other words, or list spaces with confluence_list_spaces."
        : ListText.Of("result", Results.Select(result => result.ToText()), TotalAvailable, NextStartOffset, NextCursor);

    public IToolResult ForAlias() => this with { Results = [.. Results.Select(result => result.Type is "page" or "blogpost" ? result with { PageId = result.Id } : result)] };
}

/// <param name="PageId">Only for callers of the earlier name.</param>
internal sealed record SearchItem(
    string Id, string Title, string? SpaceKey, string Type, string Url, string? Excerpt, DateTime? LastModifiedDate, [property: AliasOnly] string? PageId = null)
{
    public static SearchItem Of(SearchHit hit) => new(
        hit.Id, WikiText.Line(hit.Title), hit.SpaceKey?.ToString(), hit.Type, hit.Url,
        hit.Excerpt is null ? null : WikiText.Line(hit.Excerpt), hit.LastModifiedAt?.UtcDateTime);

    public string ToText() =>
        $"{Id}: {Title} ({Type}{(SpaceKey is null ? "" : $", {SpaceKey}")}{(LastModifiedDate is { } date ? $", {date:yyyy-MM-dd}" : "")}) {Url}"
        + (string.IsNullOrWhiteSpace(Excerpt) ? "" : "\n  " + Excerpt);
}
