using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Restrictions;

/// <summary>People and groups as requests name them: people by account id on Cloud, by user name or user key on Data Center.</summary>
internal static class Subjects
{
    public static User Person(Wiki wiki, string? identity) =>
        identity is not null && wiki.FindUser(identity) is { } user && IsNamedSo(wiki, user, identity)
            ? user
            : throw ConfluenceException.NotFound($"No user found with identity : {identity}");

    /// <summary>The person that an object in a body names.</summary>
    public static User Person(Wiki wiki, JsonObject given) => Person(
        wiki,
        wiki.Deployment == EmulatedDeployment.Cloud ? Field.Text(given, "accountId") : Field.Text(given, "username") ?? Field.Text(given, "userKey"));

    public static Group Group(Wiki wiki, string? nameOrId) =>
        nameOrId is not null && wiki.FindGroup(nameOrId) is { } group ? group : throw ConfluenceException.NotFound($"No group found : {nameOrId}");

    /// <summary>The person that the query names; null where it names nobody.</summary>
    public static User? Named(Call call)
    {
        string? identity = call.Query("accountId");
        string? before2019 = call.Query("key") ?? call.Query("username") ?? call.Query("userName");
        if (!call.Site.IsCloud) return before2019 is null ? null : Person(call.Wiki, before2019);
        if (identity is null && before2019 is not null) throw ConfluenceException.BadRequest("User names and user keys are gone from Cloud: use accountId");
        return identity is null ? null : Person(call.Wiki, identity);
    }

    public static User Required(Call call) =>
        Named(call) ?? throw ConfluenceException.BadRequest(call.Site.IsCloud ? "accountId is required" : "A username or a user key is required");

    private static bool IsNamedSo(Wiki wiki, User user, string identity) =>
        (user.AccountId == identity) == (wiki.Deployment == EmulatedDeployment.Cloud);
}
