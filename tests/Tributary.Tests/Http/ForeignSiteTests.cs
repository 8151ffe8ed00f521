using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tributary.Tests.Http;

/// <summary>A web page of another site makes the browser ask this machine: it gets nothing.</summary>
public sealed class ForeignSiteTests
{
    private static readonly string[] Paths = ["/mcp", "/mcp/", "/healthz", "/sse", "/message", "/.well-known/oauth-protected-resource", "/nothing"];

    /// <summary>PORT stands for the port of the server.</summary>
    private static readonly string[] BadOrigins =
    [
        "", "null", "*", "http://", "https://", "file://", "about:blank", "data:text/html,x", "localhost", "localhost:PORT", "//localhost:PORT",
        "http://localhost", "http://127.0.0.1", "http://[::1]", "http://localhost:1", "http://localhost:PORT0", "http://localhost:0PORT",
        "https://localhost:PORT", "ws://localhost:PORT", "ftp://localhost:PORT", "chrome-extension://localhost:PORT",
        "http://localhost:PORT/", "http://localhost:PORT/x", "http://localhost:PORT?x", "http://localhost:PORT#x", "http://localhost:PORT,http://evil.example",
        "http://localhost.:PORT", "http://localhost.evil.example:PORT", "http://evil-localhost:PORT", "http://localhost@evil.example:PORT",
        "http://user@localhost:PORT", "http://evil.example", "http://evil.example:PORT", "http://127.0.0.1.evil.example:PORT", "http://127.0.0.2:PORT",
        "http://127.1:PORT", "http://2130706433:PORT", "http://0x7f000001:PORT", "http://0.0.0.0:PORT", "http://[::]:PORT", "http://[::ffff:127.0.0.1]:PORT",
        "http://192.168.0.1:PORT", "http://10.0.0.1:PORT", "http://169.254.169.254:PORT", "http:// localhost:PORT", "http://localhost :PORT", "http:localhost:PORT", "http:\\\\localhost:PORT",
    ];

    private static readonly string[] BadHosts =
    [
        "", "evil.example", "evil.example:PORT", "localhost", "localhost:1", "localhost:PORT0", "localhost.:PORT", "localhost.evil.example:PORT",
        "127.0.0.1", "127.0.0.2:PORT", "127.1:PORT", "2130706433:PORT", "0.0.0.0:PORT", "[::]:PORT", "[::1]", "[::ffff:127.0.0.1]:PORT", "192.168.0.1:PORT",
    ];

    [Fact(Timeout = 20000)]
    public async Task No_bad_origin_gets_an_answer_on_any_path()
    {
        await using McpHost host = await McpHost.StartAsync();

        Assert.True(BadOrigins.Length >= 40);
        foreach (string path in Paths)
        {
            foreach (string origin in BadOrigins.Select(origin => WithPort(origin, host)))
                Assert.Equal((origin, "403"), (origin, await StatusAsync(host, path, $"Host: localhost:{host.Endpoint.Port}\r\nOrigin: {origin}")));
        }
    }

    [Fact(Timeout = 20000)]
    public async Task No_bad_host_gets_an_answer_on_any_path()
    {
        await using McpHost host = await McpHost.StartAsync();

        foreach (string path in Paths)
        {
            foreach (string bad in BadHosts.Select(bad => WithPort(bad, host)))
            {
                // The web server itself refuses a few as no host at all.
                string status = await StatusAsync(host, path, $"Host: {bad}");
                Assert.True(status is "403" or "400", $"{path} answered {status} to Host {bad}");
            }
        }
    }

    [Fact(Timeout = 10000)]
    public async Task Two_origins_or_a_forged_forwarding_header_do_not_help()
    {
        await using McpHost host = await McpHost.StartAsync();
        string good = $"localhost:{host.Endpoint.Port}";

        Assert.Equal("403", await StatusAsync(host, "/healthz", $"Host: {good}\r\nOrigin: http://{good}\r\nOrigin: http://evil.example"));
        Assert.Equal("403", await StatusAsync(host, "/healthz", $"Host: evil.example\r\nX-Forwarded-Host: {good}\r\nForwarded: host={good}"));
    }

    [Theory(Timeout = 10000)]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task Pages_of_this_machine_at_the_servers_port_and_callers_without_an_origin_are_let_in(string name)
    {
        await using McpHost host = await McpHost.StartAsync();
        string own = $"{name}:{host.Endpoint.Port}";

        Assert.Equal("200", await StatusAsync(host, "/healthz", $"Host: {own}\r\nOrigin: http://{own}"));
        Assert.Equal("200", await StatusAsync(host, "/healthz", $"Host: {own}"));
    }

    [Fact(Timeout = 10000)]
    public async Task The_refusal_is_a_JSON_RPC_error()
    {
        await using McpHost host = await McpHost.StartAsync();
        HttpRequestMessage request = McpHost.CallTool("echo");
        request.Headers.Add("Origin", "http://evil.example");

        await host.AssertRefusedAsync(request, HttpStatusCode.Forbidden, -32000);
    }

    private static string WithPort(string text, McpHost host) =>
        text.Replace("PORT", host.Endpoint.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <remarks>Header by header as written: a client library would mend or refuse most of them.</remarks>
    private static async Task<string> StatusAsync(McpHost host, string path, string headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, host.Endpoint.Port, TestContext.Current.CancellationToken);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\n{headers}\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        string statusLine = await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
        return statusLine.Split(' ')[1];
    }
}
