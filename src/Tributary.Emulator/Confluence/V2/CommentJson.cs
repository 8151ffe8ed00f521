using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2;

internal static class CommentJson
{
    public static JsonObject InList(Call call, Comment comment, string? bodyFormat) => Of(call, comment, comment.Latest, bodyFormat);

    public static JsonObject Alone(Call call, Comment comment, ContentVersion version, string? bodyFormat)
    {
        JsonObject json = Of(call, comment, version, bodyFormat);
        json["_links"]!["base"] = call.Site.BaseUrl;
        Includes.AddTo(json, call, comment);
        return json;
    }

    private static JsonObject Of(Call call, Comment comment, ContentVersion version, string? bodyFormat)
    {
        var json = new JsonObject
        {
            ["id"] = comment.Id,
            ["status"] = Wire.Name(comment.Status),
            ["title"] = version.Title,
        };
        ContainerJson.AddTo(json, call.Wiki.ContainerOf(comment)!);
        if (comment.ParentId is { } parent) json["parentCommentId"] = parent;
        json["version"] = VersionJson.Of(version);
        json["body"] = BodyJson.Of(call, comment, version, bodyFormat);
        if (comment.Location == CommentLocation.Inline) AddInline(json, call, comment);
        json["_links"] = new JsonObject { ["webui"] = Links.WebUi(call.Site, comment) };
        return json;
    }

    private static void AddInline(JsonObject json, Call call, Comment comment)
    {
        json["resolutionStatus"] = Wire.Name(call.Wiki.ResolutionOf(comment));
        if (comment.ResolutionModifierId is { } modifier) json["resolutionLastModifierId"] = modifier;
        if (comment.ResolutionModifiedAt is { } modified) json["resolutionLastModifiedAt"] = Wire.Time(modified);
        json["properties"] = new JsonObject
        {
            ["inlineMarkerRef"] = comment.MarkerRef,
            ["inlineOriginalSelection"] = comment.Selection,
            ["inline-marker-ref"] = comment.MarkerRef,
            ["inline-original-selection"] = comment.Selection,
        };
    }
}

/// <summary>Names the container of a comment, an attachment or custom content under the key of its kind.</summary>
internal static class ContainerJson
{
    public static void AddTo(JsonObject json, Content container)
    {
        string? key = container.Type switch
        {
            ContentType.Page => "pageId",
            ContentType.BlogPost => "blogPostId",
            ContentType.Attachment => "attachmentId",
            ContentType.Custom => "customContentId",
            _ => null,
        };
        if (key is not null) json[key] = container.Id;
    }
}
