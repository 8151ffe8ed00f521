using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Server;
using Tributary.Http;

namespace Tributary.Tests.Http;

/// <summary>What a request gets that is not one of MCP.</summary>
public sealed class RefusalTests
{
    [Theory(Timeout = 10000)]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("text/event-stream")]
    [InlineData("application/json, text/event-stream;q=0")]
    [InlineData("text/html")]
    [InlineData("nonsense;;;")]
    public async Task A_client_must_take_both_kinds_of_answer(string? accept)
    {
        await using McpHost host = await McpHost.StartAsync();
        HttpRequestMessage request = McpHost.CallTool("echo");
        request.Headers.Remove("Accept");
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);

        await host.AssertRefusedAsync(request, HttpStatusCode.NotAcceptable, -32000);
    }

    [Theory(Timeout = 10000)]
    [InlineData("*/*")]
    [InlineData("application/*, text/*")]
    [InlineData("text/event-stream;q=0.5, application/json;q=0.9")]
    public async Task Ranges_that_hold_both_kinds_will_do(string accept)
    {
        await using McpHost host = await McpHost.StartAsync();
        HttpRequestMessage request = McpHost.Call("tools/list");
        request.Headers.Remove("Accept");
        request.Headers.Add("Accept", accept);

        Assert.NotNull((await host.AnswerAsync(request))["result"]);
    }

    [Theory(Timeout = 10000)]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/jsonx")]
    public async Task The_body_must_be_JSON(string? contentType)
    {
        await using McpHost host = await McpHost.StartAsync();
        HttpRequestMessage request = McpHost.CallTool("echo");
        request.Content!.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);

        await host.AssertRefusedAsync(request, HttpStatusCode.UnsupportedMediaType, -32000);
    }

    [Fact(Timeout = 10000)]
    public async Task A_compressed_body_is_refused_unread()
    {
        await using McpHost host = await McpHost.StartAsync();
        HttpRequestMessage request = McpHost.CallTool("echo");
        request.Content!.Headers.ContentEncoding.Add("gzip");

        await host.AssertRefusedAsync(request, HttpStatusCode.UnsupportedMediaType, -32000);
    }

    [Theory(Timeout = 10000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_more_than_5_MiB_is_too_large_with_and_without_its_length(bool chunked)
    {
        await using McpHost host = await McpHost.StartAsync();
        HttpRequestMessage request = McpHost.CallTool("echo", new JsonObject { ["text"] = new string('x', 5 * 1024 * 1024) });
        request.Headers.TransferEncodingChunked = chunked;

        await host.AssertRefusedAsync(request, HttpStatusCode.RequestEntityTooLarge, -32600);
        Assert.NotNull((await host.AnswerAsync(McpHost.Call("tools/list")))["result"]);
    }

    [Fact(Timeout = 10000)]
    public async Task A_body_of_almost_5_MiB_is_answered()
    {
        await using McpHost host = await McpHost.StartAsync();
        var text = new string('x', (5 * 1024 * 1024) - 1000);

        JsonObject answer = await host.AnswerAsync(McpHost.CallTool("echo", new JsonObject { ["text"] = text }));

        Assert.Equal(text, (string?)answer["result"]!["content"]![0]!["text"]);
    }

    [Theory(Timeout = 10000)]
    [InlineData("{", -32700, null)]
    [InlineData("", -32700, null)]
    [InlineData("[]", -32600, null)]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"ping"}]""", -32600, null)]
    [InlineData("""{"jsonrpc":"2.0","id":null,"method":"ping"}""", -32600, null)]
    [InlineData("""{"jsonrpc":"2.0","id":4,"method":"ping","params":{"a":1,"a":2}}""", -32600, 4)]
    public async Task A_body_that_is_no_message_is_a_bad_request(string body, int code, int? id)
    {
        await using McpHost host = await McpHost.StartAsync();

        JsonObject answer = await host.AssertRefusedAsync(McpHost.Post(body), HttpStatusCode.BadRequest, code);

        Assert.True(answer.ContainsKey("id"));
        Assert.Equal(id, (int?)answer["id"]);
    }

    [Theory(Timeout = 10000)]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("MADEUP")]
    public async Task Other_methods_are_not_allowed(string method)
    {
        await using McpHost host = await McpHost.StartAsync();

        await host.AssertRefusedAsync(new HttpRequestMessage(new HttpMethod(method), (Uri?)null), HttpStatusCode.MethodNotAllowed, -32000);
    }

    [Theory(Timeout = 10000)]
    [InlineData("/")]
    [InlineData("/mcp/x")]
    [InlineData("/MCP")]
    [InlineData("/mcp%2f")]
    [InlineData("/..%2fmcp")]
    public async Task Other_paths_hold_nothing_and_say_so_in_JSON(string path)
    {
        await using McpHost host = await McpHost.StartAsync();

        await host.AssertRefusedAsync(new HttpRequestMessage(HttpMethod.Get, path), HttpStatusCode.NotFound, -32600);
    }

    [Fact(Timeout = 10000)]
    public async Task The_path_may_end_in_a_slash_and_health_is_a_line_of_JSON()
    {
        await using McpHost host = await McpHost.StartAsync();
        HttpRequestMessage request = McpHost.Call("tools/list");
        request.RequestUri = new Uri("/mcp/", UriKind.Relative);

        Assert.NotNull((await host.AnswerAsync(request))["result"]);
        Assert.Equal("""{"status":"ok"}""", await host.Web.GetStringAsync("/healthz", TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 60000)]
    public async Task A_thousand_malformed_bodies_are_each_refused_and_every_good_call_between_them_is_answered()
    {
        await using McpHost host = await McpHost.StartAsync();
        int good = 0;

        foreach (byte[] malformed in Protocol.MalformedMessages.Take(1000, seed: 3))
        {
            HttpRequestMessage request = McpHost.Post("");
            request.Content = new ByteArrayContent(malformed) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using HttpResponseMessage response = await host.SendAsync(request);
            Assert.True(response.StatusCode is HttpStatusCode.BadRequest, $"{response.StatusCode} for {Encoding.UTF8.GetString(malformed)}");

            JsonObject answer = await host.AnswerAsync(McpHost.CallTool("echo", new JsonObject { ["text"] = $"{good}" }, $"good {good}"));
            Assert.Equal(($"good {good}", $"{good}"), ((string?)answer["id"], (string?)answer["result"]!["content"]![0]!["text"]));
            good++;
        }

        Assert.Equal(1000, good);
    }

    [Theory(Timeout = 10000)]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("*")]
    [InlineData("192.168.0.1")]
    [InlineData("example.com")]
    [InlineData("127.0.0.1.example.com")]
    [InlineData("")]
    public async Task Only_a_loopback_address_is_listened_on(string address)
    {
        HttpStartException e = await Assert.ThrowsAsync<HttpStartException>(() => StartAsync(new HttpOptions { Host = address }));

        Assert.Contains("single-user", e.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task A_port_that_is_taken_is_named_in_one_line()
    {
        await using McpHost host = await McpHost.StartAsync();

        HttpStartException e = await Assert.ThrowsAsync<HttpStartException>(() => StartAsync(new HttpOptions { Port = host.Endpoint.Port }));

        Assert.StartsWith($"Cannot listen on 127.0.0.1:{host.Endpoint.Port}: ", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    private static Task<HttpServer> StartAsync(HttpOptions options) =>
        HttpServer.StartAsync(options, new McpServerOptions(), NullLoggerFactory.Instance, TimeProvider.System, TestContext.Current.CancellationToken);
}
