using System.Text.Json;
using Tributary.Atlassian.Http.Egress;
using Tributary.Atlassian.Http.Errors;

namespace Tributary.Atlassian.Http;

/// <summary>Asks an address what it is, as cheaply as it can be asked.</summary>
internal static class SiteProbe
{
    public static async Task<Site> FindAsync(SiteOptions options, ConnectionInputs inputs, CancellationToken cancellationToken)
    {
        SiteAddress address = SiteAddress.Parse(options.Url, options.Product);
        Deployment deployment = options.Deployment ?? address.Deployment ?? (options.Product == AtlassianProduct.Jira
            ? await AskJiraAsync(address, options, inputs, cancellationToken)
            : await AskConfluenceAsync(address, options, inputs, cancellationToken));
        Site site = address.ToSite(options.Name, deployment);
        if (!options.ScopedToken || address.IsGateway) return site;
        if (deployment != Deployment.Cloud) throw new SiteSettingException(nameof(SiteOptions.ScopedToken), $"Tokens with scopes exist on {options.Product} Cloud alone. Remove that setting.");
        return await ThroughGatewayAsync(site, options, inputs, cancellationToken);
    }

    private static async Task<Deployment> AskConfluenceAsync(SiteAddress address, SiteOptions options, ConnectionInputs inputs, CancellationToken cancellationToken)
    {
        const string operation = "find out what kind of Confluence this is";
        using var cloud = new EgressClient(address.ToSite(options.Name, Deployment.Cloud).BaseUrl, options, inputs);
        var spacesV2 = new UpstreamRequest(operation, HttpMethod.Get, "api/v2/spaces", "api/v2/spaces?limit=1");
        using UpstreamAnswer first = await cloud.AnyAnswerAsync(spacesV2, cancellationToken);
        if (IsList(first) || Has(first, "atl-traceid") || Has(first, "atl-request-id")) return Deployment.Cloud;
        if (Has(first, "X-AREQUESTID") || Has(first, "X-ASEN") || Has(first, "X-Seraph-LoginReason")) return Deployment.DataCenter;

        using var dataCenter = new EgressClient(address.BaseUrl, options, inputs);
        var spacesV1 = new UpstreamRequest(operation, HttpMethod.Get, "rest/api/space", "rest/api/space?limit=1");
        using UpstreamAnswer second = await dataCenter.AnyAnswerAsync(spacesV1, cancellationToken);
        if (IsList(second) || Has(second, "X-AREQUESTID") || Has(second, "X-ASEN")) return Deployment.DataCenter;
        if (second.Status is 401 or 403 or 429 or >= 500) throw Refusal.Of(spacesV1, second, inputs.Clock.GetUtcNow());
        if (first.Status is 401 or 403 or 429 or >= 500) throw Refusal.Of(spacesV2, first, inputs.Clock.GetUtcNow());
        throw new AtlassianException(
            AtlassianErrorKind.ServerError, operation, second.Status,
            $"{address.BaseUrl} does not answer like Confluence (status {second.Status}). Check the address; on Data Center it needs the context path, such as https://wiki.example.com/confluence.");
    }

    private static async Task<Deployment> AskJiraAsync(SiteAddress address, SiteOptions options, ConnectionInputs inputs, CancellationToken cancellationToken)
    {
        const string operation = "find out what kind of Jira this is";
        using var egress = new EgressClient(address.BaseUrl, options, inputs);

        // Both deployments tell it to anyone, and Data Center calls itself a server.
        var serverInfo = new UpstreamRequest(operation, HttpMethod.Get, "rest/api/2/serverInfo", "rest/api/2/serverInfo") { Product = AtlassianProduct.Jira };
        using UpstreamAnswer answer = await egress.AnyAnswerAsync(serverInfo, cancellationToken);
        if (answer.IsSuccess && Property(answer, "deploymentType") is { ValueKind: JsonValueKind.String } type) return type.ValueEquals("Cloud") ? Deployment.Cloud : Deployment.DataCenter;
        if (answer.IsSuccess && Property(answer, "version") is not null) return Deployment.DataCenter;
        if (answer.Status is 401 or 403 or 429 or >= 500) throw Refusal.Of(serverInfo, answer, inputs.Clock.GetUtcNow());
        throw new AtlassianException(
            AtlassianErrorKind.ServerError, operation, answer.Status,
            $"{address.BaseUrl} does not answer like Jira (status {answer.Status}). Check the address; on Data Center it needs the context path, such as https://tracker.example.com/jira.")
        {
            Product = AtlassianProduct.Jira,
        };
    }

    private static async Task<Site> ThroughGatewayAsync(Site site, SiteOptions options, ConnectionInputs inputs, CancellationToken cancellationToken)
    {
        var origin = new Uri(site.BaseUrl.GetLeftPart(UriPartial.Authority));
        using var egress = new EgressClient(origin, options, inputs);
        using UpstreamAnswer answer = await egress.SendAsync(
            new UpstreamRequest("look up the site's cloud id", HttpMethod.Get, "_edge/tenant_info", "_edge/tenant_info") { Anonymous = true }, cancellationToken);
        string product = options.Product == AtlassianProduct.Jira ? "jira" : "confluence";
        if (CloudId(answer) is { } cloudId)
            return site with { BaseUrl = new Uri($"https://{SiteAddress.GatewayHost}/ex/{product}/{cloudId}{(options.Product == AtlassianProduct.Confluence ? "/wiki" : "")}"), BrowserUrl = site.BrowserUrl };
        throw new AtlassianException(
            AtlassianErrorKind.ServerError, "look up the site's cloud id", answer.Status,
            $"{origin.Host} did not tell its cloud id. Configure the gateway's address itself: https://{SiteAddress.GatewayHost}/ex/{product}/CLOUD-ID.");
    }

    private static string? CloudId(UpstreamAnswer answer)
    {
        string? id = Property(answer, "cloudId") is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
        return id is not null && SiteAddress.IsCloudId(id) ? id : null;
    }

    private static bool IsList(UpstreamAnswer answer) => answer.IsSuccess && Property(answer, "results") is { ValueKind: JsonValueKind.Array };

    private static JsonElement? Property(UpstreamAnswer answer, string name)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out JsonElement value) ? value.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Has(UpstreamAnswer answer, string header) => answer.Headers.NonValidated.Contains(header);
}
