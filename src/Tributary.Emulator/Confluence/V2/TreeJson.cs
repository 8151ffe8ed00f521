using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2;

/// <summary>Content by its place in the tree, and the kinds that have hardly more than a place: folders, whiteboards, databases, embeds.</summary>
internal static class TreeJson
{
    public static JsonObject Child(Content content) => new()
    {
        ["id"] = content.Id,
        ["status"] = Wire.Name(content.Status),
        ["title"] = content.Title,
        ["type"] = Wire.Name(content.Type),
        ["spaceId"] = content.SpaceId.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["childPosition"] = content.Position,
    };

    public static JsonObject Descendant(Content content, int depth) => new()
    {
        ["id"] = content.Id,
        ["status"] = Wire.Name(content.Status),
        ["title"] = content.Title,
        ["type"] = Wire.Name(content.Type),
        ["parentId"] = content.ParentId,
        ["depth"] = depth,
        ["childPosition"] = content.Position,
    };

    public static JsonObject Ancestor(Content content) => new() { ["id"] = content.Id, ["type"] = Wire.Name(content.Type) };

    public static JsonObject Place(Call call, Content content)
    {
        var json = new JsonObject
        {
            ["id"] = content.Id,
            ["type"] = Wire.Name(content.Type),
            ["status"] = Wire.Name(content.Status),
            ["title"] = content.Title,
            ["parentId"] = content.ParentId,
            ["parentType"] = call.Wiki.Parent(content) is { } parent ? Wire.Name(parent.Type) : null,
            ["position"] = content.Position,
            ["authorId"] = content.AuthorId,
            ["ownerId"] = content.OwnerId,
            ["createdAt"] = Wire.Time(content.CreatedAt),
            ["spaceId"] = call.Wiki.SpaceOf(content).IdText,
            ["version"] = VersionJson.Of(content.Latest),
            ["_links"] = new JsonObject { ["webui"] = Links.WebUi(call.Site, content), ["base"] = call.Site.BaseUrl },
        };
        if (content.EmbedUrl is { } url) json["embedUrl"] = url;
        Includes.AddTo(json, call, content);
        return json;
    }
}
