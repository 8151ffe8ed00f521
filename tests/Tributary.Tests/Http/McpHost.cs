using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Client;
using ModelContextProtocol.Server;
using Tributary.Http;
using Tributary.Tests.Protocol;

namespace Tributary.Tests.Http;

/// <summary>The HTTP server on a free port, and the requests that a client would make by hand.</summary>
internal sealed class McpHost : IAsyncDisposable
{
    public const string Stateless = "2026-07-28";
    public const string WithSessions = "2025-11-25";

    private readonly HttpServer _server;

    private readonly McpServerOptions _mcp;

    private McpHost(HttpServer server, SampleTools tools, McpServerOptions mcp)
    {
        _server = server;
        _mcp = mcp;
        Tools = tools;
        Web = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }) { BaseAddress = server.Endpoint };
    }

    public SampleTools Tools { get; }

    public HttpClient Web { get; }

    public Uri Endpoint => _server.Endpoint;

    public static async Task<McpHost> StartAsync(
        HttpLimits? limits = null, TimeProvider? time = null, Action<McpServerOptions>? configure = null, ILoggerFactory? loggerFactory = null)
    {
        var tools = new SampleTools();
        McpServerOptions mcp = tools.Options(configure);
        HttpServer server = await HttpServer.StartAsync(
            new HttpOptions { Port = 0, Limits = limits ?? new HttpLimits() },
            mcp,
            loggerFactory ?? NullLoggerFactory.Instance,
            time ?? TimeProvider.System,
            TestContext.Current.CancellationToken);
        return new McpHost(server, tools, mcp);
    }

    public async Task<McpClient> ConnectAsync(string revision) =>
        await McpClient.CreateAsync(
            new HttpClientTransport(new HttpClientTransportOptions { Endpoint = Endpoint, TransportMode = HttpTransportMode.StreamableHttp }),
            new McpClientOptions { ProtocolVersion = revision },
            cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>A request of the stateless revision with all that belongs to it.</summary>
    public static HttpRequestMessage Call(string method, JsonObject? parameters = null, JsonNode? id = null)
    {
        parameters ??= [];
        parameters["_meta"] ??= new JsonObject
        {
            ["io.modelcontextprotocol/protocolVersion"] = Stateless,
            ["io.modelcontextprotocol/clientCapabilities"] = new JsonObject(),
        };
        HttpRequestMessage request = Post(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id ?? 1, ["method"] = method, ["params"] = parameters });
        request.Headers.Add("MCP-Protocol-Version", Stateless);
        request.Headers.Add("Mcp-Method", method);
        if (parameters["name"]?.GetValue<string>() is { } name)
            request.Headers.Add("Mcp-Name", name);
        return request;
    }

    public static HttpRequestMessage CallTool(string name, JsonObject? arguments = null, JsonNode? id = null) =>
        Call("tools/call", new JsonObject { ["name"] = name, ["arguments"] = arguments ?? [] }, id);

    public static HttpRequestMessage Post(JsonNode message) => Post(message.ToJsonString());

    public static HttpRequestMessage Post(string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, (Uri?)null) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Accept", "application/json, text/event-stream");
        return request;
    }

    public static HttpRequestMessage InSession(HttpRequestMessage request, string sessionId)
    {
        request.Headers.Add("Mcp-Session-Id", sessionId);
        return request;
    }

    public static JsonObject Request(string method, JsonObject? parameters = null, JsonNode? id = null) =>
        new() { ["jsonrpc"] = "2.0", ["id"] = id ?? 1, ["method"] = method, ["params"] = parameters ?? [] };

    /// <summary>Opens a session of the older revisions.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> InitializeAsync()
    {
        using HttpResponseMessage response = await SendAsync(Initialize());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Headers.GetValues("Mcp-Session-Id").Single();
    }

    public static HttpRequestMessage Initialize() => Post(Request("initialize", new JsonObject
    {
        ["protocolVersion"] = WithSessions,
        ["capabilities"] = new JsonObject(),
        ["clientInfo"] = new JsonObject { ["name"] = "test", ["version"] = "1" },
    }));

    /// <summary>Returns as soon as the headers are there.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) =>
        Web.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    /// <summary>Sends and checks that the answer is this HTTP status with this JSON-RPC error, and nothing else.</summary>
    /// <returns>The whole answer.</returns>
    public async Task<JsonObject> AssertRefusedAsync(HttpRequestMessage request, HttpStatusCode status, int code)
    {
        using HttpResponseMessage response = await SendAsync(request);
        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal((status, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        JsonObject answer = JsonNode.Parse(body)!.AsObject();
        Assert.Equal("2.0", (string?)answer["jsonrpc"]);
        Assert.Equal(code, (int?)answer["error"]?["code"]);
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        return answer;
    }

    public async Task<JsonObject> AnswerAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage response = await SendAsync(request);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
    }

    /// <summary>Makes the list of tools another one, of which the server tells those who asked.</summary>
    public void AddTool(string name) =>
        _mcp.ToolCollection!.Add(McpServerTool.Create(() => name, new() { Name = name, Description = "Came later." }));

    public Task StopAsync() => _server.DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        Tools.Release();
        Web.Dispose();
        await _server.DisposeAsync();
    }
}
