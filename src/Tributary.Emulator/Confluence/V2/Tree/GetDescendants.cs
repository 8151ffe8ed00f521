using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Tree;

/// <summary>GET /{kind}/{id}/descendants: everything below, down to <c>depth</c> (2 unless told, 5 at most).</summary>
internal static class GetDescendants
{
    private const int Deepest = 5;

    public static void Map(Routes routes)
    {
        foreach (ContentCollection collection in ContentCollection.InTree)
        {
            routes.Get($"/{collection.Path}/{{id}}/descendants", call => List(call, collection));
        }
    }

    private static Answer List(Call call, ContentCollection collection)
    {
        Content root = collection.FindPublished(call);
        int depth = call.Number("depth") ?? 2;
        if (depth is < 1 or > Deepest) throw ConfluenceException.BadRequest($"Provided value {{{depth}}} for 'depth' is not valid. It must be between 1 and {Deepest}.");
        return CursorPaging.Page(
            call,
            [.. call.Wiki.Descendants(root, depth)],
            below => below.Content.Id,
            below => call.Wiki.CanView(call.User, below.Content),
            below => TreeJson.Descendant(below.Content, below.Depth));
    }
}
