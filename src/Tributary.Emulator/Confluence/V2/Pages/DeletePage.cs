using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Pages;

/// <summary>DELETE /pages/{id} and DELETE /blogposts/{id}: into the trash, out of it for good, or a draft away.</summary>
internal static class DeletePage
{
    public static void Map(Routes routes)
    {
        foreach (ContentCollection collection in (ContentCollection[])[ContentCollection.Pages, ContentCollection.BlogPosts])
        {
            routes.Delete($"/{collection.Path}/{{id}}", call => Serve(call, collection));
        }
    }

    private static Answer Serve(Call call, ContentCollection collection)
    {
        Content content = collection.Find(call);
        if (call.Flag("draft"))
        {
            call.Wiki.DiscardDraft(call.User, content);
        }
        else if (call.Flag("purge"))
        {
            call.Wiki.Purge(call.User, content);
        }
        else
        {
            call.Wiki.Trash(call.User, content);
        }

        return Answer.NoContent();
    }
}
