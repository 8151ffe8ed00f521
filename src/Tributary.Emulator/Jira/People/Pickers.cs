using System.Net;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.People;

/// <summary><c>/user/picker</c> and <c>/groupuserpicker</c>: what a field offers while somebody types.</summary>
internal static class Pickers
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/user/picker", call => Answer.Ok(PickUsers(call)));
        routes.Get("/groupuserpicker", call => Answer.Ok(new() { ["users"] = PickUsers(call), ["groups"] = Groups.Pick(call) }));
    }

    private static JsonObject PickUsers(JiraCall call)
    {
        string query = call.Query("query") ?? throw JiraException.BadRequest("The query parameter 'query' needs to be provided.");
        User[] found = [.. Users.Matching(call.Wiki.Users.Where(user => user.IsActive), query)];
        User[] shown = [.. found.Take(Math.Clamp(call.Number("maxResults") ?? 50, 0, 1000))];
        return new()
        {
            ["users"] = new JsonArray([.. shown.Select(user => Picked(call, user, query))]),
            ["total"] = found.Length,
            ["header"] = $"Showing {shown.Length} of {found.Length} matching users",
        };
    }

    private static JsonObject Picked(JiraCall call, User user, string query)
    {
        int place = user.DisplayName.IndexOf(query, StringComparison.OrdinalIgnoreCase);
        string name = user.DisplayName, marked = place < 0
            ? WebUtility.HtmlEncode(name)
            : $"{WebUtility.HtmlEncode(name[..place])}<strong>{WebUtility.HtmlEncode(name[place..(place + query.Length)])}</strong>{WebUtility.HtmlEncode(name[(place + query.Length)..])}";
        var json = new JsonObject();
        if (call.IsCloud) (json["accountId"], json["accountType"]) = (user.AccountId, "atlassian");
        else (json["name"], json["key"]) = (user.Username, user.UserKey);
        json["html"] = marked;
        json["displayName"] = name;
        return json;
    }
}
