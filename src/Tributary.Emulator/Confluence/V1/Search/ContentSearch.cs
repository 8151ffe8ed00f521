using Tributary.Emulator.Hosting;
using Tributary.Emulator.Search;

namespace Tributary.Emulator.Confluence.V1.Search;

/// <summary><c>GET /content/search</c>: contents that a CQL query finds.</summary>
internal static class ContentSearch
{
    public static void Map(Routes routes) => routes.Get("/content/search", Find);

    private static Answer Find(Call call)
    {
        Expansion expand = Expansion.Of(call);
        Rendering rendering = new(call);
        SearchAnswer found = CqlSearch.Run(call.Wiki, call.User, SearchParameters.Read(call, SearchScope.Contents));
        return Answer.Ok(SearchPages.Page(call, found.Hits, hit => rendering.Content(hit.Content!, expand), expand.Has("body")));
    }
}
