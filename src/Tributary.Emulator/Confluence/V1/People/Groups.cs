using Tributary.Emulator.Confluence.V1.Restrictions;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.People;

/// <summary><c>/group</c> and below: groups, and who is in them.</summary>
internal static class Groups
{
    public static void Map(Routes routes)
    {
        routes.Get("/group", call => Answer.Ok(Lists.Page(call, call.Wiki.Groups, new Rendering(call).Group)));
        if (routes.Site.IsCloud)
        {
            routes.Get("/group/by-id", call => One(call, call.Query("id")));
            routes.Get("/group/picker", Pick);
            routes.Get("/group/{group}/membersByGroupId", call => Members(call, call.Route("group")));
        }
        else
        {
            routes.Get("/group/{group}", call => One(call, call.Route("group")));
            routes.Get("/group/{group}/member", call => Members(call, call.Route("group")));
        }
    }

    private static Answer One(Call call, string? group)
    {
        Rendering rendering = new(call);
        return Answer.Ok(rendering.Top(rendering.Group(Subjects.Group(call.Wiki, group))));
    }

    private static Answer Pick(Call call)
    {
        string query = call.Query("query") ?? "";
        return Answer.Ok(Lists.Page(call, call.Wiki.Groups.Where(group => group.Name.Contains(query, StringComparison.OrdinalIgnoreCase)), new Rendering(call).Group));
    }

    private static Answer Members(Call call, string group) =>
        Answer.Ok(Lists.Page(call, Subjects.Group(call.Wiki, group).Members.Select(call.Wiki.FindUser).OfType<User>(), new Rendering(call).Person));
}
