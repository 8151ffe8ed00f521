using System.Net;
using System.Text.Json.Nodes;
using Tributary.Emulator;
using Tributary.Emulator.Faults;
using Tributary.Testing;

namespace Tributary.Tests.Testing;

public sealed class EmulatedSiteTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 10000)]
    public async Task A_cloud_site_is_asked_with_a_users_own_credentials()
    {
        await using EmulatedSite site = await EmulatedSite.StartCloudAsync(Token);
        using HttpClient alice = site.CreateClient("alice");
        using HttpClient diana = site.CreateClient("diana");

        Assert.Contains("HR", await KeysAsync(alice, "api/v2/spaces"));
        Assert.DoesNotContain("HR", await KeysAsync(diana, "api/v2/spaces"));
        Assert.Equal(["alice", "diana"], site.Requests.All.Select(request => request.User));
    }

    [Fact(Timeout = 10000)]
    public async Task A_data_center_site_is_asked_with_personal_access_tokens()
    {
        await using EmulatedSite site = await EmulatedSite.StartDataCenterAsync(Token);
        using HttpClient alice = site.CreateClient("alice");

        Assert.Contains("ENG", await KeysAsync(alice, "rest/api/space"));
    }

    [Fact(Timeout = 10000)]
    public async Task Faults_strike_a_site_under_test()
    {
        await using EmulatedSite site = await EmulatedSite.StartAsync(new EmulatorOptions { Seed = "empty" }, Token);
        using HttpClient alice = site.CreateClient("alice");
        site.Faults.Add(new FaultRule(FaultKind.Status));

        using HttpResponseMessage response = await alice.GetAsync("api/v2/spaces", Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    private static async Task<IEnumerable<string>> KeysAsync(HttpClient client, string address) =>
        JsonNode.Parse(await client.GetStringAsync(address, Token))!["results"]!.AsArray().Select(space => (string)space!["key"]!);
}
