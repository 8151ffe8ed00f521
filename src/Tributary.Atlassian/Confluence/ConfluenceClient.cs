using System.Text.Json.Serialization.Metadata;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Confluence.V1;
using Tributary.Atlassian.Confluence.V2;
using Tributary.Atlassian.Http;
using Tributary.Atlassian.Http.Egress;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence;

/// <summary>Confluence, Cloud and Data Center alike; each operation goes to the API that the site's deployment offers.</summary>
/// <exception cref="AtlassianException">Every operation throws it, and nothing else, when Atlassian refuses or does not answer.</exception>
public sealed partial class ConfluenceClient
{
    /// <summary>How far <c>start</c> can skip in a list that Cloud gives by cursor alone.</summary>
    public const int FarthestStart = 1_000;

    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    private readonly AtlassianConnection connection;
    private readonly V1Reader v1;
    private readonly V2Reader v2;
    private readonly BoundedCache<SpaceKey, long> spaceIds;
    private readonly BoundedCache<long, SpaceKey> spaceKeys;
    private readonly BoundedCache<string, User?> users;

    public ConfluenceClient(AtlassianConnection connection)
    {
        this.connection = connection;
        var links = new Links(connection.Site);
        v1 = new V1Reader(links);
        v2 = new V2Reader(links, connection.Site);
        TimeProvider clock = connection.Egress.Clock;
        spaceIds = new BoundedCache<SpaceKey, long>(1_000, Memory, clock);
        spaceKeys = new BoundedCache<long, SpaceKey>(1_000, Memory, clock);
        users = new BoundedCache<string, User?>(10_000, Memory, clock);
    }

    public Site Site => connection.Site;

    private bool IsCloud => Site.Deployment == Deployment.Cloud;

    private EgressClient Egress => connection.Egress;

    private Route Route(ConfluenceOperation operation) => Capabilities.Of(operation, Site.Deployment);

    private async Task<T> SendAsync<T>(UpstreamRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using UpstreamAnswer answer = await Egress.SendAsync(request, cancellationToken);
        return JsonAnswers.Read(request, answer, type);
    }
}
