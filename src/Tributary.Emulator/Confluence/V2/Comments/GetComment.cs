using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Comments;

/// <summary>GET /footer-comments/{id} and /inline-comments/{id}.</summary>
internal static class GetComment
{
    public static void Map(Routes routes)
    {
        foreach (ContentCollection comments in (ContentCollection[])[ContentCollection.FooterComments, ContentCollection.InlineComments])
        {
            routes.Get($"/{comments.Path}/{{id}}", call => Serve(call, (Comment)comments.FindPublished(call)));
        }
    }

    private static Answer Serve(Call call, Comment comment)
    {
        int number = call.Number("version") ?? comment.Latest.Number;
        ContentVersion version = comment.Version(number) ?? throw ConfluenceException.NotFound($"No version {number} of content with id : {comment.Id}");
        return Answer.Ok(CommentJson.Alone(call, comment, version, BodyJson.Format(call, inList: false)));
    }
}
