using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Confluence.V1;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence;

public sealed partial class ConfluenceClient
{
    /// <summary>People by a condition on <c>user</c> fields. https://developer.atlassian.com/cloud/confluence/cql-fields/</summary>
    /// <param name="cql">Sent as it is: quote before.</param>
    public async Task<ResultList<User>> SearchUsersAsync(string cql, int limit, int start, CancellationToken cancellationToken)
    {
        var parts = new Parameters { { "cql", cql }, { "start", start }, { "limit", limit } };
        V1List<V1Hit> list = await SendAsync(Route(ConfluenceOperation.FindUsers).Request("find users", query: parts), V1Json.Default.V1ListV1Hit, cancellationToken);
        User[] found = [.. (list.Results ?? []).Select(hit => hit.User).OfType<V1User>().Where(user => user.Id is not null).Select(V1Reader.User)];
        return new ResultList<User>(found, list.Total, NextStart(list.Links, start, list.Results?.Count ?? 0));
    }

    /// <summary>On Data Center, whose people sign in with a name: the one with this name. Null where there is none, and on Cloud.</summary>
    public async Task<User?> FindUserNamedAsync(string username, CancellationToken cancellationToken) => IsCloud ? null : await TryAsync(async () => V1Reader.User(await SendAsync(
        Route(ConfluenceOperation.GetUser).Request("find users", query: new Parameters { { "username", username } }), V1Json.Default.V1User, cancellationToken)));

    /// <summary>Null where no group has exactly this name.</summary>
    public async Task<Group?> FindGroupAsync(string name, CancellationToken cancellationToken)
    {
        const string operation = "find groups";
        if (!IsCloud)
        {
            return await TryAsync(async () => await SendAsync(Route(ConfluenceOperation.GetGroup).Request(operation, name), V1Json.Default.V1Group, cancellationToken)) is { } one
                ? new Group(one.Name ?? name)
                : null;
        }

        V1List<V1Group> list = await SendAsync(
            Route(ConfluenceOperation.FindGroups).Request(operation, query: new Parameters { { "query", name }, { "limit", 100 } }), V1Json.Default.V1ListV1Group, cancellationToken);
        V1Group? found = (list.Results ?? []).FirstOrDefault(group => string.Equals(group.Name, name, StringComparison.OrdinalIgnoreCase));
        return found is { Name: { } exact } ? new Group(exact, found.Id) : null;
    }

    /// <summary>The groups that a user is in.</summary>
    public async Task<IReadOnlyList<Group>> ListGroupsOfAsync(User user, CancellationToken cancellationToken) => await CursorWalk.ToEndAsync(async cursor =>
    {
        int from = StartIn(cursor);
        var parts = new Parameters { { IsCloud ? "accountId" : "key", user.Id }, { "start", from }, { "limit", 200 } };
        V1List<V1Group> list = await SendAsync(Route(ConfluenceOperation.ListGroupsOfUser).Request("list groups of a user", query: parts), V1Json.Default.V1ListV1Group, cancellationToken);
        return new CursorPage<Group>(
            [.. (list.Results ?? []).Where(group => group.Name is not null).Select(group => new Group(group.Name!, group.Id))], NextCursor(list.Links, from, list.Results?.Count ?? 0));
    }).ToListAsync(cancellationToken);

    private static async Task<T?> TryAsync<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (AtlassianException fault) when (fault.Kind is AtlassianErrorKind.ResourceNotFound or AtlassianErrorKind.InvalidRequest)
        {
            return null;
        }
    }
}
