using System.Net;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2;

internal static class SpaceJson
{
    public static JsonObject Of(Call call, Space space)
    {
        var json = new JsonObject
        {
            ["id"] = space.IdText,
            ["key"] = space.Key,
            ["name"] = space.Name,
            ["type"] = Wire.Name(space.Type),
            ["status"] = space.IsArchived ? "archived" : "current",
            ["authorId"] = space.AuthorId,
            ["currentActiveAlias"] = space.ActiveAlias ?? space.Key,
            ["createdAt"] = Wire.Time(space.CreatedAt),
            ["description"] = Description(space, call.Query("description-format")),
            ["icon"] = call.Flag("include-icon") ? new JsonObject { ["path"] = "/images/logo/default-space-logo.svg", ["apiDownloadLink"] = "/images/logo/default-space-logo.svg" } : null,
            ["_links"] = new JsonObject { ["webui"] = Links.WebUi(call.Site, space) },
        };
        if (space.HomepageId is { } homepage) json["homepageId"] = homepage;
        return json;
    }

    private static JsonObject? Description(Space space, string? format) => format switch
    {
        null => null,
        "plain" => new() { ["plain"] = Body("plain", space.Description) },
        "view" => new() { ["view"] = Body("view", WebUtility.HtmlEncode(space.Description)) },
        _ => throw ConfluenceException.BadRequest($"Provided value {{{format}}} for 'description-format' is not valid. Valid values are: plain, view."),
    };

    private static JsonObject Body(string representation, string value) => new() { ["representation"] = representation, ["value"] = value };
}
