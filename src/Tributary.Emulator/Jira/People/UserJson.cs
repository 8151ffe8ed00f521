using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Jira.People;

/// <summary>A person as each deployment shows one: by account id on Cloud, by name and key on Data Center.</summary>
internal static class UserJson
{
    private static readonly int[] AvatarSizes = [48, 24, 16, 32];

    public static JsonObject? Of(JiraCall call, string? accountId) => accountId is not null && call.Wiki.FindUser(accountId) is { } user ? Of(call, user) : null;

    public static JsonObject Of(JiraCall call, User user)
    {
        var json = new JsonObject { ["self"] = $"{call.Api}/user?{(call.IsCloud ? $"accountId={user.AccountId}" : $"username={user.Username}")}" };
        if (call.IsCloud)
        {
            json["accountId"] = user.AccountId;
            json["accountType"] = "atlassian";
        }
        else
        {
            json["name"] = user.Username;
            json["key"] = user.UserKey;
        }

        json["emailAddress"] = user.Email;
        json["avatarUrls"] = Avatars(call, "useravatar");
        json["displayName"] = user.DisplayName;
        json["active"] = user.IsActive;
        json["timeZone"] = user.TimeZone;
        return json;
    }

    /// <summary>With what only the look-up of one person tells.</summary>
    public static JsonObject WithGroups(JiraCall call, User user)
    {
        JsonObject json = Of(call, user);
        JsonNode[] groups = [.. call.Wiki.GroupsOf(user).Select(group => Groups.Named(call, group))];
        json["locale"] = "en_US";
        json["groups"] = new JsonObject { ["size"] = groups.Length, ["items"] = Expands(call, "groups") ? new JsonArray(groups) : new JsonArray() };
        json["applicationRoles"] = new JsonObject { ["size"] = 1, ["items"] = new JsonArray() };
        json["expand"] = "groups,applicationRoles";
        return json;
    }

    public static JsonObject Avatars(JiraCall call, string path) =>
        new(AvatarSizes.Select(size => new KeyValuePair<string, JsonNode?>($"{size}x{size}", $"{call.Site.Origin}/secure/{path}?size={size}")));

    /// <summary>Whom a request names: by account id on Cloud, by name or key on Data Center; null for nobody of the kind.</summary>
    public static User? Find(Site site, string? identity) => identity is null ? null : site.IsCloud
        ? site.Wiki.Users.FirstOrDefault(user => user.AccountId == identity)
        : site.Wiki.Users.FirstOrDefault(user => user.UserKey == identity || user.Username.Equals(identity, StringComparison.OrdinalIgnoreCase));

    private static bool Expands(JiraCall call, string what) => call.Many("expand").Contains(what);
}
