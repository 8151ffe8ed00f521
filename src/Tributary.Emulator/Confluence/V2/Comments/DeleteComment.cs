using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Comments;

/// <summary>DELETE /footer-comments/{id} and /inline-comments/{id}: for good.</summary>
internal static class DeleteComment
{
    public static void Map(Routes routes)
    {
        routes.Delete("/footer-comments/{id}", call => Serve(call, ContentCollection.FooterComments));
        routes.Delete("/inline-comments/{id}", call => Serve(call, ContentCollection.InlineComments));
    }

    private static Answer Serve(Call call, ContentCollection comments)
    {
        call.Wiki.DeleteComment(call.User, (Comment)comments.FindPublished(call));
        return Answer.NoContent();
    }
}
