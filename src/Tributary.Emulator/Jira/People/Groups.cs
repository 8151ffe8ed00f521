using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.People;

/// <summary><c>/groups/picker</c>, <c>/group/member</c>, and a person's groups on Cloud.</summary>
internal static class Groups
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/groups/picker", call => Answer.Ok(Pick(call)));
        routes.Get("/group/member", Members);
        if (routes.IsCloud) routes.Get("/user/groups", call => Answer.List([.. call.Wiki.GroupsOf(Users.Asked(call)).Select(group => Named(call, group))]));
    }

    public static JsonNode Named(JiraCall call, Group group)
    {
        var json = new JsonObject { ["name"] = group.Name };
        if (call.IsCloud) json["groupId"] = group.Id;
        json["self"] = $"{call.Api}/group?{(call.IsCloud ? $"groupId={group.Id}" : $"groupname={Uri.EscapeDataString(group.Name)}")}";
        return json;
    }

    public static JsonObject Pick(JiraCall call)
    {
        string query = call.Query("query") ?? "";
        Group[] found = [.. call.Wiki.Groups.Where(group => group.Name.Contains(query, StringComparison.OrdinalIgnoreCase)).OrderBy(group => group.Name, StringComparer.Ordinal)];
        Group[] shown = [.. found.Take(Math.Clamp(call.Number("maxResults") ?? 20, 0, 1000))];
        return new()
        {
            ["header"] = $"Showing {shown.Length} of {found.Length} matching groups",
            ["total"] = found.Length,
            ["groups"] = new JsonArray([.. shown.Select(group => Picked(call, group))]),
        };
    }

    private static JsonObject Picked(JiraCall call, Group group)
    {
        var json = new JsonObject { ["name"] = group.Name, ["html"] = group.Name, ["labels"] = new JsonArray() };
        if (call.IsCloud) json["groupId"] = group.Id;
        return json;
    }

    private static Answer Members(JiraCall call)
    {
        string? asked = call.Query("groupname") ?? (call.IsCloud ? call.Query("groupId") : null);
        if (asked is null) throw JiraException.BadRequest("The groupname or groupId parameter is required.");
        Group group = call.Wiki.FindGroup(asked) ?? throw JiraException.NotFound($"Group '{asked}' does not exist.");
        if (!call.Wiki.IsAdministrator(call.User)) throw JiraException.Forbidden("The user does not have permission to browse users and groups.");
        bool all = call.Flag("includeInactiveUsers");
        User[] members = [.. call.Wiki.Users.Where(user => group.Members.Contains(user.AccountId) && (all || user.IsActive))];
        return Answer.Ok(Paging.Of(call, most: 50).Bean(call, members, member => UserJson.Of(call, member)));
    }
}
