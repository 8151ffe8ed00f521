using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Search;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Search;

/// <summary><c>GET /search</c> for contents, spaces and, on Data Center, people; <c>GET /search/user</c> for people on Cloud.</summary>
internal static class SiteSearch
{
    public static void Map(Routes routes)
    {
        routes.Get("/search", call => Find(call, SearchScope.Site));
        if (routes.Site.IsCloud) routes.Get("/search/user", call => Find(call, SearchScope.People));
    }

    private static Answer Find(Call call, SearchScope scope)
    {
        Expansion expand = Expansion.Of(call);
        SearchExcerpt excerpt = SearchParameters.Excerpt(call);
        SearchRequest request = SearchParameters.Read(call, scope);
        SearchAnswer found = CqlSearch.Run(call.Wiki, call.User, request);
        JsonObject page = SearchPages.Page(call, found.Hits, hit => Result(call, hit, expand, excerpt), expand["content"].Has("body"));
        page["totalSize"] = found.Hits.Count;
        page["cqlQuery"] = request.Cql;
        page["searchDuration"] = 1;
        if (call.Site.IsCloud) page["archivedResultCount"] = found.ArchivedHitCount;
        return Answer.Ok(page);
    }

    private static JsonObject Result(Call call, SearchHit hit, Expansion expand, SearchExcerpt excerpt)
    {
        Rendering rendering = new(call);
        var result = new JsonObject();
        string url;
        if (hit.Content is { } content)
        {
            result["content"] = rendering.Content(content, expand["content"]);
            url = Links.WebUi(call.Site, content);
        }
        else if (hit.User is { } person)
        {
            result["user"] = rendering.Person(person);
            url = call.Site.IsCloud ? $"/people/{person.AccountId}" : $"/display/~{person.Username}";
        }
        else
        {
            result["space"] = rendering.Space(hit.Space!, expand["space"]);
            url = Links.WebUi(call.Site, hit.Space!);
        }

        result["title"] = hit.Title(excerpt);
        result["excerpt"] = hit.Excerpt(excerpt);
        result["url"] = url;
        if (hit.Content is { } found) Places(call, result, found);
        result["breadcrumbs"] = new JsonArray();
        result["entityType"] = hit.EntityType;
        result["iconCssClass"] = hit.EntityType switch
        {
            "user" => "aui-icon content-type-profile",
            "space" => "aui-icon content-type-space",
            _ => $"aui-icon content-type-{Rendering.TypeName(hit.Content!)}",
        };
        DateTimeOffset modified = hit.LastModified ?? DateTimeOffset.UnixEpoch;
        result["lastModified"] = Wire.Time(modified);
        result["friendlyLastModified"] = Rendering.Friendly(modified);
        if (call.Site.IsCloud) result["score"] = hit.Score;
        return result;
    }

    private static void Places(Call call, JsonObject result, Content content)
    {
        if (call.Wiki.ContainerOf(content) is { } container)
        {
            result["resultParentContainer"] = new JsonObject { ["title"] = container.Title, ["displayUrl"] = Links.WebUi(call.Site, container) };
        }

        Space space = call.Wiki.SpaceOf(content);
        result["resultGlobalContainer"] = new JsonObject { ["title"] = space.Name, ["displayUrl"] = Links.WebUi(call.Site, space) };
    }
}
