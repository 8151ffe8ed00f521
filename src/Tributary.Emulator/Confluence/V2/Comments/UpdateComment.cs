using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Comments;

/// <summary>PUT /footer-comments/{id} and /inline-comments/{id}; <c>resolved</c> closes and reopens an inline comment.</summary>
internal static class UpdateComment
{
    public static void Map(Routes routes)
    {
        routes.Put("/footer-comments/{id}", call => Serve(call, ContentCollection.FooterComments));
        routes.Put("/inline-comments/{id}", call => Serve(call, ContentCollection.InlineComments));
    }

    private static Answer Serve(Call call, ContentCollection comments)
    {
        var comment = (Comment)comments.FindPublished(call);
        JsonObject request = call.Json;
        string? body = BodyJson.Read(call, request);
        bool? resolved = comment.Location == CommentLocation.Inline ? Field.Flag(request, "resolved") : null;
        if (body is null && resolved is null) throw ConfluenceException.BadMessage("body must not be null");
        if (resolved is not null && comment.ParentId is not null) throw ConfluenceException.BadRequest("Only a top-level inline comment can be resolved");
        JsonObject version = Field.Object(request, "version") ?? throw ConfluenceException.BadMessage("version must not be null");
        call.Wiki.UpdateComment(call.User, comment, Field.Number(version, "number"), body, Field.Text(version, "message") ?? "", resolved);
        return Answer.Ok(CommentJson.Alone(call, comment, comment.Latest, "storage"));
    }
}
