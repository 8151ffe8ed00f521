using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Http;
using Tributary.Emulator;
using Tributary.Tests.Atlassian.Confluence;

namespace Tributary.Tests.Atlassian.Http;

public sealed class SiteProbeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 10000)]
    [InlineData(EmulatedDeployment.Cloud, "", "/wiki", Deployment.Cloud)]
    [InlineData(EmulatedDeployment.Cloud, "/wiki", "/wiki", Deployment.Cloud)]
    [InlineData(EmulatedDeployment.Cloud, "/wiki/spaces/TEAM/overview", "/wiki", Deployment.Cloud)]
    [InlineData(EmulatedDeployment.DataCenter, "", "", Deployment.DataCenter)]
    [InlineData(EmulatedDeployment.DataCenter, "/confluence", "/confluence", Deployment.DataCenter)]
    [InlineData(EmulatedDeployment.DataCenter, "/wiki", "/wiki", Deployment.DataCenter)]
    public async Task An_unknown_host_is_asked_what_it_is(EmulatedDeployment emulated, string path, string root, Deployment expected)
    {
        var options = new EmulatorOptions { Deployment = emulated, ContextPath = emulated == EmulatedDeployment.DataCenter ? root : "" };
        await using EmulatorServer server = await EmulatorServer.StartAsync(options, Token);
        string origin = server.BaseUrl.GetLeftPart(UriPartial.Authority);
        Credential credential = expected == Deployment.Cloud ? Credential.ApiToken("bob@example.com", "bob-token") : Credential.PersonalAccessToken("bob-pat");

        using AtlassianConnection connection = await AtlassianConnection.OpenAsync(new SiteOptions { Url = origin + path, Credential = credential }, TestEgress.Inputs(), Token);

        Assert.Equal(expected, connection.Site.Deployment);
        Assert.Equal(origin + root, connection.Site.BaseUrl.AbsoluteUri.TrimEnd('/'));
        Assert.NotNull(await new ConfluenceClient(connection).GetCurrentUserAsync(Token));
    }

    [Fact(Timeout = 10000)]
    public async Task What_is_no_Confluence_is_said_so()
    {
        await using StubSite site = await StubSite.StartAsync(context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });

        var refused = await Assert.ThrowsAsync<AtlassianException>(() => AtlassianConnection.OpenAsync(TestEgress.Options(site.Url.AbsoluteUri), TestEgress.Inputs(), Token));

        Assert.Contains("does not answer like Confluence", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, site.Seen.Count);
    }

    [Fact(Timeout = 10000)]
    public async Task A_host_that_tells_is_not_asked()
    {
        var network = new ScriptedNetwork(_ => new HttpResponseMessage());

        using AtlassianConnection cloud = await AtlassianConnection.OpenAsync(TestEgress.Options("https://x.atlassian.net"), TestEgress.Inputs(network: network), Token);
        using AtlassianConnection own = await AtlassianConnection.OpenAsync(
            TestEgress.Options("https://wiki.example.com") with { Deployment = Deployment.DataCenter }, TestEgress.Inputs(network: network), Token);

        Assert.Equal((Deployment.Cloud, Deployment.DataCenter), (cloud.Site.Deployment, own.Site.Deployment));
        Assert.Equal(0, network.Count);
    }

    [Fact(Timeout = 10000)]
    public async Task A_scoped_token_goes_through_the_gateway_and_links_stay_the_sites_own()
    {
        await using ClientSite site = await ClientSite.StartAsync(Deployment.Cloud);
        var page = site.Team.AddPage("Page");
        var options = new SiteOptions
        {
            Url = site.BaseUrl,
            Deployment = Deployment.Cloud,
            ScopedToken = true,
            Credential = Credential.ApiToken("bob@example.com", "bob-scoped"),
        };

        using AtlassianConnection connection = await AtlassianConnection.OpenAsync(options, site.Inputs(), Token);
        Page read = await new ConfluenceClient(connection).GetPageAsync(PageId.Parse(page.Id), new PageQuery(), Token);

        Assert.StartsWith("https://api.atlassian.com/ex/confluence/", connection.Site.BaseUrl.AbsoluteUri, StringComparison.Ordinal);
        Assert.StartsWith(site.BaseUrl + "/spaces/TEAM/pages/", read.Url, StringComparison.Ordinal);
        Assert.Equal(["/_edge/tenant_info", $"{connection.Site.BaseUrl.AbsolutePath}/api/v2/pages/{page.Id}?body-format=storage"], site.Server.Requests.All.Select(request => request.Path));
        Assert.Null(site.Server.Requests.All[0].User);
    }

    [Fact(Timeout = 10000)]
    public async Task A_token_without_the_scope_that_a_write_needs_is_told_about_scopes()
    {
        await using ClientSite site = await ClientSite.StartAsync(Deployment.Cloud);
        var page = site.Team.AddPage("Page");
        var options = new SiteOptions
        {
            Url = site.BaseUrl,
            Deployment = Deployment.Cloud,
            ScopedToken = true,
            Credential = Credential.ApiToken("bob@example.com", "bob-scoped-read"),
        };
        using AtlassianConnection connection = await AtlassianConnection.OpenAsync(options, site.Inputs(), Token);

        var refused = await Assert.ThrowsAsync<AtlassianException>(
            () => new ConfluenceClient(connection).UpdatePageAsync(PageId.Parse(page.Id), new PageUpdate(2, "Page", new PageBody(BodyFormat.Storage, "<p>x</p>")), Token));

        Assert.Equal((AtlassianErrorKind.AuthorizationFailed, 401), (refused.Kind, refused.Status));
        Assert.Contains("lacks a scope", refused.Message, StringComparison.Ordinal);
    }
}
