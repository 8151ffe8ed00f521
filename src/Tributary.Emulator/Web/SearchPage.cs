using Tributary.Emulator.Hosting;
using Tributary.Emulator.Search;
using Tributary.Query.Cql;

namespace Tributary.Emulator.Web;

/// <summary>What the words in the search box find.</summary>
internal static class SearchPage
{
    private const int MostHits = 50;

    public static Answer Show(Visit visit)
    {
        string text = visit.Query("text") ?? "";
        if (text.Trim().Length == 0) return Frame.Page(visit, "Search", Html.Of($"<h1>Search</h1><p class=\"empty\">Type some words above.</p>"));
        IReadOnlyList<SearchHit> hits = CqlSearch.Run(visit.Wiki, visit.Reader, new SearchRequest($"siteSearch ~ {CqlText.Words(text)} AND type IN (page, blogpost)")).Hits;
        Html main = Html.Of($"<h1>Search</h1><p class=\"lead\">{hits.Count} {(hits.Count == 1 ? "page" : "pages")} for <em>{text}</em></p><ul class=\"hits\">{hits.Take(MostHits).Select(hit => Hit(visit, hit))}</ul>");
        return Frame.Page(visit, $"Search for {text}", main);
    }

    private static Html Hit(Visit visit, SearchHit hit) => Html.Of(
        $"<li dir=\"auto\">{visit.Link(hit.Content!)}{visit.Badges(hit.Content!)} <span class=\"when\">{hit.Space!.Name} &middot; {Visit.Day(hit.Content!.Latest.When)}</span><p>{hit.Excerpt(SearchExcerpt.IndexedUnescaped)}</p></li>");
}
