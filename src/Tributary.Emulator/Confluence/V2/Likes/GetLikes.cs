using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;

namespace Tributary.Emulator.Confluence.V2.Likes;

/// <summary>GET /{kind}/{id}/likes/count and /likes/users.</summary>
internal static class GetLikes
{
    public static void Map(Routes routes)
    {
        foreach (ContentCollection collection in (ContentCollection[])[ContentCollection.Pages, ContentCollection.BlogPosts, ContentCollection.FooterComments, ContentCollection.InlineComments])
        {
            routes.Get($"/{collection.Path}/{{id}}/likes/count", call => Answer.Ok(new() { ["count"] = collection.FindPublished(call).Likes.Count }));
            routes.Get($"/{collection.Path}/{{id}}/likes/users", call => CursorPaging.Page(
                call,
                collection.FindPublished(call).Likes,
                like => like.AccountId,
                like => new JsonObject { ["accountId"] = like.AccountId }));
        }
    }
}
