using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.InlineComments;

/// <summary><c>/rest/inlinecomments/1.0</c>: how the pages of Data Center add, answer and settle inline comments. Its public API cannot.</summary>
internal static class InlineCommentPages
{
    public static void Map(Routes routes)
    {
        routes.Post("/comments", Add);
        routes.Post("/comments/{id}/replies", Reply);
        routes.Put("/comments/{id}/resolve/{resolved}/dangling/{dangling}", Resolve);
    }

    private static Answer Add(Call call)
    {
        JsonObject request = call.Json;
        Content container = Named.Content(call.Wiki, call.User, Field.RequiredText(request, "containerId"));
        Comment comment = call.Wiki.AddInlineComment(
            call.User,
            container,
            Body(call),
            Field.RequiredText(request, "originalSelection"),
            Field.Number(request, "numMatches") ?? throw ConfluenceException.BadRequest("numMatches is required"),
            Field.Number(request, "matchIndex") ?? throw ConfluenceException.BadRequest("matchIndex is required"));
        JsonObject made = Render(call, comment);
        made["markerRef"] = comment.MarkerRef;
        made["originalSelection"] = comment.Selection;
        made["resolveProperties"] = Resolution(comment);
        made["hasResolvePermission"] = true;
        made["hasReplyPermission"] = true;
        return Answer.Ok(made);
    }

    private static Answer Reply(Call call)
    {
        Comment first = First(call);
        if (call.Query("containerId") != call.Wiki.ContainerOf(first)!.Id) throw ConfluenceException.BadRequest("containerId is not the content of the comment");
        JsonObject made = Render(call, call.Wiki.AnswerInlineComment(call.User, first, Body(call)));
        made["commentId"] = long.Parse(first.Id, CultureInfo.InvariantCulture);
        return Answer.Ok(made);
    }

    private static Answer Resolve(Call call)
    {
        Comment first = First(call);
        if (!bool.TryParse(call.Route("resolved"), out bool resolved)) throw ConfluenceException.WrongType(call.Route("resolved"), "resolved", "boolean");
        call.Wiki.UpdateComment(call.User, first, first.Latest.Number + 1, body: null, message: "", resolved);
        return Answer.Ok(new() { ["resolveProperties"] = Resolution(first) });
    }

    private static string Body(Call call) => Bodies.Accept(call, "storage", Field.RequiredText(call.Json, "body"));

    // Answers cannot be answered or settled: the thread is.
    private static Comment First(Call call) =>
        call.Wiki.Visible<Comment>(call.User, call.RouteId()) is { Location: CommentLocation.Inline, ParentId: null } first ? first : throw ConfluenceException.NoContent(call.Route("id"));

    private static JsonObject Render(Call call, Comment comment) => new()
    {
        ["id"] = long.Parse(comment.Id, CultureInfo.InvariantCulture),
        ["containerVersion"] = 0,
        ["authorDisplayName"] = call.User.DisplayName,
        ["authorUserName"] = call.User.Username,
        ["authorAvatarUrl"] = "/images/icons/profilepics/default.svg",
        ["body"] = comment.Body,
        ["hasDeletePermission"] = true,
        ["hasEditPermission"] = true,
        ["lastModificationDate"] = comment.Latest.When.ToUnixTimeMilliseconds(),
        ["commentDateUrl"] = Links.WebUi(call.Site, comment),
    };

    private static JsonObject Resolution(Comment comment)
    {
        bool resolved = comment.Resolution == World.Resolution.Resolved;
        return new()
        {
            ["resolved"] = resolved,
            ["resolvedTime"] = resolved ? comment.ResolutionModifiedAt?.ToUnixTimeMilliseconds() ?? 0 : 0,
            ["resolvedByDangling"] = false,
        };
    }
}
