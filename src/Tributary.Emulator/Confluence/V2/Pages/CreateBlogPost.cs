using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Pages;

/// <summary>POST /blogposts; <c>createdAt</c> dates it back.</summary>
internal static class CreateBlogPost
{
    public static void Map(Routes routes) => routes.Post("/blogposts", Serve);

    private static Answer Serve(Call call)
    {
        JsonObject request = call.Json;
        Space space = call.Wiki.VisibleSpace(call.User, Field.Id(request, "spaceId"));
        Content post = call.Wiki.Create(call.User, new NewContent(ContentType.BlogPost, space, Field.Text(request, "title") ?? "", BodyJson.Read(call, request) ?? "")
        {
            Status = Field.Status(request, ContentStatus.Current, ContentStatus.Draft) ?? ContentStatus.Current,
            Private = call.Flag("private"),
            CreatedAt = Field.Moment(request, "createdAt"),
        });
        return Answer.Ok(PageJson.Alone(call, post, "storage"));
    }
}
