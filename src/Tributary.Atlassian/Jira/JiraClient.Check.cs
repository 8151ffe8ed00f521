using Tributary.Atlassian.Http.Egress;
using Tributary.Atlassian.Jira.Models;
using Tributary.Atlassian.Jira.Routing;
using Tributary.Atlassian.Jira.Wire;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira;

public sealed partial class JiraClient
{
    /// <summary>Asks for the current user and, on Data Center, the version: enough to tell whether the site takes the credential.</summary>
    public async Task<JiraCheck> CheckAsync(CancellationToken cancellationToken)
    {
        UpstreamRequest whoAmI = Route(JiraOperation.GetCurrentUser).Request("get current user");
        using UpstreamAnswer answer = await connection.Egress.SendAsync(whoAmI, cancellationToken);
        TimeSpan? skew = answer.Headers.Date is { } date ? connection.Egress.Clock.GetUtcNow() - date : null;
        JiraUser user = JiraReader.User(JsonAnswers.Read(whoAmI, answer, JiraJson.Default.WireUser));
        if (IsCloud) return new JiraCheck(user, skew, Version: null);

        WireServerInformation server = await SendAsync(Route(JiraOperation.GetServerInformation).Request("get version"), ProjectJson.Default.WireServerInformation, cancellationToken);
        return new JiraCheck(user, skew, server.Version);
    }
}
