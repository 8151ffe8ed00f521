using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Tree;

/// <summary>POST, GET and DELETE of folders, whiteboards, databases and embeds: content that v2 knows by place and title alone.</summary>
internal static class Places
{
    public static void Map(Routes routes)
    {
        foreach (ContentCollection collection in ContentCollection.InTree.Where(collection => collection != ContentCollection.Pages))
        {
            routes.Post($"/{collection.Path}", call => Create(call, collection));
            routes.Get($"/{collection.Path}/{{id}}", call => Answer.Ok(TreeJson.Place(call, collection.FindPublished(call))));
            routes.Delete($"/{collection.Path}/{{id}}", call => Delete(call, collection));
        }
    }

    private static Answer Create(Call call, ContentCollection collection)
    {
        JsonObject request = call.Json;
        Space space = call.Wiki.VisibleSpace(call.User, Field.Id(request, "spaceId"));
        Content content = call.Wiki.Create(call.User, new NewContent(collection.Type, space, Title(request, collection))
        {
            ParentId = Field.Text(request, "parentId"),
            Private = call.Flag("private"),
            EmbedUrl = collection == ContentCollection.Embeds ? Field.Text(request, "embedUrl") : null,
        });
        return Answer.Ok(TreeJson.Place(call, content));
    }

    // A folder is nothing but its title; the others are named later in the editor.
    private static string Title(JsonObject request, ContentCollection collection) =>
        Field.Text(request, "title") is { Length: > 0 } title ? title
        : collection == ContentCollection.Folders ? throw ConfluenceException.BadRequest("Title cannot be empty")
        : $"Untitled {Wire.Name(collection.Type)}";

    private static Answer Delete(Call call, ContentCollection collection)
    {
        call.Wiki.Trash(call.User, collection.FindPublished(call));
        return Answer.NoContent();
    }
}
