using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Watches;

/// <summary>Who watches a content, the space that it is in, or a space: Cloud's lists of watches.</summary>
internal static class Watchers
{
    public static void Map(Routes routes)
    {
        routes.Get("/content/{id}/notification/child-created", OfContent);
        routes.Get("/content/{id}/notification/created", call => OfSpace(call, call.Wiki.SpaceOf(Named.Content(call))));
        routes.Get("/space/{key}/watch", call => OfSpace(call, Named.Space(call)));
    }

    private static Answer OfContent(Call call)
    {
        Content content = Named.Content(call);
        return List(call, content.Watchers, watch => watch["contentId"] = content.Number);
    }

    private static Answer OfSpace(Call call, Space space) => List(call, space.Watchers, watch => watch["spaceKey"] = space.Key);

    private static Answer List(Call call, IEnumerable<string> watchers, Action<JsonObject> about)
    {
        Rendering rendering = new(call);
        return Answer.Ok(Lists.Page(call, watchers.Select(call.Wiki.FindUser).OfType<User>(), user =>
        {
            var watch = new JsonObject { ["type"] = "watch", ["watcher"] = Watcher(rendering, user) };
            about(watch);
            return watch;
        }));
    }

    // A watcher is a person without links, and with everything that a person may leave to be expanded.
    private static JsonObject Watcher(Rendering rendering, User user)
    {
        JsonObject watcher = rendering.Person(user);
        watcher.Remove("_links");
        watcher.Remove("_expandable");
        watcher["externalCollaborator"] = false;
        watcher["operations"] = null;
        watcher["personalSpace"] = null;
        return watcher;
    }
}
