using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Pages;

/// <summary>POST /pages. Without a parent the page goes under the space's home page, unless <c>root-level=true</c>.</summary>
internal static class CreatePage
{
    public static void Map(Routes routes) => routes.Post("/pages", Serve);

    private static Answer Serve(Call call)
    {
        JsonObject request = call.Json;
        Space space = call.Wiki.VisibleSpace(call.User, Field.Id(request, "spaceId"));
        bool rootLevel = call.Flag("root-level");
        string? subtype = Field.Text(request, "subtype");
        string? parentId = Field.Text(request, "parentId");
        if (rootLevel && parentId is not null) throw ConfluenceException.BadRequest("parentId must not be given when root-level is true");
        Content page = call.Wiki.Create(call.User, new NewContent(ContentType.Page, space, Field.Text(request, "title") ?? "", BodyJson.Read(call, request) ?? "")
        {
            ParentId = parentId ?? (rootLevel ? null : space.HomepageId),
            Status = Field.Status(request, ContentStatus.Current, ContentStatus.Draft) ?? ContentStatus.Current,
            Message = Field.Object(request, "version") is { } version ? Field.Text(version, "message") ?? "" : "",
            Private = call.Flag("private"),
            Subtype = subtype,
            Document = subtype == BodyJson.LiveDoc ? BodyJson.Document(request) : null,
        });
        return Answer.Ok(PageJson.Alone(call, page, "storage"));
    }
}
