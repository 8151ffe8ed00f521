using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;

namespace Tributary.Emulator.Confluence.V2.Permissions;

/// <summary>GET /{kind}/{id}/operations: what the caller may do.</summary>
internal static class GetOperations
{
    public static void Map(Routes routes)
    {
        foreach (ContentCollection collection in ContentCollection.All)
        {
            routes.Get($"/{collection.Path}/{{id}}/operations", call => Operations(OperationJson.Of(call, collection.FindPublished(call))));
        }

        routes.Get("/spaces/{id}/operations", call => Operations(OperationJson.Of(call, call.Wiki.VisibleSpace(call.User, call.RouteNumber()))));
    }

    private static Answer Operations(IEnumerable<JsonObject> operations) => Answer.Ok(new() { ["operations"] = new JsonArray([.. operations]) });
}
