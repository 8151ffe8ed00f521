using System.Text.Json.Nodes;
using Tributary.Emulator.Confluence.V2.Permissions;
using Tributary.Emulator.Confluence.V2.Properties;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Spaces;

/// <summary>GET /spaces/{id}.</summary>
internal static class GetSpace
{
    public static void Map(Routes routes) => routes.Get("/spaces/{id}", Serve);

    private static Answer Serve(Call call)
    {
        Space space = call.Wiki.VisibleSpace(call.User, call.RouteNumber());
        JsonObject json = SpaceJson.Of(call, space);
        json["_links"]!["base"] = call.Site.BaseUrl;
        if (call.Flag("include-labels")) json["labels"] = All(call, "labels", space.Labels.Select(LabelJson.Of));
        if (call.Flag("include-properties")) json["properties"] = All(call, "properties", space.Properties.Select(SpaceProperties.Render));
        if (call.Flag("include-operations")) json["operations"] = All(call, "operations", OperationJson.Of(call, space));
        if (call.Flag("include-permissions")) json["permissions"] = All(call, "permissions", ListSpacePermissions.Of(space));
        return Answer.Ok(json);
    }

    private static JsonObject All(Call call, string name, IEnumerable<JsonObject> all) => new()
    {
        ["results"] = new JsonArray([.. all]),
        ["meta"] = new JsonObject { ["hasMore"] = false },
        ["_links"] = new JsonObject { ["self"] = $"{call.Http.Path}/{name}" },
    };
}
