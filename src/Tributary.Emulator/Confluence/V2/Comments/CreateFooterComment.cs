using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Comments;

/// <summary>POST /footer-comments, on a page, blog post, attachment or custom content, or as an answer to a comment.</summary>
internal static class CreateFooterComment
{
    private static readonly string[] Places = ["pageId", "blogPostId", "parentCommentId", "attachmentId", "customContentId"];

    public static void Map(Routes routes) => routes.Post("/footer-comments", Serve);

    private static Answer Serve(Call call)
    {
        JsonObject request = call.Json;
        if (Places.Where(name => request[name] is not null).ToList() is not [var place])
        {
            throw ConfluenceException.BadRequest($"Exactly one of {string.Join(", ", Places)} must be given");
        }

        string id = Field.RequiredText(request, place);
        string body = BodyJson.Read(call, request) ?? throw ConfluenceException.BadMessage("body must not be null");
        Comment comment;
        if (place == "parentCommentId")
        {
            var answered = (Comment)call.Wiki.Visible(call.User, id, ContentType.Comment);
            if (answered.Location != CommentLocation.Footer) throw ConfluenceException.NoContent(id);
            comment = call.Wiki.AddFooterComment(call.User, call.Wiki.ContainerOf(answered)!, answered, body);
        }
        else
        {
            ContentType type = place switch
            {
                "pageId" => ContentType.Page,
                "blogPostId" => ContentType.BlogPost,
                "attachmentId" => ContentType.Attachment,
                _ => ContentType.Custom,
            };
            comment = call.Wiki.AddFooterComment(call.User, call.Wiki.Visible(call.User, id, type), answered: null, body);
        }

        return Answer.Json(201, CommentJson.Alone(call, comment, comment.Latest, "storage"));
    }
}
