using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Confluence.V1;
using Tributary.Atlassian.Confluence.V2;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence;

public sealed partial class ConfluenceClient
{
    private const int UsersInOneRequest = 250;
    private const int UsersAtOnce = 8;

    /// <summary>The display names of users, by id, in one request a batch; ids that Atlassian does not know are absent.</summary>
    public async Task<IReadOnlyList<User>> GetUsersAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        List<User> found = [];
        List<string> unknown = [];
        foreach (string id in ids.Distinct(StringComparer.Ordinal))
        {
            if (!users.TryGet(id, out User? known)) unknown.Add(id);
            else if (known is not null) found.Add(known);
        }

        foreach (string[] some in unknown.Chunk(IsCloud ? UsersInOneRequest : UsersAtOnce))
        {
            IReadOnlyList<User> read = IsCloud ? await ReadUsersAsync(some, cancellationToken) : await ReadUsersOneByOneAsync(some, cancellationToken);
            foreach (string id in some) users.Keep(id, read.FirstOrDefault(user => user.Id == id));
            found.AddRange(read);
        }

        return found;
    }

    /// <summary>Whom the credential stands for.</summary>
    public async Task<User> GetCurrentUserAsync(CancellationToken cancellationToken)
    {
        const string operation = "get current user";
        return NotAnonymous(await SendAsync(Route(ConfluenceOperation.GetCurrentUser).Request(operation), V1Json.Default.V1User, cancellationToken), operation);
    }

    private static User NotAnonymous(V1User user, string operation) => user is { Type: not "anonymous", Id: not null }
        ? V1Reader.User(user)
        : throw new AtlassianException(AtlassianErrorKind.AuthorizationFailed, operation, status: 200, "Confluence ignored the credential and took the request as anonymous.");

    private async Task<IReadOnlyList<User>> ReadUsersAsync(string[] ids, CancellationToken cancellationToken)
    {
        V2List<V2User> list = await SendAsync(
            Route(ConfluenceOperation.GetUsers).Request("look up users", content: JsonAnswers.Body(new V2UsersWanted(ids), V2Json.Default.V2UsersWanted)),
            V2Json.Default.V2ListV2User,
            cancellationToken);
        return [.. (list.Results ?? []).Where(user => user.AccountId is not null).Select(V2Reader.User)];
    }

    private async Task<IReadOnlyList<User>> ReadUsersOneByOneAsync(string[] keys, CancellationToken cancellationToken)
    {
        User?[] read = await Task.WhenAll(keys.Select(key => TryReadUserAsync(key, cancellationToken)));
        return [.. read.OfType<User>()];
    }

    private Task<User?> TryReadUserAsync(string key, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        V1User user = await SendAsync(Route(ConfluenceOperation.GetUser).Request("look up users", query: new Parameters { { "key", key } }), V1Json.Default.V1User, cancellationToken);

        // Data Center may answer without the key that it was asked for.
        return V1Reader.User(user) with { Id = key };
    });
}
