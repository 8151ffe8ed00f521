using System.Net;
using System.Text.Json.Nodes;
using Tributary.Http;
using Tributary.Tests.Protocol;

namespace Tributary.Tests.Http;

/// <summary>When an answer is one document, when it is a stream, and how both end.</summary>
public sealed class StreamTests
{
    [Fact(Timeout = 10000)]
    public async Task An_answer_with_nothing_before_it_is_one_JSON_document()
    {
        await using McpHost host = await McpHost.StartAsync();

        JsonObject answer = await host.AnswerAsync(McpHost.CallTool("echo", new JsonObject { ["text"] = SampleTools.Letters }, "an id"));

        Assert.Equal(("an id", SampleTools.Letters), ((string?)answer["id"], (string?)answer["result"]!["content"]![0]!["text"]));
    }

    [Theory(Timeout = 10000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Progress_makes_a_stream_of_it_with_the_answer_last(bool stateless)
    {
        await using McpHost host = await McpHost.StartAsync();
        HttpRequestMessage request = await ReportAsync(host, stateless);

        using HttpResponseMessage response = await host.SendAsync(request);
        await using var events = new Events(response);
        JsonObject[] messages = await events.RestAsync();

        Assert.True(response.Headers.CacheControl is { NoCache: true, NoStore: true });
        Assert.Equal([1, 2, 3], messages[..^1].Select(message => (int?)message["params"]!["progress"]));
        Assert.All(messages[..^1], message => Assert.Equal("mine", (string?)message["params"]!["progressToken"]));
        Assert.Equal(("an id", "reported"), ((string?)messages[^1]["id"], (string?)messages[^1]["result"]!["content"]![0]!["text"]));
    }

    [Fact(Timeout = 10000)]
    public async Task An_answer_that_takes_long_becomes_a_stream_that_is_kept_alive()
    {
        var time = new ManualTime();
        await using McpHost host = await McpHost.StartAsync(new HttpLimits { KeepAliveInterval = TimeSpan.FromSeconds(5) }, time);
        Task<HttpResponseMessage> sending = host.SendAsync(McpHost.CallTool("wait"));
        Assert.Equal("begun", await host.Tools.NextEventAsync());

        await time.AdvanceWhenAwaitedAsync(TimeSpan.FromSeconds(5));
        using HttpResponseMessage response = await sending;
        await using var events = new Events(response);
        Assert.StartsWith(":", await events.LineAsync(), StringComparison.Ordinal);

        await time.AdvanceWhenAwaitedAsync(TimeSpan.FromSeconds(5));
        Assert.Equal("", await events.LineAsync());
        Assert.StartsWith(":", await events.LineAsync(), StringComparison.Ordinal);

        host.Tools.Release();
        Assert.Equal("waited", (string?)(await events.NextAsync())["result"]!["content"]![0]!["text"]);
    }

    [Theory(Timeout = 20000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Closing_the_response_cancels_the_call_a_hundred_times_of_a_hundred(bool stateless)
    {
        await using McpHost host = await McpHost.StartAsync();
        string? session = stateless ? null : await host.InitializeAsync();

        for (int i = 0; i < 100; i++)
        {
            using var close = new CancellationTokenSource();
            HttpRequestMessage request = stateless
                ? McpHost.CallTool("wait")
                : McpHost.InSession(McpHost.Post(McpHost.Request("tools/call", new JsonObject { ["name"] = "wait" })), session!);
            Task<HttpResponseMessage> sending = host.Web.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, close.Token);
            Assert.Equal("begun", await host.Tools.NextEventAsync());

            await close.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
            Assert.Equal("cancelled", await host.Tools.NextEventAsync());
        }
    }

    [Fact(Timeout = 10000)]
    public async Task A_cancelled_call_of_a_session_ends_without_an_answer()
    {
        await using McpHost host = await McpHost.StartAsync();
        string session = await host.InitializeAsync();
        Task<HttpResponseMessage> sending = host.SendAsync(
            McpHost.InSession(McpHost.Post(McpHost.Request("tools/call", new JsonObject { ["name"] = "wait" }, "mine")), session));
        Assert.Equal("begun", await host.Tools.NextEventAsync());

        using HttpResponseMessage accepted = await host.SendAsync(
            McpHost.InSession(McpHost.Post("""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"mine"}}"""), session));
        using HttpResponseMessage response = await sending;

        Assert.Equal("cancelled", await host.Tools.NextEventAsync());
        Assert.Equal((HttpStatusCode.Accepted, ""), (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact(Timeout = 10000)]
    public async Task Nobody_cancels_the_calls_of_another_by_guessing_ids()
    {
        await using McpHost host = await McpHost.StartAsync();
        Task<HttpResponseMessage> sending = host.SendAsync(McpHost.CallTool("wait", id: 1));
        Assert.Equal("begun", await host.Tools.NextEventAsync());

        for (int id = 0; id < 20; id++)
        {
            HttpRequestMessage cancel = McpHost.Post(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = "notifications/cancelled", ["params"] = new JsonObject { ["requestId"] = id } });
            cancel.Headers.Add("MCP-Protocol-Version", McpHost.Stateless);
            cancel.Headers.Add("Mcp-Method", "notifications/cancelled");
            using HttpResponseMessage ignored = await host.SendAsync(cancel);
        }

        host.Tools.Release();
        using HttpResponseMessage response = await sending;
        Assert.Equal("done", await host.Tools.NextEventAsync());
    }

    [Fact(Timeout = 10000)]
    public async Task A_subscription_hears_of_changes_under_the_id_its_client_gave_it()
    {
        await using McpHost host = await McpHost.StartAsync();
        HttpRequestMessage request = McpHost.Call("subscriptions/listen", new JsonObject { ["notifications"] = new JsonObject { ["toolsListChanged"] = true } }, "my subscription");

        using HttpResponseMessage response = await host.SendAsync(request);
        await using var events = new Events(response);
        JsonObject acknowledged = await events.NextAsync();
        host.AddTool("late");
        JsonObject changed = await events.NextAsync();

        Assert.Equal("notifications/subscriptions/acknowledged", (string?)acknowledged["method"]);
        Assert.Equal("notifications/tools/list_changed", (string?)changed["method"]);
        Assert.All([acknowledged, changed], message =>
            Assert.Equal("my subscription", (string?)message["params"]!["_meta"]!["io.modelcontextprotocol/subscriptionId"]));
    }

    private static async Task<HttpRequestMessage> ReportAsync(McpHost host, bool stateless)
    {
        var parameters = new JsonObject { ["name"] = "report", ["arguments"] = new JsonObject { ["steps"] = 3 } };
        if (!stateless)
        {
            parameters["_meta"] = new JsonObject { ["progressToken"] = "mine" };
            return McpHost.InSession(McpHost.Post(McpHost.Request("tools/call", parameters, "an id")), await host.InitializeAsync());
        }

        parameters["_meta"] = new JsonObject
        {
            ["io.modelcontextprotocol/protocolVersion"] = McpHost.Stateless,
            ["io.modelcontextprotocol/clientCapabilities"] = new JsonObject(),
            ["progressToken"] = "mine",
        };
        return McpHost.Call("tools/call", parameters, "an id");
    }
}
