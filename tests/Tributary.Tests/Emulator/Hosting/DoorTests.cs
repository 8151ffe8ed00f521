using System.Net.Http.Headers;
using Tributary.Emulator;

namespace Tributary.Tests.Emulator.Hosting;

public sealed class DoorTests
{
    [Fact(Timeout = 10000)]
    public async Task An_email_and_an_api_token_open_a_cloud_site()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply reply = await site.GetAsync($"/api/v2/pages/{site.Space.HomepageId}");

        Assert.Equal(200, reply.Status);
        Assert.NotEqual("", reply.Header("atl-request-id"));
    }

    [Theory(Timeout = 10000)]
    [InlineData("alice@example.com", "wrong")]
    [InlineData("bob@example.com", "alice-token")]
    [InlineData("alice@example.com", "alice-password")]
    [InlineData("alice@example.com", "alice-scoped")]
    public async Task A_wrong_pair_is_answered_401_on_cloud(string email, string secret)
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply reply = await SendAsync(site, site.Server.BaseUrl, TeamSite.Basic(email, secret));

        Assert.Equal(401, reply.Status);
        Assert.Equal("""{"code":401,"message":"Unauthorized"}""", reply.Text);
    }

    [Fact(Timeout = 10000)]
    public async Task Nobody_is_let_in_without_a_credential()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply reply = await SendAsync(site, site.Server.BaseUrl, credential: null);

        Assert.Equal(403, reply.Status);
        Assert.Equal("""{"message":"Current user not permitted to use Confluence","statusCode":403}""", reply.Text);
    }

    [Theory(Timeout = 10000)]
    [InlineData("Bearer", "bob-oauth")]
    [InlineData("Bearer", "bob-scoped")]
    public async Task The_gateway_takes_tokens_that_the_site_itself_refuses(string scheme, string token)
    {
        await using TeamSite site = await TeamSite.StartAsync();
        var credential = new AuthenticationHeaderValue(scheme, token);

        Reply atTheGateway = await SendAsync(site, site.Server.GatewayUrl, credential);
        Reply atTheSite = await SendAsync(site, site.Server.BaseUrl, credential);

        Assert.Equal(200, atTheGateway.Status);
        Assert.Equal(401, atTheSite.Status);
    }

    [Fact(Timeout = 10000)]
    public async Task A_token_without_the_scope_is_answered_401_and_not_403()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"{site.Server.GatewayUrl}/api/v2/pages/{site.Space.HomepageId}");
        request.Headers.Authorization = TeamSite.Basic("bob@example.com", "bob-scoped-read");

        Reply reply = await site.SendAsync(request);

        Assert.Equal(401, reply.Status);
        Assert.Equal("""{"code":401,"message":"Unauthorized; scope does not match"}""", reply.Text);
    }

    [Fact(Timeout = 10000)]
    public async Task A_site_tells_its_cloud_id_to_everyone()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Server.BaseUrl, "/_edge/tenant_info"));

        Reply reply = await site.SendAsync(request);

        Assert.Contains((string)reply.Json["cloudId"]!, site.Server.GatewayUrl.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task Data_center_names_the_user_and_its_budget_in_headers()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();

        Reply reply = await site.GetAsync("/rest/api/nothing", "bob");

        Assert.Equal("bob", reply.Header("X-AUSERNAME"));
        Assert.Equal("500", reply.Header("X-RateLimit-Limit"));
    }

    [Fact(Timeout = 10000)]
    public async Task Data_center_answers_a_wrong_password_with_a_page_for_browsers()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();

        Reply reply = await SendAsync(site, site.Server.BaseUrl, TeamSite.Basic("bob", "wrong"));

        Assert.Equal(401, reply.Status);
        Assert.Equal("AUTHENTICATED_FAILED", reply.Header("X-Seraph-LoginReason"));
        Assert.Equal("anonymous", reply.Header("X-AUSERNAME"));
        Assert.StartsWith("<html>", reply.Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task A_form_without_the_xsrf_header_is_refused_in_plain_text()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.bin" } };

        Reply reply = await site.SendAsync(HttpMethod.Post, $"/rest/api/content/{site.Space.HomepageId}/child/attachment", "bob", form);

        Assert.Equal((403, "XSRF check failed"), (reply.Status, reply.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task The_emulator_listens_on_this_machine_alone()
    {
        ArgumentException refusal = await Assert.ThrowsAsync<ArgumentException>(() => EmulatorServer.StartAsync(new EmulatorOptions { Host = "0.0.0.0", Seed = "empty" }, TeamSite.Token));

        Assert.Contains("this machine alone", refusal.Message, StringComparison.Ordinal);
    }

    private static Task<Reply> SendAsync(TeamSite site, Uri baseUrl, AuthenticationHeaderValue? credential)
    {
        string path = site.Wiki.Deployment == EmulatedDeployment.Cloud ? $"/api/v2/pages/{site.Space.HomepageId}" : $"/rest/api/content/{site.Space.HomepageId}";
        var request = new HttpRequestMessage(HttpMethod.Get, baseUrl.ToString().TrimEnd('/') + path);
        request.Headers.Authorization = credential;
        return site.SendAsync(request);
    }
}
