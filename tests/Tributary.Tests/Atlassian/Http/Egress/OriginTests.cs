using Microsoft.AspNetCore.Http;
using Tributary.Atlassian;
using Tributary.Atlassian.Http.Egress;

namespace Tributary.Tests.Atlassian.Http.Egress;

public sealed class OriginTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 10000)]
    [InlineData("https://evil.example/wiki/rest/api")]
    [InlineData("http://wiki.example.com/wiki/rest/api")]
    [InlineData("https://wiki.example.com:8443/wiki/rest/api")]
    [InlineData("https://wiki.example.com.evil.example/wiki/rest/api")]
    [InlineData("https://alice@wiki.example.com/wiki/rest/api")]
    [InlineData("https://wiki.example.com/other/rest/api")]
    [InlineData("https://wiki.example.com/wiki/../other")]
    public async Task A_request_to_anywhere_but_the_configured_root_is_refused_before_it_leaves(string target)
    {
        var network = new ScriptedNetwork(_ => new HttpResponseMessage());
        using var invoker = new HttpMessageInvoker(new PinnedOrigin(new Uri("https://wiki.example.com/wiki"), network));
        using var request = new HttpRequestMessage(HttpMethod.Get, target);

        await Assert.ThrowsAsync<ForbiddenOriginException>(() => invoker.SendAsync(request, Token));
        Assert.Equal(0, network.Count);
    }

    [Fact(Timeout = 10000)]
    public async Task A_redirect_to_another_origin_is_not_followed_and_is_told()
    {
        await using StubSite other = await StubSite.StartAsync(_ => Task.CompletedTask);
        await using StubSite site = await StubSite.StartAsync(context =>
        {
            context.Response.Redirect(other.Url + "login");
            return Task.CompletedTask;
        });
        using EgressClient egress = TestEgress.To(site.Url);

        var refused = await Assert.ThrowsAsync<AtlassianException>(() => egress.SendAsync(TestEgress.Get(), Token));

        Assert.Empty(other.Seen);
        Assert.Equal(302, refused.Status);
        Assert.Contains("redirects to 127.0.0.1", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task A_read_follows_three_redirects_within_the_site_and_no_more()
    {
        await using StubSite site = await StubSite.StartAsync(async context =>
        {
            int left = int.Parse(context.Request.Path.Value!.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
            if (left > 0) context.Response.Redirect($"/{left - 1}");
            else await context.Response.WriteAsync("here");
        });
        using EgressClient egress = TestEgress.To(site.Url);

        Assert.Equal("here", await egress.ReadAsync(TestEgress.Get("3"), Token));
        await Assert.ThrowsAsync<AtlassianException>(() => egress.SendAsync(TestEgress.Get("4"), Token));
        Assert.Equal(4 + 4, site.Seen.Count);
    }

    [Fact(Timeout = 10000)]
    public async Task A_write_follows_no_redirect()
    {
        await using StubSite site = await StubSite.StartAsync(context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        using EgressClient egress = TestEgress.To(site.Url);

        await Assert.ThrowsAsync<AtlassianException>(() => egress.SendAsync(TestEgress.Post(), Token));
        Assert.Single(site.Seen);
    }

    [Fact(Timeout = 10000)]
    public async Task A_cookie_of_the_site_is_not_kept()
    {
        await using StubSite site = await StubSite.StartAsync(context =>
        {
            context.Response.Cookies.Append("JSESSIONID", "alice-session");
            return Task.CompletedTask;
        });
        using EgressClient egress = TestEgress.To(site.Url);

        await egress.ReadAsync(TestEgress.Get(), Token);
        await egress.ReadAsync(TestEgress.Get(), Token);

        Assert.All(site.Seen, request => Assert.DoesNotContain("Cookie", request.Headers.Keys));
    }

    [Fact(Timeout = 10000)]
    public async Task Every_request_carries_the_credential_and_the_operators_headers()
    {
        await using StubSite site = await StubSite.StartAsync(_ => Task.CompletedTask);
        using EgressClient egress = TestEgress.To(site.Url, options => options with { Headers = new Dictionary<string, string> { ["X-Edge-Key"] = "abc" } });

        await egress.ReadAsync(TestEgress.Get(), Token);

        SeenRequest seen = Assert.Single(site.Seen);
        Assert.Equal(TestEgress.Options("x").Credential.Header.ToString(), seen.Headers["Authorization"]);
        Assert.Equal("abc", seen.Headers["X-Edge-Key"]);
        Assert.Equal("application/json", seen.Headers["Accept"]);
    }

    [Fact(Timeout = 10000)]
    public async Task A_download_follows_one_redirect_to_a_configured_host_without_the_credential()
    {
        await using StubSite media = await StubSite.StartAsync(context => context.Response.WriteAsync("file"));
        await using StubSite site = await StubSite.StartAsync(context =>
        {
            context.Response.Redirect(media.Url + "file?token=signed");
            return Task.CompletedTask;
        });
        using EgressClient egress = TestEgress.To(site.Url, options => options with
        {
            MediaHosts = [media.Url.ToString()],
            Headers = new Dictionary<string, string> { ["X-Edge-Key"] = "abc" },
        });
        using var target = new MemoryStream();

        long length = await egress.DownloadAsync(Download(), target, Token);

        Assert.Equal("file"u8.ToArray(), target.ToArray());
        Assert.Equal(4, length);
        SeenRequest seen = Assert.Single(media.Seen);
        Assert.Equal("/file?token=signed", seen.Path);
        Assert.DoesNotContain("Authorization", seen.Headers.Keys);
        Assert.DoesNotContain("X-Edge-Key", seen.Headers.Keys);
    }

    [Fact(Timeout = 10000)]
    public async Task A_download_is_not_redirected_to_a_host_that_nobody_configured()
    {
        await using StubSite media = await StubSite.StartAsync(context => context.Response.WriteAsync("file"));
        await using StubSite site = await StubSite.StartAsync(context =>
        {
            context.Response.Redirect(media.Url + "file");
            return Task.CompletedTask;
        });
        using EgressClient egress = TestEgress.To(site.Url);

        var refused = await Assert.ThrowsAsync<AtlassianException>(() => egress.DownloadAsync(Download(), Stream.Null, Token));

        Assert.Empty(media.Seen);
        Assert.Contains("only the configured site", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith($"the operator allows it with CONFLUENCE_MEDIA_HOSTS={media.Url.GetLeftPart(UriPartial.Authority)}", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task A_configured_host_of_media_that_resolves_into_this_machine_is_not_reached()
    {
        var options = TestEgress.Options("https://wiki.example.com") with { MediaHosts = ["https://media.example.com"] };
        using SocketsHttpHandler handler = new Network(options, new Uri(options.Url), connections: 1).ToMedia(mayBeLocal: false);
        using var invoker = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://localhost/file");

        var refused = await Assert.ThrowsAnyAsync<HttpRequestException>(() => invoker.SendAsync(request, Token));
        Assert.IsType<ForbiddenOriginException>(refused.InnerException);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("104.192.136.1", true)]
    [InlineData("2401:1d80:3000::1", true)]
    public void An_address_is_public_or_not(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(System.Net.IPAddress.Parse(address)));

    private static UpstreamRequest Download() => new("download attachment att1", HttpMethod.Get, "download", "download") { Streamed = true };
}
