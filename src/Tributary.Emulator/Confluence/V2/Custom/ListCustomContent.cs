using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Custom;

/// <summary>GET /custom-content, /spaces/{id}/custom-content and /{kind}/{id}/custom-content: of one type, which must be given; and what lies on a custom content.</summary>
internal static class ListCustomContent
{
    public static void Map(Routes routes)
    {
        routes.Get("/custom-content", OfSite);
        routes.Get("/spaces/{id}/custom-content", call => List(call, call.Wiki.ContentsOf(call.Wiki.VisibleSpace(call.User, call.RouteNumber())), TypeAsked(call)));
        foreach (ContentCollection container in (ContentCollection[])[ContentCollection.Pages, ContentCollection.BlogPosts])
        {
            routes.Get($"/{container.Path}/{{id}}/custom-content", call => List(call, call.Wiki.ContainedIn(container.FindPublished(call)), TypeAsked(call)));
        }

        routes.Get("/custom-content/{id}/children", call => List(call, call.Wiki.ContainedIn(ContentCollection.CustomContent.FindPublished(call)), type: null));
    }

    private static string TypeAsked(Call call) => call.Query("type") ?? throw ConfluenceException.BadRequest("The parameter 'type' must be given");

    private static Answer OfSite(Call call)
    {
        HashSet<long> ids = [.. call.ManyNumbers("id")];
        HashSet<long> spaces = [.. call.ManyNumbers("space-id")];
        Content[] from = [.. call.Wiki.Contents.Where(content => (ids.Count == 0 || ids.Contains(content.Number)) && (spaces.Count == 0 || spaces.Contains(content.SpaceId)))];
        return List(call, from, TypeAsked(call));
    }

    private static Answer List(Call call, IReadOnlyList<Content> from, string? type)
    {
        string? format = CustomContentJson.Format(call, inList: true);
        return CursorPaging.Page(
            call,
            ContentOrder.Apply(call, from, "id", "created-date", "modified-date", "title"),
            content => content.Id,
            content => content is CustomContent { Status: ContentStatus.Current } custom && (type is null || custom.CustomType == type) && call.Wiki.CanView(call.User, custom),
            content => CustomContentJson.InList(call, (CustomContent)content, format));
    }
}
