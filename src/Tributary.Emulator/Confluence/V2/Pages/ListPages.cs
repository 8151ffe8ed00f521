using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Pages;

/// <summary>GET /pages, /spaces/{id}/pages and /labels/{id}/pages, and the same for blog posts.</summary>
internal static class ListPages
{
    public static void Map(Routes routes)
    {
        foreach (ContentCollection collection in (ContentCollection[])[ContentCollection.Pages, ContentCollection.BlogPosts])
        {
            routes.Get($"/{collection.Path}", call => OfSite(call, collection));
            routes.Get($"/spaces/{{id}}/{collection.Path}", call => OfSpace(call, collection));
            routes.Get($"/labels/{{id}}/{collection.Path}", call => OfLabel(call, collection));
        }
    }

    private static Answer OfSite(Call call, ContentCollection collection)
    {
        HashSet<long> ids = [.. call.ManyNumbers("id")];
        string? subtype = call.Query("subtype");
        return List(
            call,
            collection,
            call.Wiki.Contents,
            content => (ids.Count == 0 || ids.Contains(content.Number)) && (subtype is null || (content.Subtype ?? "page") == subtype));
    }

    private static Answer OfSpace(Call call, ContentCollection collection)
    {
        Space space = call.Wiki.VisibleSpace(call.User, call.RouteNumber());
        string depth = call.Query("depth") ?? "all";
        if (depth is not ("all" or "root")) throw ConfluenceException.BadRequest($"Provided value {{{depth}}} for 'depth' is not valid. Valid values are: all, root.");
        return List(call, collection, call.Wiki.ContentsOf(space), content => depth == "all" || content.ParentId is null);
    }

    private static Answer OfLabel(Call call, ContentCollection collection)
    {
        Label label = call.Wiki.FindLabel(call.RouteNumber()) ?? throw ConfluenceException.NotFound($"No label found with id : {call.Route("id")}");
        return List(call, collection, call.Wiki.Contents, content => content.Labels.Contains(label));
    }

    private static Answer List(Call call, ContentCollection collection, IReadOnlyList<Content> from, Func<Content, bool> matches)
    {
        HashSet<long> spaces = [.. call.ManyNumbers("space-id")];
        string? title = call.Query("title");
        Func<Content, bool> hasStatus = ContentOrder.StatusFilter(call, ContentStatus.Current, ContentStatus.Archived);
        string? format = BodyJson.Format(call, inList: true);
        return CursorPaging.Page(
            call,
            ContentOrder.Apply(call, from, "id", "created-date", "modified-date", "title"),
            content => content.Id,
            content => collection.Holds(content)
                && hasStatus(content)
                && (spaces.Count == 0 || spaces.Contains(content.SpaceId))
                && (title is null || content.Title.Equals(title, StringComparison.OrdinalIgnoreCase))
                && matches(content)
                && call.Wiki.CanView(call.User, content),
            content => PageJson.InList(call, content, format));
    }
}
