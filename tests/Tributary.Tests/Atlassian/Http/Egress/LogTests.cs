using System.Net;
using Tributary.Atlassian;
using Tributary.Atlassian.Http;
using Tributary.Atlassian.Http.Egress;

namespace Tributary.Tests.Atlassian.Http.Egress;

public sealed class LogTests
{
    private readonly LogLines log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 10000)]
    public async Task Each_request_is_one_line_with_its_template_status_time_and_attempt()
    {
        var network = new ScriptedNetwork(number => new HttpResponseMessage(number == 1 ? HttpStatusCode.BadGateway : HttpStatusCode.OK));
        using EgressClient egress = Egress(network);

        await egress.ReadAsync(new UpstreamRequest("get page 98304", HttpMethod.Get, "rest/api/content/{id}", "rest/api/content/98304?title=Salaries"), Token);

        Assert.Collection(
            log.Lines,
            line => Assert.Matches(@"^Information: GET rest/api/content/\{id\} answered 502 in [\d.]+ ms \(attempt 1\) $", line),
            line => Assert.Matches(@"^Information: GET rest/api/content/\{id\} answered 200 in [\d.]+ ms \(attempt 2\) $", line));
    }

    [Fact(Timeout = 10000)]
    public async Task No_secret_address_or_body_is_logged_at_any_level_nor_told_in_an_error()
    {
        var network = new ScriptedNetwork((_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        using EgressClient egress = Egress(network);

        var failed = await Assert.ThrowsAsync<AtlassianException>(() => egress.SendAsync(Salaries(), Token));

        string all = string.Join('\n', log.Lines) + failed;
        Credential credential = TestEgress.Options("x").Credential;
        foreach (string secret in new[] { TestEgress.Secret, credential.Header.Parameter!, "Salaries", "private", "edge-secret" })
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        Assert.Equal(3, log.Lines.Count);
    }

    private static UpstreamRequest Salaries() => new("create page", HttpMethod.Post, "rest/api/content", "rest/api/content?title=Salaries")
    {
        Content = () => new StringContent("private"),
    };

    private EgressClient Egress(ScriptedNetwork network) => TestEgress.To(
        new Uri("https://wiki.example.com"),
        options => options with { Headers = new Dictionary<string, string> { ["X-Edge-Key"] = "edge-secret" } },
        new ConnectionInputs(TimeProvider.System, () => 0, log) { Network = network });
}
