using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Comments;

/// <summary>POST /inline-comments: about a text of a page or blog post, or an answer to an inline comment.</summary>
internal static class CreateInlineComment
{
    public static void Map(Routes routes) => routes.Post("/inline-comments", Serve);

    private static Answer Serve(Call call)
    {
        JsonObject request = call.Json;
        string body = BodyJson.Read(call, request) ?? throw ConfluenceException.BadMessage("body must not be null");
        Comment comment = (Field.Text(request, "pageId"), Field.Text(request, "blogPostId"), Field.Text(request, "parentCommentId")) switch
        {
            ({ } page, null, null) => AboutText(call, call.Wiki.Visible(call.User, page, ContentType.Page), body),
            (null, { } post, null) => AboutText(call, call.Wiki.Visible(call.User, post, ContentType.BlogPost), body),
            (null, null, { } answered) => Reply(call, answered, body),
            _ => throw ConfluenceException.BadRequest("Exactly one of pageId, blogPostId, parentCommentId must be given"),
        };
        return Answer.Json(201, CommentJson.Alone(call, comment, comment.Latest, "storage"));
    }

    private static Comment AboutText(Call call, Content container, string body)
    {
        JsonObject about = Field.Object(call.Json, "inlineCommentProperties") ?? throw ConfluenceException.BadMessage("inlineCommentProperties must not be null");
        return call.Wiki.AddInlineComment(
            call.User,
            container,
            body,
            Field.RequiredText(about, "textSelection"),
            Field.Number(about, "textSelectionMatchCount") ?? 1,
            Field.Number(about, "textSelectionMatchIndex") ?? 0);
    }

    private static Comment Reply(Call call, string id, string body)
    {
        var answered = (Comment)call.Wiki.Visible(call.User, id, ContentType.Comment);
        return answered.Location == CommentLocation.Inline ? call.Wiki.AnswerInlineComment(call.User, answered, body) : throw ConfluenceException.NoContent(id);
    }
}
