using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Tributary.Emulator.Hosting;

namespace Tributary.Emulator.Confluence;

/// <summary>What Atlassian's platform answers beside Confluence, so that clients find the gateway address of a site.</summary>
internal static class AtlassianEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints, Site site)
    {
        if (!site.IsCloud) return;
        endpoints.MapGet("/_edge/tenant_info", http => Answer.Ok(new() { ["cloudId"] = Site.CloudId }).WriteAsync(http));
        endpoints.MapGet("/oauth/token/accessible-resources", http => Answer.List(new JsonArray(new JsonObject
        {
            ["id"] = Site.CloudId,
            ["name"] = "emulated",
            ["url"] = site.Origin,
            ["scopes"] = new JsonArray("read:confluence-content.all", "write:confluence-content", "search:confluence", "read:jira-work", "write:jira-work", "read:jira-user"),
            ["avatarUrl"] = $"{site.Origin}/avatar.png",
        })).WriteAsync(http));
    }
}
