using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Pages;

/// <summary>PUT /pages/{id} and PUT /blogposts/{id}: the next version; for what is in the trash, the way back.</summary>
internal static class UpdatePage
{
    public static void Map(Routes routes)
    {
        foreach (ContentCollection collection in (ContentCollection[])[ContentCollection.Pages, ContentCollection.BlogPosts])
        {
            routes.Put($"/{collection.Path}/{{id}}", call => Serve(call, collection));
        }
    }

    private static Answer Serve(Call call, ContentCollection collection)
    {
        Content content = collection.Find(call);
        JsonObject request = call.Json;
        string id = Field.RequiredText(request, "id");
        if (id != content.Id && id != content.Alias) throw ConfluenceException.BadRequest($"The id of the body ({id}) is not the id of the path ({content.Id})");
        ContentStatus status = Field.Status(request, ContentStatus.Current, ContentStatus.Draft) ?? throw ConfluenceException.BadMessage("status must not be null");
        string title = Field.RequiredText(request, "title");
        string body = BodyJson.Read(call, request) ?? throw ConfluenceException.BadMessage("body must not be null");
        JsonObject version = Field.Object(request, "version") ?? throw ConfluenceException.BadMessage("version must not be null");
        if (Field.Text(request, "spaceId") is { } spaceId && spaceId != content.SpaceId.ToString(CultureInfo.InvariantCulture))
        {
            throw ConfluenceException.BadRequest("Moving content to another space is not supported by this endpoint");
        }

        call.Wiki.Update(call.User, content, new ContentChange(Field.Number(version, "number"), title, body)
        {
            Status = status,
            Document = content.Subtype == BodyJson.LiveDoc ? BodyJson.Document(request) : null,
            Message = Field.Text(version, "message") ?? "",
            ParentId = Field.Text(request, "parentId"),
            OwnerId = Field.Text(request, "ownerId"),
            CreatedAt = Field.Moment(request, "createdAt"),
        });
        bool isUnpublished = status == ContentStatus.Draft && content.UnpublishedDraft is not null;
        return Answer.Ok(isUnpublished
            ? PageJson.Alone(call, content, content.UnpublishedDraft!, "draft", "storage")
            : PageJson.Alone(call, content, "storage"));
    }
}
