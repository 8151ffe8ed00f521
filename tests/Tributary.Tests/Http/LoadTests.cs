using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Tributary.Http;

namespace Tributary.Tests.Http;

/// <summary>What happens when more is asked than is allowed, and when the server is told to stop.</summary>
public sealed class LoadTests
{
    [Fact(Timeout = 20000)]
    public async Task Calls_beyond_those_at_work_wait_and_beyond_those_that_wait_are_refused()
    {
        await using McpHost host = await McpHost.StartAsync(new HttpLimits { CallsPerUser = 3, QueuePerUser = 5 });
        List<Task<HttpResponseMessage>> calls = [];
        for (int i = 0; i < 3; i++)
            calls.Add(host.SendAsync(McpHost.CallTool("wait")));
        for (int i = 0; i < 3; i++)
            Assert.Equal("begun", await host.Tools.NextEventAsync());

        for (int i = 0; i < 7; i++)
            calls.Add(host.SendAsync(McpHost.CallTool("wait")));
        // Two refusals mean that the other five wait already: none of them comes late, to a place that the release has freed.
        List<HttpStatusCode> early = [];
        await foreach (Task<HttpResponseMessage> answered in Task.WhenEach(calls))
        {
            early.Add((await answered).StatusCode);
            if (early.Count == 2)
                break;
        }

        host.Tools.Release();
        HttpResponseMessage[] all = await Task.WhenAll(calls);

        Assert.Equal([HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], early);
        Assert.Equal(8, all.Count(response => response.StatusCode is HttpStatusCode.OK));
        Assert.All(all.Where(response => response.StatusCode is not HttpStatusCode.OK), response =>
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
        });
    }

    [Fact(Timeout = 10000)]
    public async Task When_the_calls_of_all_users_are_too_many_the_server_says_that_it_is_busy()
    {
        await using McpHost host = await McpHost.StartAsync(new HttpLimits { CallsInAll = 1 });
        Task<HttpResponseMessage> first = host.SendAsync(McpHost.CallTool("wait"));
        Assert.Equal("begun", await host.Tools.NextEventAsync());

        await host.AssertRefusedAsync(McpHost.CallTool("echo"), HttpStatusCode.ServiceUnavailable, -32000);

        host.Tools.Release();
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        // Its place is free when the server has seen the answer off, which may be after the client has it.
        HttpResponseMessage next;
        do
        {
            next = await host.SendAsync(McpHost.Call("tools/list"));
        }
        while (next.StatusCode == HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact(Timeout = 10000)]
    public async Task A_call_that_waits_takes_no_place_once_its_client_has_gone()
    {
        await using McpHost host = await McpHost.StartAsync(new HttpLimits { CallsPerUser = 1, QueuePerUser = 1 });
        Task<HttpResponseMessage> first = host.SendAsync(McpHost.CallTool("wait"));
        Assert.Equal("begun", await host.Tools.NextEventAsync());

        for (int i = 0; i < 10; i++)
        {
            using var close = new CancellationTokenSource();
            Task<HttpResponseMessage> waiting = host.Web.SendAsync(McpHost.CallTool("echo"), close.Token);
            await close.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }

        Task<HttpResponseMessage> last = host.SendAsync(McpHost.CallTool("echo", new JsonObject { ["text"] = "x" }));
        host.Tools.Release();
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        Assert.NotEqual(HttpStatusCode.ServiceUnavailable, (await last).StatusCode);
    }

    [Fact(Timeout = 10000)]
    public async Task Open_streams_take_no_place_of_calls_and_have_an_end_to_their_number()
    {
        await using McpHost host = await McpHost.StartAsync(new HttpLimits { CallsPerUser = 1, QueuePerUser = 0, SessionsPerUser = 2 });
        using HttpResponseMessage one = await host.SendAsync(Subscribe());
        using HttpResponseMessage two = await host.SendAsync(Subscribe());

        await host.AssertRefusedAsync(Subscribe(), HttpStatusCode.TooManyRequests, -32000);
        Assert.NotNull((await host.AnswerAsync(McpHost.Call("tools/list")))["result"]);
    }

    [Fact(Timeout = 20000)]
    public async Task Bodies_that_never_end_do_not_keep_a_good_client_waiting()
    {
        await using McpHost host = await McpHost.StartAsync();
        List<TcpClient> slow = [];
        for (int i = 0; i < 100; i++)
        {
            var client = new TcpClient();
            slow.Add(client);
            await client.ConnectAsync(IPAddress.Loopback, host.Endpoint.Port, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync(
                Encoding.ASCII.GetBytes(
                    $"POST /mcp HTTP/1.1\r\nHost: localhost:{host.Endpoint.Port}\r\nAccept: */*\r\nContent-Type: application/json\r\nContent-Length: 4000000\r\n\r\n{{"),
                TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync(new byte[100_000].Select(_ => (byte)' ').ToArray(), TestContext.Current.CancellationToken);
        }

        for (int i = 0; i < 100; i++)
            Assert.NotNull((await host.AnswerAsync(McpHost.CallTool("echo", new JsonObject { ["text"] = "x" })))["result"]);
        slow.ForEach(client => client.Dispose());
    }

    [Fact(Timeout = 10000)]
    public async Task Told_to_stop_the_server_lets_calls_end_and_ends_streams_at_once()
    {
        await using McpHost host = await McpHost.StartAsync();
        using HttpResponseMessage stream = await host.SendAsync(Subscribe());
        await using var events = new Events(stream);
        await events.NextAsync();
        Task<HttpResponseMessage> call = host.SendAsync(McpHost.CallTool("wait"));
        Assert.Equal("begun", await host.Tools.NextEventAsync());

        Task stopping = host.StopAsync();
        Assert.Null(await events.NextOrEndAsync());
        Assert.False(stopping.IsCompleted);
        host.Tools.Release();

        using HttpResponseMessage response = await call;
        Assert.Contains("waited", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await stopping;
    }

    [Fact(Timeout = 10000)]
    public async Task A_call_that_does_not_end_is_cancelled_when_the_time_to_drain_is_over()
    {
        await using McpHost host = await McpHost.StartAsync(new HttpLimits { DrainTimeout = TimeSpan.FromMilliseconds(50) });
        Task<HttpResponseMessage> call = host.SendAsync(McpHost.CallTool("wait"));
        Assert.Equal("begun", await host.Tools.NextEventAsync());

        await host.StopAsync();

        Assert.Equal("cancelled", await host.Tools.NextEventAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => call);
    }

    private static HttpRequestMessage Subscribe() =>
        McpHost.Call("subscriptions/listen", new JsonObject { ["notifications"] = new JsonObject { ["toolsListChanged"] = true } });
}
