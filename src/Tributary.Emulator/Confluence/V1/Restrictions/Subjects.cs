using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Restrictions;

/// <summary>People and groups as requests name them.</summary>
internal static class Subjects
{
    public static User Person(Wiki wiki, string? identity) =>
        identity is not null && wiki.FindUser(identity) is { } user ? user : throw ConfluenceException.NotFound($"No user found with identity : {identity}");

    public static Group Group(Wiki wiki, string? nameOrId) =>
        nameOrId is not null && wiki.FindGroup(nameOrId) is { } group ? group : throw ConfluenceException.NotFound($"No group found : {nameOrId}");

    /// <summary>The person that the query names; by account id on Cloud, by name or key on Data Center. Null where it names nobody.</summary>
    public static User? Named(Call call)
    {
        string? identity = call.Query("accountId") ?? call.Query("key") ?? call.Query("username") ?? call.Query("userName");
        return identity is null ? null : Person(call.Wiki, identity);
    }
}
