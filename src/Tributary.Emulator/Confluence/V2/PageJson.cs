using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2;

/// <summary>Pages and blog posts as v2 shows them.</summary>
internal static class PageJson
{
    public static JsonObject InList(Call call, Content content, string? bodyFormat)
    {
        JsonObject json = Of(call, content, content.Latest, Wire.Name(content.Status), bodyFormat);
        if (content.Type == ContentType.Page) json["subtype"] = content.Subtype;
        return json;
    }

    public static JsonObject Alone(Call call, Content content, string? bodyFormat) => Alone(call, content, content.Latest, Wire.Name(content.Status), bodyFormat);

    /// <param name="status">Of the version: <c>historical</c> and <c>draft</c> differ from the content's own.</param>
    public static JsonObject Alone(Call call, Content content, ContentVersion version, string status, string? bodyFormat)
    {
        JsonObject json = Of(call, content, version, status, bodyFormat);
        json["_links"]!["base"] = call.Site.BaseUrl;
        Includes.AddTo(json, call, content);
        return json;
    }

    private static JsonObject Of(Call call, Content content, ContentVersion version, string status, string? bodyFormat)
    {
        var json = new JsonObject
        {
            ["id"] = content.Id,
            ["status"] = status,
            ["title"] = version.Title,
            ["spaceId"] = call.Wiki.SpaceOf(content).IdText,
        };
        if (content.Type == ContentType.Page)
        {
            json["parentId"] = content.ParentId;
            json["parentType"] = call.Wiki.Parent(content) is { } parent ? Wire.Name(parent.Type) : null;
            json["position"] = content.Position;
            json["ownerId"] = content.OwnerId;
            json["lastOwnerId"] = content.LastOwnerId;
        }

        json["authorId"] = content.AuthorId;
        json["createdAt"] = Wire.Time(content.CreatedAt);
        json["version"] = VersionJson.Of(version);
        json["body"] = BodyJson.Of(call, content, version, bodyFormat);
        json["_links"] = new JsonObject
        {
            ["webui"] = Links.WebUi(call.Site, content),
            ["editui"] = Links.Edit(content),
            ["edituiv2"] = Links.EditV2(call.Wiki, content),
            ["tinyui"] = Links.Tiny(content),
        };
        return json;
    }
}
