using System.Text.Json.Nodes;
using Tributary.Emulator.Confluence.V1.Restrictions;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.People;

/// <summary><c>/user</c> and below: people by identity, oneself, many at once, and the groups of one.</summary>
internal static class Users
{
    public static void Map(Routes routes)
    {
        routes.Get("/user", call => One(call, Subjects.Named(call) ?? throw ConfluenceException.BadRequest("An identity of a user is required")));
        routes.Get("/user/current", call => One(call, call.User));
        routes.Get("/user/anonymous", Anonymous);
        routes.Get("/user/memberof", call => Answer.Ok(Lists.Page(call, call.Wiki.GroupsOf(Subjects.Named(call) ?? throw ConfluenceException.BadRequest("An identity of a user is required")), new Rendering(call).Group)));
        if (routes.Site.IsCloud)
        {
            routes.Get("/user/bulk", Many);
            routes.Get("/user/email", Email);
        }
        else
        {
            routes.Get("/user/list", call => Answer.Ok(Lists.Page(call, call.Wiki.Users.Where(user => user.IsActive), new Rendering(call).Person)));
        }
    }

    private static Answer One(Call call, User user)
    {
        Rendering rendering = new(call);
        return Answer.Ok(rendering.Top(rendering.Person(user)));
    }

    private static Answer Anonymous(Call call) => Answer.Ok(new JsonObject
    {
        ["type"] = "anonymous",
        ["profilePicture"] = new JsonObject { ["path"] = call.Site.ContextPath + "/images/icons/profilepics/anonymous.svg", ["width"] = 48, ["height"] = 48, ["isDefault"] = true },
        ["displayName"] = "Anonymous",
        ["operations"] = new JsonArray(),
        ["_expandable"] = new JsonObject { ["operations"] = "" },
        ["_links"] = new Rendering(call).Base(new JsonObject { ["self"] = $"{call.Site.BaseUrl}/rest/api/user/anonymous" }),
    });

    private static Answer Many(Call call)
    {
        // Those whom Confluence does not know are left out, not refused.
        User[] known = [.. call.Many("accountId").Select(call.Wiki.FindUser).OfType<User>()];
        return Answer.Ok(Lists.Page(call, known, new Rendering(call).Person));
    }

    private static Answer Email(Call call)
    {
        User user = Subjects.Named(call) ?? throw ConfluenceException.BadRequest("accountId is required");
        return Answer.Ok(new JsonObject { ["accountId"] = user.AccountId, ["email"] = user.Email });
    }
}
