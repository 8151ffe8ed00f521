using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Likes;

/// <summary>Data Center's <c>/rest/likes/1.0/content/{id}/likes</c>: who likes a content, and liking it oneself.</summary>
internal static class ContentLikes
{
    public static void Map(Routes routes)
    {
        routes.Get("/content/{id}/likes", call => Render(call, Named.Content(call)));
        routes.Post("/content/{id}/likes", Like);
        routes.Delete("/content/{id}/likes", Unlike);
    }

    private static Answer Like(Call call)
    {
        Content content = Named.Content(call);
        if (content.Likes.Exists(like => like.AccountId == call.User.AccountId)) throw ConfluenceException.BadRequest("User already likes this content");
        call.Wiki.Like(call.User, content);
        return Render(call, content);
    }

    private static Answer Unlike(Call call)
    {
        Content content = Named.Content(call);
        call.Wiki.Unlike(call.User, content);
        return Render(call, content);
    }

    private static Answer Render(Call call, Content content) => Answer.Ok(new JsonObject
    {
        ["likes"] = new JsonArray([.. content.Likes.Select(like => call.Wiki.FindUser(like.AccountId)).OfType<User>().Select(user => new JsonObject
        {
            ["user"] = new JsonObject { ["name"] = user.Username, ["fullName"] = user.DisplayName },
        })]),
        ["content_type"] = Wire.Name(content.Type),
        ["content_id"] = content.Id,
    });
}
