using System.Text.Json.Nodes;
using Tributary.Emulator.Confluence.V1.Restrictions;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Watches;

/// <summary><c>/user/watch</c>: who is told of changes of a content or a space.</summary>
internal static class Watches
{
    public static void Map(Routes routes)
    {
        routes.Get("/user/watch/content/{id}", call => Status(Content(call).Watchers.Contains(Watcher(call).AccountId)));
        routes.Post("/user/watch/content/{id}", call => Watch(call, watches: true));
        routes.Delete("/user/watch/content/{id}", call => Watch(call, watches: false));
        routes.Get("/user/watch/space/{key}", call => Status(Space(call).Watchers.Contains(Watcher(call).AccountId)));
        routes.Post("/user/watch/space/{key}", call => WatchSpace(call, watches: true));
        routes.Delete("/user/watch/space/{key}", call => WatchSpace(call, watches: false));
    }

    private static Answer Status(bool watching) => Answer.Ok(new JsonObject { ["watching"] = watching });

    private static Answer Watch(Call call, bool watches)
    {
        call.Wiki.Watch(Content(call), Watcher(call), watches);
        return Answer.NoContent();
    }

    private static Answer WatchSpace(Call call, bool watches)
    {
        call.Wiki.Watch(Space(call), Watcher(call), watches);
        return Answer.NoContent();
    }

    private static Content Content(Call call) => Named.Content(call);

    private static Space Space(Call call) => Named.Space(call);

    // Others may be named by an administrator alone.
    private static User Watcher(Call call)
    {
        User watcher = Subjects.Named(call) ?? call.User;
        return watcher == call.User || call.Wiki.IsAdministrator(call.User) ? watcher : throw ConfluenceException.Forbidden("User not permitted to manage watches of other users");
    }
}
