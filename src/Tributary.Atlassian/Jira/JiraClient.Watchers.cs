using System.Text.Json;
using Tributary.Atlassian.Jira.Models;
using Tributary.Atlassian.Jira.Routing;
using Tributary.Atlassian.Jira.Wire;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira;

public sealed partial class JiraClient
{
    public async Task<Watchers> ListWatchersAsync(IssueKey key, CancellationToken cancellationToken)
    {
        WireWatchers list = await SendAsync(Route(JiraOperation.ListWatchers).Request($"list watchers of {key}", key.ToString()), JiraJson.Default.WireWatchers, cancellationToken);
        return new Watchers(list.IsWatching ?? false, list.WatchCount ?? list.Watchers?.Count ?? 0, Read(list.Watchers ?? []));
    }

    /// <param name="userId">As in <see cref="JiraUser.Id"/>.</param>
    public Task WatchAsync(IssueKey key, string userId, CancellationToken cancellationToken)
    {
        // The body is a bare JSON text.
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(userId, JiraJson.Default.String);
        return SendAsync(
            Route(JiraOperation.AddWatcher).Request($"watch {key}", key.ToString(), content: () => new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } }), cancellationToken);
    }

    /// <param name="userId">As in <see cref="JiraUser.Id"/>.</param>
    public Task UnwatchAsync(IssueKey key, string userId, CancellationToken cancellationToken) => SendAsync(
        Route(JiraOperation.RemoveWatcher).Request($"stop watching {key}", key.ToString(), query: new Parameters { { IsCloud ? "accountId" : "username", userId } }), cancellationToken);
}
