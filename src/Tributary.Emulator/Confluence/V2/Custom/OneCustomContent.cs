using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Custom;

/// <summary>POST /custom-content; GET, PUT and DELETE /custom-content/{id}.</summary>
internal static class OneCustomContent
{
    public static void Map(Routes routes)
    {
        routes.Post("/custom-content", Create);
        routes.Get("/custom-content/{id}", Get);
        routes.Put("/custom-content/{id}", Update);
        routes.Delete("/custom-content/{id}", Delete);
    }

    private static Answer Create(Call call)
    {
        JsonObject request = call.Json;
        string? containerId = Field.Text(request, "pageId") ?? Field.Text(request, "blogPostId") ?? Field.Text(request, "customContentId");
        Space space = containerId is null
            ? call.Wiki.VisibleSpace(call.User, Field.Id(request, "spaceId"))
            : call.Wiki.SpaceOf(call.Wiki.Visible(call.User, containerId));
        (string representation, string body) = Body(call, request) ?? ("storage", "");
        Content content = call.Wiki.Create(call.User, new NewContent(ContentType.Custom, space, Field.RequiredText(request, "title"), body)
        {
            CustomType = Field.RequiredText(request, "type"),
            ContainerId = containerId,
            Representation = representation,
        });
        return Show(call, content, 201);
    }

    private static Answer Get(Call call)
    {
        var custom = (CustomContent)ContentCollection.CustomContent.FindPublished(call);
        int number = call.Number("version") ?? custom.Latest.Number;
        ContentVersion version = custom.Version(number) ?? throw ConfluenceException.NotFound($"No version {number} of content with id : {custom.Id}");
        return Answer.Ok(CustomContentJson.Alone(call, custom, version, CustomContentJson.Format(call, inList: false)));
    }

    private static Answer Update(Call call)
    {
        var custom = (CustomContent)ContentCollection.CustomContent.FindPublished(call);
        JsonObject request = call.Json;
        JsonObject version = Field.Object(request, "version") ?? throw ConfluenceException.BadMessage("version must not be null");
        if (Field.RequiredText(request, "type") != custom.CustomType) throw ConfluenceException.BadRequest("The type of custom content cannot be changed");
        (string Representation, string Value)? body = Body(call, request);
        call.Wiki.Update(call.User, custom, new ContentChange(Field.Number(version, "number"), Field.RequiredText(request, "title"), body?.Value) { Message = Field.Text(version, "message") ?? "" });
        if (body is { } given) custom.Representation = given.Representation;
        return Show(call, custom, 200);
    }

    private static Answer Delete(Call call)
    {
        Content custom = ContentCollection.CustomContent.Find(call);
        if (call.Flag("purge"))
        {
            call.Wiki.Purge(call.User, custom);
        }
        else
        {
            call.Wiki.Trash(call.User, custom);
        }

        return Answer.NoContent();
    }

    private static Answer Show(Call call, Content content, int status)
    {
        var custom = (CustomContent)content;
        return Answer.Json(status, CustomContentJson.Alone(call, custom, custom.Latest, custom.Representation));
    }

    private static (string Representation, string Value)? Body(Call call, JsonObject request)
    {
        if (Field.Object(request, "body") is not { } body) return null;
        JsonObject given = body["raw"] as JsonObject ?? body;
        bool isRaw = given != body || Field.Text(body, "representation") == "raw";
        return isRaw ? ("raw", Field.RequiredText(given, "value")) : ("storage", BodyJson.Read(call, request)!);
    }
}
