using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.People;

/// <summary><c>/myself</c>, <c>/user</c>, <c>/user/search</c>, <c>/users/search</c>, <c>/user/bulk</c>.</summary>
internal static class Users
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/myself", call => Answer.Ok(UserJson.WithGroups(call, call.User)));
        routes.Get("/user", call => Answer.Ok(UserJson.WithGroups(call, Asked(call))));
        routes.Get("/user/search", Search);
        if (!routes.IsCloud) return;
        routes.Get("/users/search", call => Listed(call, call.Wiki.Users));
        routes.Get("/user/bulk", Bulk);
    }

    /// <summary>The one person whom the query names.</summary>
    public static User Asked(JiraCall call)
    {
        if (!call.IsCloud)
        {
            string? name = call.Query("username") ?? call.Query("key");
            if (name is null) throw JiraException.NotFound("Either the 'username' or the 'key' query parameters need to be provided");
            return UserJson.Find(call.Site, name) ?? throw JiraException.NotFound(call.Query("username") is null ? $"The user with the key '{name}' does not exist" : $"The user named '{name}' does not exist");
        }

        RefuseNames(call);
        string accountId = call.Query("accountId") ?? throw JiraException.BadRequest("The query parameter 'accountId' needs to be provided.");
        return UserJson.Find(call.Site, accountId) ?? throw JiraException.NotFound("Specified user does not exist or you do not have required permissions");
    }

    /// <summary>Those whom words of a search mean: the beginning of a name, of a part of it, or of the mail address.</summary>
    public static IEnumerable<User> Matching(IEnumerable<User> users, string words) => users.Where(user =>
        user.Username.StartsWith(words, StringComparison.OrdinalIgnoreCase) || user.Email.StartsWith(words, StringComparison.OrdinalIgnoreCase)
        || user.DisplayName.StartsWith(words, StringComparison.OrdinalIgnoreCase) || user.DisplayName.Contains(' ' + words, StringComparison.OrdinalIgnoreCase));

    /// <summary>Cloud knows no user names: account ids alone.</summary>
    public static void RefuseNames(JiraCall call)
    {
        foreach (string name in (string[])["username", "key", "userKey"])
        {
            if (call.IsCloud && call.Query(name) is not null) throw JiraException.BadRequest($"The query parameter '{name}' is not supported in GDPR strict mode.");
        }
    }

    public static Answer Listed(JiraCall call, IEnumerable<User> users) =>
        Answer.List([.. Paging.Of(call).Cut(users).Select(user => (JsonNode)UserJson.Of(call, user))]);

    private static Answer Search(JiraCall call)
    {
        RefuseNames(call);
        if (!call.IsCloud)
        {
            string name = call.Query("username") ?? throw JiraException.BadRequest("The username query parameter was not provided");
            bool withInactive = call.Flag("includeInactive");
            IEnumerable<User> known = call.Wiki.Users.Where(user => user.IsActive ? call.Flag("includeActive", otherwise: true) : withInactive);
            return Listed(call, name == "." ? known : Matching(known, name));
        }

        if (call.Query("accountId") is { } accountId) return Listed(call, UserJson.Find(call.Site, accountId) is { } user ? [user] : []);
        if (!call.Http.Query.ContainsKey("query")) throw JiraException.BadRequest("A query parameter needs to be provided: query, accountId or property.");
        return Listed(call, Matching(call.Wiki.Users.Where(user => user.IsActive), call.Query("query") ?? ""));
    }

    private static Answer Bulk(JiraCall call)
    {
        IReadOnlyList<string> ids = call.Many("accountId");
        if (ids.Count == 0) throw JiraException.BadRequest("The query parameter 'accountId' needs to be provided.");
        User[] found = [.. ids.Select(id => UserJson.Find(call.Site, id)).OfType<User>()];
        return Answer.Ok(Paging.Of(call, 10, 200).Bean(call, found, user => UserJson.Of(call, user)));
    }
}
