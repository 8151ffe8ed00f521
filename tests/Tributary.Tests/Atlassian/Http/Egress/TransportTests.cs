using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Tributary.Atlassian;
using Tributary.Atlassian.Http;
using Tributary.Atlassian.Http.Egress;

namespace Tributary.Tests.Atlassian.Http.Egress;

/// <summary>What stands between us and the site, told apart.</summary>
public sealed class TransportTests
{
    private static readonly EgressLimits Once = new() { Attempts = 1 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 10000)]
    public async Task A_port_where_nothing_listens_is_said_so()
    {
        AtlassianException refused = await RefusedAsync(new Uri($"http://127.0.0.1:{FreePort()}"), options => options);

        Assert.Contains("Nothing accepts connections at 127.0.0.1:", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task A_name_that_does_not_resolve_is_said_so()
    {
        AtlassianException refused = await RefusedAsync(new Uri("https://wiki.invalid"), options => options);

        Assert.Contains("The name of wiki.invalid is not known to DNS", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task A_site_that_does_not_speak_TLS_is_said_so()
    {
        await using StubSite site = await StubSite.StartAsync(_ => Task.CompletedTask);
        AtlassianException refused = await RefusedAsync(new UriBuilder(site.Url) { Scheme = "https" }.Uri, options => options);

        Assert.Contains("secure connection", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task The_configured_proxy_is_asked_and_gets_its_password()
    {
        using X509Certificate2 certificate = TestCertificates.Server(name: "wiki.example.com");
        await using StubSite site = await StubSite.StartAsync(new HttpsConnectionAdapterOptions { ServerCertificate = certificate }, context => context.Response.WriteAsync("here"));
        await using Proxy proxy = Proxy.Start(site.Url.Port);
        using EgressClient egress = TestEgress.To(new Uri("https://wiki.example.com"), options => options with
        {
            Proxy = $"http://carol:pa%3Ass@127.0.0.1:{proxy.Port}",
            SslVerify = "sha256:" + TestCertificates.Fingerprint(certificate),
        });

        Assert.Equal("here", await egress.ReadAsync(TestEgress.Get(), Token));
        Assert.Contains("CONNECT wiki.example.com:443", proxy.LastRequest, StringComparison.Ordinal);
        Assert.Contains("Proxy-Authorization: Basic " + Convert.ToBase64String("carol:pa:ss"u8), proxy.LastRequest, StringComparison.Ordinal);
        Assert.DoesNotContain(TestEgress.Options("x").Credential.Header.Parameter!, proxy.LastRequest, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task A_proxy_that_refuses_is_named()
    {
        await using Proxy proxy = Proxy.Start(target: null);
        AtlassianException refused = await RefusedAsync(new Uri("https://wiki.example.com"), options => options with { Proxy = $"127.0.0.1:{proxy.Port}" });

        Assert.Contains($"The proxy 127.0.0.1:{proxy.Port} refused to connect to wiki.example.com", refused.Message, StringComparison.Ordinal);
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task A_proxy_that_is_not_there_is_named()
    {
        int port = FreePort();
        AtlassianException refused = await RefusedAsync(new Uri("https://wiki.example.com"), options => options with { Proxy = $"http://carol:s3cret@127.0.0.1:{port}" });

        Assert.Contains($"Nothing accepts connections at the proxy 127.0.0.1:{port}", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://wiki.example.com", "example.com", true)]
    [InlineData("https://wiki.example.com", ".example.com", true)]
    [InlineData("https://wiki.example.com", "*.example.com", true)]
    [InlineData("https://wiki.example.com", "other.com, wiki.example.com:443", true)]
    [InlineData("https://wiki.example.com", "wiki.example.com:8443", false)]
    [InlineData("https://notexample.com", "example.com", false)]
    [InlineData("https://10.1.2.3", "10.0.0.0/8", true)]
    [InlineData("https://11.1.2.3", "10.0.0.0/8", false)]
    [InlineData("https://10.1.2.3", "10.1.2.3", true)]
    [InlineData("https://wiki.example.com", "*", true)]
    [InlineData("https://wiki.example.com", "", false)]
    [InlineData("http://127.0.0.1:8090", "", true)]
    public void What_is_reached_without_the_proxy(string site, string noProxy, bool direct) =>
        Assert.Equal(direct, ConfiguredProxy.From("http://proxy.example.com:3128", noProxy).IsBypassed(new Uri(site)));

    private static async Task<AtlassianException> RefusedAsync(Uri site, Func<SiteOptions, SiteOptions> options)
    {
        using EgressClient egress = TestEgress.To(site, all => options(all) with { Limits = Once });
        var refused = await Assert.ThrowsAsync<AtlassianException>(() => egress.SendAsync(TestEgress.Post(), Token));
        Assert.Equal(AtlassianErrorKind.UpstreamUnavailable, refused.Kind);
        Assert.Null(refused.Status);
        return refused;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Opens tunnels to one port of this machine, whatever it is asked for; or refuses them all.</summary>
    private sealed class Proxy(TcpListener listener, int? target) : IAsyncDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private Task serving = Task.CompletedTask;

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public string LastRequest { get; private set; } = "";

        public static Proxy Start(int? target)
        {
            var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var proxy = new Proxy(listener, target);
            proxy.serving = proxy.ServeAsync();
            return proxy;
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            listener.Stop();
            await serving;
            stop.Dispose();
        }

        private async Task ServeAsync()
        {
            List<Task> tunnels = [];
            try
            {
                while (true) tunnels.Add(TunnelAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
            catch (OperationCanceledException)
            {
                await Task.WhenAll(tunnels).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        private async Task TunnelAsync(TcpClient connection)
        {
            using TcpClient owned = connection;
            NetworkStream client = connection.GetStream();
            while (await ReadHeadAsync(client) is { } head)
            {
                LastRequest = head;
                if (target is not { } port)
                {
                    await client.WriteAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), stop.Token);
                    return;
                }

                if (head.Contains("Proxy-Authorization", StringComparison.Ordinal))
                {
                    using var upstream = new TcpClient();
                    await upstream.ConnectAsync(IPAddress.Loopback, port, stop.Token);
                    await client.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), stop.Token);
                    await Task.WhenAny(client.CopyToAsync(upstream.GetStream(), stop.Token), upstream.GetStream().CopyToAsync(client, stop.Token));
                    return;
                }

                await client.WriteAsync("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), stop.Token);
            }
        }

        private async Task<string?> ReadHeadAsync(NetworkStream client)
        {
            byte[] head = new byte[8192];
            for (int length = 0; ;)
            {
                int read = await client.ReadAsync(head.AsMemory(length), stop.Token);
                if (read == 0) return null;
                length += read;
                string text = Encoding.ASCII.GetString(head, 0, length);
                if (text.EndsWith("\r\n\r\n", StringComparison.Ordinal)) return text;
            }
        }
    }
}
