using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Tributary.Emulator;
using Tributary.Emulator.Faults;

namespace Tributary.Tests.Emulator.Hosting;

public sealed class FaultTests
{
    [Fact(Timeout = 10000)]
    public async Task A_rate_limit_strikes_as_often_as_told_and_says_when_to_come_back()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        site.Server.Faults.Add(new FaultRule(FaultKind.Status, "*/pages/*", Status: 429, RetryAfterSeconds: 7));

        Reply first = await site.GetAsync($"/api/v2/pages/{site.Space.HomepageId}");
        Reply second = await site.GetAsync($"/api/v2/pages/{site.Space.HomepageId}");

        Assert.Equal((429, "7", "0"), (first.Status, first.Header("Retry-After"), first.Header("X-RateLimit-Remaining")));
        Assert.Equal(200, second.Status);
    }

    [Fact(Timeout = 10000)]
    public async Task A_cut_connection_is_a_failed_request()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        site.Server.Faults.Add(new FaultRule(FaultKind.Reset));

        await Assert.ThrowsAsync<HttpRequestException>(() => site.GetAsync($"/api/v2/pages/{site.Space.HomepageId}"));
    }

    [Fact(Timeout = 10000)]
    public async Task A_truncated_answer_fails_while_it_is_read()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        site.Server.Faults.Add(new FaultRule(FaultKind.Truncate));

        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            try
            {
                await site.GetAsync($"/api/v2/pages/{site.Space.HomepageId}");
            }
            catch (HttpRequestException error) when (error.InnerException is IOException cause)
            {
                throw cause;
            }
        });
    }

    [Fact(Timeout = 10000)]
    public async Task Credentials_can_expire_for_one_request()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        site.Server.Faults.Add(new FaultRule(FaultKind.ExpiredCredentials));

        Reply first = await site.GetAsync($"/api/v2/pages/{site.Space.HomepageId}");
        Reply second = await site.GetAsync($"/api/v2/pages/{site.Space.HomepageId}");

        Assert.Equal((401, 200), (first.Status, second.Status));
    }

    [Fact(Timeout = 10000)]
    public async Task A_rule_can_be_added_seen_and_cleared_over_http_by_anyone()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        using var client = new HttpClient(site.Server.CreateHandler()) { BaseAddress = site.Server.BaseUrl };

        using HttpResponseMessage added = await client.PostAsJsonAsync("/__emulator/faults", new JsonObject { ["kind"] = "html", ["status"] = 200 }, TeamSite.Token);
        Reply struck = await site.GetAsync("/api/v2/pages/1");
        using HttpResponseMessage unknown = await client.PostAsJsonAsync("/__emulator/faults", new JsonObject { ["kind"] = "plague" }, TeamSite.Token);
        JsonNode rules = JsonNode.Parse(await client.GetStringAsync("/__emulator/faults", TeamSite.Token))!;

        Assert.True(added.IsSuccessStatusCode);
        Assert.Equal("text/html", struck.ContentHeaders.ContentType?.MediaType);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Empty(rules["faults"]!.AsArray());
    }

    [Fact(Timeout = 10000)]
    public async Task A_site_can_begin_with_faults()
    {
        await using TeamSite site = await TeamSite.StartAsync(new EmulatorOptions { Faults = [FaultText.Parse("status, status=500, count=always, method=get")] });

        Reply read = await site.GetAsync("/api/v2/pages");
        Reply again = await site.GetAsync("/api/v2/pages");
        Reply written = await site.DeleteAsync("/api/v2/pages/1");

        Assert.Equal((500, 500, 404), (read.Status, again.Status, written.Status));
    }

    [Fact(Timeout = 10000)]
    public async Task An_answer_can_be_delayed_by_the_clock_of_the_site()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        site.Server.Faults.Add(FaultText.Parse("delay, delay=30"));
        long start = TimeProvider.System.GetTimestamp();

        Reply reply = await site.GetAsync("/api/v2/pages");

        Assert.Equal(200, reply.Status);
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.FromMilliseconds(25), TimeSpan.FromSeconds(9));
    }

    [Theory]
    [InlineData("", "A fault begins with its kind")]
    [InlineData("plague", "'plague' is no kind of fault: use delay, status, reset, truncate, html or expired-credentials.")]
    [InlineData("3", "'3' is no kind of fault")]
    [InlineData("status, 429", "'429' is no setting of a fault: write name=value.")]
    [InlineData("status, colour=red", "'colour' is no setting of a fault")]
    [InlineData("status, count=few", "count takes a number, and 'few' is none.")]
    public void A_fault_that_cannot_be_read_says_why(string text, string reason)
    {
        FormatException error = Assert.Throws<FormatException>(() => FaultText.Parse(text));

        Assert.StartsWith(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_is_read_from_one_line() =>
        Assert.Equal(
            new FaultRule(FaultKind.Status, "*/pages/*", "GET", 3, 429, 2, TimeSpan.FromMilliseconds(5)),
            FaultText.Parse("status, status=429, retry-after=2, path=*/pages/*, method=GET, count=3, delay=5"));

    [Fact(Timeout = 10000)]
    public async Task Requests_are_counted_with_their_user_and_status()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        await site.GetAsync("/api/v2/pages/1?status=current", "charlie");

        Assert.Equal(new("GET", "/wiki/api/v2/pages/1?status=current", "charlie", 404), Assert.Single(site.Server.Requests.All));
    }

    [Fact(Timeout = 10000)]
    public async Task What_was_written_is_there_after_a_restart_from_the_data_file()
    {
        string file = Path.Combine(Path.GetTempPath(), $"tributary-{Environment.ProcessId}-data.json");
        File.Delete(file);
        try
        {
            string id;
            await using (TeamSite site = await TeamSite.StartAsync(new EmulatorOptions { DataFile = file }))
            {
                Reply created = await site.PostAsync("/api/v2/pages", new JsonObject
                {
                    ["spaceId"] = site.Space.IdText,
                    ["title"] = "Kept",
                    ["body"] = new JsonObject { ["representation"] = "storage", ["value"] = "<p>Grüße &amp; 日本</p>" },
                });
                id = (string)created.Json["id"]!;

                // As after a kill: the file is read while the site still runs.
                await using EmulatorServer copy = await EmulatorServer.StartInProcessAsync(new EmulatorOptions { Seed = file }, TeamSite.Token);
                Assert.Equal("<p>Grüße &amp; 日本</p>", copy.Wiki.Find(id)!.Body);
            }

            await using EmulatorServer again = await EmulatorServer.StartInProcessAsync(new EmulatorOptions { DataFile = file }, TeamSite.Token);
            Assert.Equal("Kept", again.Wiki.Find(id)!.Title);
            Assert.Equal(id, again.Wiki.Children(again.Wiki.Find(again.Wiki.FindSpace("TEAM")!.HomepageId!)!).Single().Id);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
