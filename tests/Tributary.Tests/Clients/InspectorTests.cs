using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Tributary.Tests.Clients;

/// <summary>
/// The MCP inspector's command line, unchanged, against <c>serve --demo</c>; and the TypeScript SDK for the earlier names of tools, which the
/// inspector does not call because they are not listed.
/// </summary>
[Trait("Requires", "Node")]
public sealed class InspectorTests
{
    private const string Inspector = "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js";

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task It_lists_and_calls_the_tools_over_stdio()
    {
        string[] server = ["dotnet", TributaryProcess.Program, "serve", "--demo"];

        Assert.Contains("confluence_get_page", await ListAsync(server));
        Assert.Equal("98304", (await CallAsync(server, "confluence_get_page", "page_id=98304")).GetProperty("id").GetString());
        Assert.NotEqual(0, (await CallAsync(server, "confluence_search", "query=architecture")).GetProperty("results").GetArrayLength());
        Assert.Equal(1, (await CallAsync(server, "confluence_create_page", "space_key=ENG", "title=By the inspector", "body=Hello")).GetProperty("version").GetInt32());
        Assert.Equal("success", (await CallAsync(server, "confluence_delete_page", "page_id=98304")).GetProperty("status").GetString());
        await NodeClients.RunAsync("aliases.mjs", server, CancellationToken);
    }

    [Fact(Timeout = 180_000)]
    public async Task It_lists_and_calls_the_tools_over_HTTP()
    {
        int port = FreePort();
        await using TributaryProcess serving = await TributaryProcess.StartAsync(["serve", "--demo", "--port", $"{port}"], $"http://127.0.0.1:{port}/mcp", CancellationToken);
        string[] server = [$"http://127.0.0.1:{port}/mcp"];

        Assert.Contains("confluence_get_page", await ListAsync(server));
        string id = (await CallAsync(server, "confluence_create_page", "space_key=ENG", "title=By the inspector", "body=Hello")).GetProperty("id").GetString()!;
        Assert.Equal(id, (await CallAsync(server, "confluence_get_page", $"page_id={id}")).GetProperty("id").GetString());
        Assert.NotEqual(0, (await CallAsync(server, "confluence_search", "query=inspector")).GetProperty("results").GetArrayLength());
        Assert.Equal("success", (await CallAsync(server, "confluence_delete_page", $"page_id={id}")).GetProperty("status").GetString());
        await NodeClients.RunAsync("aliases.mjs", server, CancellationToken);
    }

    private static async Task<string[]> ListAsync(string[] server)
    {
        using JsonDocument answer = JsonDocument.Parse(await RunAsync([.. server, "--method", "tools/list"]));
        return [.. answer.RootElement.GetProperty("tools").EnumerateArray().Select(tool => tool.GetProperty("name").GetString()!)];
    }

    private static async Task<JsonElement> CallAsync(string[] server, string tool, params string[] arguments)
    {
        using JsonDocument answer = JsonDocument.Parse(await RunAsync([.. server, "--method", "tools/call", "--tool-name", tool, .. arguments.SelectMany(argument => (string[])["--tool-arg", argument])]));
        return answer.RootElement.GetProperty("structuredContent").Clone();
    }

    private static Task<string> RunAsync(string[] arguments) => NodeClients.RunAsync(Inspector, ["--cli", .. arguments], CancellationToken);

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
