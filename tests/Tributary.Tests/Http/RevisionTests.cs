using System.Net;
using System.Text.Json.Nodes;

namespace Tributary.Tests.Http;

/// <summary>What a request says of its revision, in its headers and in itself.</summary>
public sealed class RevisionTests
{
    private const int HeaderMismatch = -32020;
    private const int UnsupportedRevision = -32022;
    private const int InvalidParams = -32602;

    [Theory(Timeout = 10000)]
    [InlineData("1999-01-01", "1999-01-01", UnsupportedRevision)]
    [InlineData("1999-01-01", null, UnsupportedRevision)]
    [InlineData("nonsense", "2026-07-28", UnsupportedRevision)]
    [InlineData("", "2026-07-28", UnsupportedRevision)]
    [InlineData("2025-11-25", "2025-11-25", UnsupportedRevision)]
    [InlineData("2026-07-28", "1999-01-01", HeaderMismatch)]
    [InlineData("2026-07-28", "2025-11-25", HeaderMismatch)]
    [InlineData("2025-11-25", "2026-07-28", HeaderMismatch)]
    [InlineData(null, "2026-07-28", HeaderMismatch)]
    [InlineData(null, "1999-01-01", HeaderMismatch)]
    [InlineData("2026-07-28", null, InvalidParams)]
    public async Task Header_and_message_must_agree_on_a_revision_that_is_known(string? header, string? declared, int code)
    {
        await using McpHost host = await McpHost.StartAsync();
        var meta = new JsonObject { ["io.modelcontextprotocol/clientCapabilities"] = new JsonObject() };
        if (declared is not null)
            meta["io.modelcontextprotocol/protocolVersion"] = declared;
        HttpRequestMessage request = McpHost.Call("tools/list", new JsonObject { ["_meta"] = meta }, "the id");
        request.Headers.Remove("MCP-Protocol-Version");
        if (header is not null)
            request.Headers.TryAddWithoutValidation("MCP-Protocol-Version", header);

        JsonObject answer = await host.AssertRefusedAsync(request, HttpStatusCode.BadRequest, code);

        Assert.Equal("the id", (string?)answer["id"]);
        if (code == UnsupportedRevision)
        {
            Assert.Equal([McpHost.Stateless], answer["error"]!["data"]!["supported"]!.AsArray().Select(value => (string?)value));
            Assert.Equal(header, (string?)answer["error"]!["data"]!["requested"]);
        }
    }

    [Fact(Timeout = 10000)]
    public async Task What_is_offered_is_what_discovery_says()
    {
        await using McpHost host = await McpHost.StartAsync();

        JsonObject answer = await host.AnswerAsync(McpHost.Call("server/discover"));

        Assert.Equal([McpHost.Stateless], answer["result"]!["supportedVersions"]!.AsArray().Select(value => (string?)value));
    }

    [Theory(Timeout = 10000)]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    public async Task A_client_must_say_what_it_can_do(string capabilities)
    {
        await using McpHost host = await McpHost.StartAsync();
        HttpRequestMessage request = McpHost.Call("tools/list", new JsonObject
        {
            ["_meta"] = new JsonObject
            {
                ["io.modelcontextprotocol/protocolVersion"] = McpHost.Stateless,
                ["io.modelcontextprotocol/clientCapabilities"] = JsonNode.Parse(capabilities),
            },
        });

        await host.AssertRefusedAsync(request, HttpStatusCode.BadRequest, InvalidParams);
    }

    [Theory(Timeout = 10000)]
    [InlineData("initialize")]
    [InlineData("ping")]
    [InlineData("logging/setLevel")]
    [InlineData("resources/subscribe")]
    [InlineData("resources/unsubscribe")]
    [InlineData("no/such")]
    [InlineData("")]
    public async Task A_method_that_the_stateless_revision_does_not_have_is_not_found(string method)
    {
        await using McpHost host = await McpHost.StartAsync();
        HttpRequestMessage request = McpHost.Call(method);
        if (method.Length == 0)
        {
            request.Headers.Remove("Mcp-Method");
            request.Headers.TryAddWithoutValidation("Mcp-Method", method);
        }

        await host.AssertRefusedAsync(request, HttpStatusCode.NotFound, -32601);
    }

    [Fact(Timeout = 10000)]
    public async Task An_unknown_method_of_an_older_revision_is_an_error_in_a_good_response()
    {
        await using McpHost host = await McpHost.StartAsync();
        string session = await host.InitializeAsync();

        await host.AssertRefusedAsync(McpHost.InSession(McpHost.Post(McpHost.Request("no/such")), session), HttpStatusCode.OK, -32601);
    }

    [Fact(Timeout = 10000)]
    public async Task The_method_of_early_prototypes_is_answered_with_the_name_of_the_standard_one()
    {
        await using McpHost host = await McpHost.StartAsync();
        string session = await host.InitializeAsync();

        JsonObject stateless = await host.AssertRefusedAsync(McpHost.Call("tools_execute"), HttpStatusCode.NotFound, -32601);
        JsonObject older = await host.AssertRefusedAsync(McpHost.InSession(McpHost.Post(McpHost.Request("tools_execute")), session), HttpStatusCode.OK, -32601);

        Assert.Contains("Use 'tools/call'", (string?)stateless["error"]!["message"], StringComparison.Ordinal);
        Assert.Contains("Use 'tools/call'", (string?)older["error"]!["message"], StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task An_unknown_tool_is_an_error_of_the_protocol_and_a_wrong_shape_one_of_the_parameters()
    {
        await using McpHost host = await McpHost.StartAsync();
        HttpRequestMessage shapeless = McpHost.Call("tools/call", new JsonObject { ["name"] = "echo", ["arguments"] = "text" });

        await host.AssertRefusedAsync(McpHost.CallTool("no_such"), HttpStatusCode.OK, InvalidParams);
        await host.AssertRefusedAsync(shapeless, HttpStatusCode.OK, InvalidParams);
    }

    [Fact(Timeout = 10000)]
    public async Task Initialize_must_ask_for_the_revision_that_its_header_names()
    {
        await using McpHost host = await McpHost.StartAsync();
        HttpRequestMessage request = McpHost.Initialize();
        request.Headers.Add("MCP-Protocol-Version", "2025-06-18");

        await host.AssertRefusedAsync(request, HttpStatusCode.BadRequest, HeaderMismatch);
    }

    [Fact(Timeout = 10000)]
    public async Task A_stateless_notification_is_accepted_and_an_answer_is_not()
    {
        await using McpHost host = await McpHost.StartAsync();
        HttpRequestMessage notification = McpHost.Post("""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}""");
        notification.Headers.Add("MCP-Protocol-Version", McpHost.Stateless);
        notification.Headers.Add("Mcp-Method", "notifications/cancelled");
        HttpRequestMessage answer = McpHost.Post("""{"jsonrpc":"2.0","id":1,"result":{}}""");
        answer.Headers.Add("MCP-Protocol-Version", McpHost.Stateless);

        using HttpResponseMessage accepted = await host.SendAsync(notification);

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        await host.AssertRefusedAsync(answer, HttpStatusCode.BadRequest, -32600);
    }

    [Theory(Timeout = 10000)]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task The_stateless_revision_has_only_POST(string method)
    {
        await using McpHost host = await McpHost.StartAsync();
        var request = new HttpRequestMessage(new HttpMethod(method), (Uri?)null);
        request.Headers.Add("MCP-Protocol-Version", McpHost.Stateless);
        request.Headers.Add("Accept", "text/event-stream");

        await host.AssertRefusedAsync(request, HttpStatusCode.MethodNotAllowed, -32000);
    }
}
