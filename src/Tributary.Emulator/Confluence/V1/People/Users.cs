using System.Text.Json.Nodes;
using Tributary.Emulator.Confluence.V1.Restrictions;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.People;

/// <summary><c>/user</c> and below: people by identity, oneself, many at once, and the groups of one.</summary>
internal static class Users
{
    public static void Map(Routes routes)
    {
        routes.Get("/user", call => One(call, Subjects.Required(call)));
        routes.Get("/user/current", call => One(call, call.User));
        routes.Get("/user/anonymous", Anonymous);
        routes.Get("/user/memberof", call => Answer.Ok(Lists.Page(call, call.Wiki.GroupsOf(Subjects.Required(call)), new Rendering(call).Group)));
        if (routes.Site.IsCloud)
        {
            routes.Get("/user/bulk", Many);
            routes.Get("/user/email", call => Answer.Ok(Email(Subjects.Required(call))));
            routes.Get("/user/email/bulk", call => Answer.List([.. Known(call).Select(Email)]));
        }
        else
        {
            // As with a directory that Confluence may only read: names and passwords are kept elsewhere.
            routes.Put("/user/current", _ => throw ConfluenceException.Forbidden("User not permitted to update the user directory"));
            routes.Get("/user/list", call => Answer.Ok(Lists.Page(call, call.Wiki.Users.Where(user => user.IsActive), new Rendering(call).Person)));
        }
    }

    private static Answer One(Call call, User user)
    {
        Rendering rendering = new(call);
        return Answer.Ok(rendering.Top(rendering.Person(user)));
    }

    private static Answer Anonymous(Call call)
    {
        Rendering rendering = new(call);
        JsonObject nobody = Rendering.Nobody();
        nobody["profilePicture"] = rendering.Picture("anonymous");
        nobody["operations"] = new JsonArray();
        nobody["_expandable"] = new JsonObject { ["operations"] = "" };
        nobody["_links"] = rendering.Base(new JsonObject { ["self"] = $"{call.Site.BaseUrl}/rest/api/user/anonymous" });
        return Answer.Ok(nobody);
    }

    private static Answer Many(Call call) => Answer.Ok(Lists.Page(call, Known(call), new Rendering(call).Person));

    // Those whom Confluence does not know are left out, not refused.
    private static IEnumerable<User> Known(Call call) =>
        call.Many("accountId").Select(id => call.Wiki.Users.FirstOrDefault(user => user.AccountId == id)).OfType<User>();

    private static JsonObject Email(User user) => new() { ["accountId"] = user.AccountId, ["email"] = user.Email };
}
