using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Custom;

internal static class CustomContentJson
{
    private static readonly string[] Raw = ["raw"];

    /// <summary>The format asked for; <c>raw</c> is known here alone.</summary>
    public static string? Format(Call call, bool inList) => Raw.Contains(call.Query("body-format")) ? "raw" : BodyJson.Format(call, inList);

    public static JsonObject InList(Call call, CustomContent custom, string? bodyFormat) => Of(call, custom, custom.Latest, bodyFormat);

    public static JsonObject Alone(Call call, CustomContent custom, ContentVersion version, string? bodyFormat)
    {
        JsonObject json = Of(call, custom, version, bodyFormat);
        json["_links"]!["base"] = call.Site.BaseUrl;
        Includes.AddTo(json, call, custom);
        return json;
    }

    private static JsonObject Of(Call call, CustomContent custom, ContentVersion version, string? bodyFormat)
    {
        var json = new JsonObject
        {
            ["id"] = custom.Id,
            ["type"] = custom.CustomType,
            ["status"] = Wire.Name(custom.Status),
            ["title"] = version.Title,
            ["spaceId"] = call.Wiki.SpaceOf(custom).IdText,
        };
        if (call.Wiki.ContainerOf(custom) is { } container) ContainerJson.AddTo(json, container);
        json["authorId"] = custom.AuthorId;
        json["createdAt"] = Wire.Time(custom.CreatedAt);
        json["version"] = VersionJson.Of(version);
        json["body"] = Body(call, custom, version, bodyFormat);
        json["_links"] = new JsonObject { ["webui"] = Links.WebUi(call.Site, custom) };
        return json;
    }

    // What an app keeps raw, no format of Confluence's can show; the other way round there is nothing raw.
    private static JsonObject Body(Call call, CustomContent custom, ContentVersion version, string? format)
    {
        if (format == "raw" || custom.Representation == "raw")
        {
            return format == custom.Representation ? new() { ["raw"] = new JsonObject { ["representation"] = "raw", ["value"] = version.Body } } : [];
        }

        return BodyJson.Of(call, custom, version, format);
    }
}
