using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Pages;

/// <summary><c>PUT /content/{pageId}/move/{position}/{targetId}</c>.</summary>
internal static class MovePage
{
    public static void Map(Routes routes) => routes.Put("/content/{pageId}/move/{position}/{targetId}", Move);

    private static Answer Move(Call call)
    {
        Content page = Named.Content(call, "pageId");
        Content target = Named.Content(call, "targetId");
        MovePosition position = call.Route("position") switch
        {
            "before" => MovePosition.Before,
            "after" => MovePosition.After,
            "append" => MovePosition.Append,
            { } other => throw ConfluenceException.BadRequest($"Unsupported position: {other}"),
        };
        call.Wiki.Move(call.User, page, position, target);
        return Answer.Ok(new JsonObject { ["pageId"] = page.Id });
    }
}
