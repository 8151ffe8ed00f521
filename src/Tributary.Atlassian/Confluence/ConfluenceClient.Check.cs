using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Confluence.V1;
using Tributary.Atlassian.Http.Egress;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence;

public sealed partial class ConfluenceClient
{
    /// <summary>Asks for the current user, a space and, on Data Center, the version: enough to tell whether the site can be worked with.</summary>
    public async Task<SiteCheck> CheckAsync(CancellationToken cancellationToken)
    {
        UpstreamRequest whoAmI = Route(ConfluenceOperation.GetCurrentUser).Request("get current user");
        using UpstreamAnswer answer = await Egress.SendAsync(whoAmI, cancellationToken);
        TimeSpan? skew = answer.Headers.Date is { } date ? Egress.Clock.GetUtcNow() - date : null;
        User user = NotAnonymous(JsonAnswers.Read(whoAmI, answer, V1Json.Default.V1User), whoAmI.Operation);
        ResultList<Space> spaces = await ListSpacesAsync(new SpaceQuery(Limit: 1), cancellationToken);
        return new SiteCheck(user, skew, await VersionAsync(cancellationToken), spaces.Items.Count > 0);
    }

    private async Task<string?> VersionAsync(CancellationToken cancellationToken)
    {
        if (!Capabilities.Has(ConfluenceOperation.GetServerInformation, Site.Deployment)) return null;
        try
        {
            V1Manifest manifest = await SendAsync(Route(ConfluenceOperation.GetServerInformation).Request("get version"), V1Json.Default.V1Manifest, cancellationToken);
            return manifest.Version;
        }
        catch (AtlassianException)
        {
            // Good to know, not needed: some sites close this address.
            return null;
        }
    }
}
