using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.People;

/// <summary>POST /users-bulk: users by account id; unknown ids are passed over.</summary>
internal static class FindUsers
{
    private const int Most = 250;

    public static void Map(Routes routes) => routes.Post("/users-bulk", Serve);

    private static Answer Serve(Call call)
    {
        JsonArray ids = Field.Array(call.Json, "accountIds") ?? throw ConfluenceException.BadMessage("accountIds must not be null");
        if (ids.Count > Most) throw ConfluenceException.BadRequest($"At most {Most} account ids can be looked up at once");
        IEnumerable<User?> users = ids.Select(id => call.Wiki.Users.FirstOrDefault(user => user.AccountId == id?.ToString()));
        return Answer.Ok(new()
        {
            ["results"] = new JsonArray([.. users.OfType<User>().Distinct().Select(user => Of(call, user))]),
            ["_links"] = new JsonObject { ["base"] = call.Site.BaseUrl },
        });
    }

    private static JsonObject Of(Call call, User user) => new()
    {
        ["displayName"] = user.DisplayName,
        ["timeZone"] = user.TimeZone,
        ["personalSpaceId"] = call.Wiki.FindSpace("~" + user.AccountId)?.IdText,
        ["isExternalCollaborator"] = false,
        ["accountStatus"] = user.IsActive ? "active" : "inactive",
        ["accountId"] = user.AccountId,
        ["email"] = user.Email,
        ["accountType"] = "atlassian",
        ["publicName"] = user.DisplayName,
        ["profilePicture"] = new JsonObject { ["path"] = $"/wiki/aa-avatar/{user.AccountId}", ["isDefault"] = true },
    };
}
