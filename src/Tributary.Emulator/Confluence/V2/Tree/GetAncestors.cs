using Tributary.Emulator.Hosting;

namespace Tributary.Emulator.Confluence.V2.Tree;

/// <summary>GET /{kind}/{id}/ancestors: ids and types, top first; a limit, but no cursor.</summary>
internal static class GetAncestors
{
    public static void Map(Routes routes)
    {
        foreach (ContentCollection collection in ContentCollection.InTree)
        {
            routes.Get($"/{collection.Path}/{{id}}/ancestors", call => CursorPaging.Head(call, call.Wiki.Ancestors(collection.FindPublished(call)), TreeJson.Ancestor));
        }
    }
}
