using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Tree;

/// <summary>GET /{kind}/{id}/direct-children: everything one step below. The older /pages/{id}/children knows pages alone.</summary>
internal static class GetChildren
{
    public static void Map(Routes routes)
    {
        foreach (ContentCollection collection in ContentCollection.InTree)
        {
            routes.Get($"/{collection.Path}/{{id}}/direct-children", call => List(call, collection, _ => true, TreeJson.Child));
        }

        routes.Get("/pages/{id}/children", call => List(call, ContentCollection.Pages, child => child.Type == ContentType.Page, ChildPage)
            .With("deprecation", "Fri, 30 May 2025 00:00:00 GMT"));
    }

    private static Answer List(Call call, ContentCollection collection, Func<Content, bool> matches, Func<Content, JsonObject> render)
    {
        Content parent = collection.FindPublished(call);
        Content[] byNumber = [.. call.Wiki.Children(parent).OrderBy(child => child.Number)];
        IReadOnlyList<Content> ordered = call.Query("sort") is null
            ? [.. call.Wiki.Children(parent)]
            : ContentOrder.Apply(call, byNumber, "created-date", "id", "child-position", "modified-date", "title");
        return CursorPaging.Page(call, ordered, child => child.Id, child => matches(child) && call.Wiki.CanView(call.User, child), render);
    }

    private static JsonObject ChildPage(Content child)
    {
        JsonObject json = TreeJson.Child(child);
        json.Remove("type");
        return json;
    }
}
