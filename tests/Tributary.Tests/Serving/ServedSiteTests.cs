using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Tributary.Atlassian;
using Tributary.Configuration;
using Tributary.Console;
using Tributary.Logging;
using Tributary.Serving;
using Tributary.Tests.Atlassian;
using Tributary.Tests.Cli;

namespace Tributary.Tests.Serving;

public sealed class ServedSiteTests : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Shell shell = new();
    private readonly ManualClock clock = new();

    public void Dispose() => shell.Dispose();

    [Fact(Timeout = 10000)]
    public async Task A_site_is_not_asked_before_somebody_wants_it()
    {
        await using StubSite stub = await StubSite.StartAsync(AnswerAsync);
        await using ServedSite site = Serve(stub);
        Assert.Empty(stub.Seen);

        Assert.Equal(Deployment.Cloud, site.Confluence!().Site.Deployment);
        Assert.Single(stub.Seen);
    }

    [Fact(Timeout = 10000)]
    public async Task A_trouble_that_has_passed_is_over_with_the_next_call()
    {
        bool well = false;
        await using StubSite stub = await StubSite.StartAsync(context => well ? AnswerAsync(context) : RefuseAsync(context));
        await using ServedSite site = Serve(stub);
        Assert.Throws<AtlassianException>(site.Confluence!);
        well = true;

        clock.Advance(Pause);

        Assert.Equal(Deployment.Cloud, site.Confluence!().Site.Deployment);
    }

    [Fact(Timeout = 10000)]
    public async Task Calls_in_quick_succession_ask_a_site_in_trouble_once()
    {
        await using StubSite stub = await StubSite.StartAsync(RefuseAsync);
        await using ServedSite site = Serve(stub);
        Assert.Throws<AtlassianException>(site.Confluence!);
        int asked = stub.Seen.Count;

        clock.Advance(Pause / 2);

        Assert.Throws<AtlassianException>(site.Confluence!);
        Assert.Equal(asked, stub.Seen.Count);
    }

    private ServedSite Serve(StubSite stub)
    {
        shell.Write(".env", $"CONFLUENCE_URL={stub.Url}\nCONFLUENCE_USERNAME=alice@example.com\nCONFLUENCE_API_TOKEN=alice-token\nTRIBUTARY_ATTEMPTS=1");
        Surroundings surroundings = shell.Surroundings(TextWriter.Null, TextWriter.Null) with { Time = clock };
        var configuration = ServerConfiguration.Load(surroundings, new ConfigurationRequest(null, null, LogFormat.Text, new Dictionary<string, SettingValue>()));
        return ServedSite.Configured(configuration, surroundings, NullLoggerFactory.Instance);
    }

    private static Task AnswerAsync(HttpContext context) => context.Response.WriteAsync("""{"results":[]}""");

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = 503;
        return Task.CompletedTask;
    }
}
