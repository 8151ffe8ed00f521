using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Contents;

/// <summary><c>GET /content/{id}/history</c>.</summary>
internal static class ContentHistory
{
    public static void Map(Routes routes) => routes.Get("/content/{id}/history", call =>
    {
        Content content = Named.Content(call);
        Rendering rendering = new(call);
        return Answer.Ok(rendering.Top(rendering.History(content, content.Latest, Expansion.Of(call, "previousVersion", "nextVersion", "lastUpdated"))));
    });
}
