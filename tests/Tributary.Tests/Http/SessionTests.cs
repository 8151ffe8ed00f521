using System.Net;
using System.Text.Json.Nodes;
using Tributary.Http;
using Tributary.Tests.Protocol;

namespace Tributary.Tests.Http;

/// <summary>Sessions of the older revisions, from initialize to their end.</summary>
public sealed class SessionTests
{
    private const int SessionNotFound = -32001;

    [Fact(Timeout = 10000)]
    public async Task A_session_lives_from_initialize_to_DELETE_under_an_id_of_128_bits()
    {
        await using McpHost host = await McpHost.StartAsync();
        string session = await host.InitializeAsync();
        string other = await host.InitializeAsync();

        Assert.NotEqual(session, other);
        Assert.Equal(16, Convert.FromHexString(session).Length);
        Assert.NotNull((await host.AnswerAsync(Ping(session)))["result"]);
        Assert.Equal(HttpStatusCode.NoContent, (await host.SendAsync(InSession(HttpMethod.Delete, session))).StatusCode);
        await host.AssertRefusedAsync(Ping(session), HttpStatusCode.NotFound, SessionNotFound);
        await host.AssertRefusedAsync(InSession(HttpMethod.Delete, session), HttpStatusCode.NotFound, SessionNotFound);
        await host.AssertRefusedAsync(Listen(session), HttpStatusCode.NotFound, SessionNotFound);
        Assert.NotNull((await host.AnswerAsync(Ping(other)))["result"]);
    }

    [Fact(Timeout = 10000)]
    public async Task A_request_without_a_session_must_initialize_and_an_unknown_one_is_not_found()
    {
        await using McpHost host = await McpHost.StartAsync();

        JsonObject answer = await host.AssertRefusedAsync(McpHost.Post(McpHost.Request("tools/list", id: "an id")), HttpStatusCode.BadRequest, -32000);
        await host.AssertRefusedAsync(Listen(null), HttpStatusCode.BadRequest, -32000);
        await host.AssertRefusedAsync(InSession(HttpMethod.Delete, null), HttpStatusCode.BadRequest, -32000);
        await host.AssertRefusedAsync(Ping("0123456789abcdef0123456789abcdef"), HttpStatusCode.NotFound, SessionNotFound);
        await host.AssertRefusedAsync(Ping(""), HttpStatusCode.NotFound, SessionNotFound);

        Assert.Equal("an id", (string?)answer["id"]);
    }

    [Fact(Timeout = 10000)]
    public async Task A_refused_initialize_opens_no_session()
    {
        await using McpHost host = await McpHost.StartAsync();

        using HttpResponseMessage response = await host.SendAsync(McpHost.Post(McpHost.Request("initialize", new JsonObject { ["protocolVersion"] = 5 })));

        Assert.False(response.Headers.Contains("Mcp-Session-Id"));
        Assert.Contains("\"error\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task A_session_keeps_to_the_revision_it_agreed_on()
    {
        await using McpHost host = await McpHost.StartAsync();
        string session = await host.InitializeAsync();
        HttpRequestMessage request = McpHost.InSession(McpHost.Post(McpHost.Request("tools/list")), session);
        request.Headers.Add("MCP-Protocol-Version", "2025-06-18");

        await host.AssertRefusedAsync(request, HttpStatusCode.OK, -32600);
    }

    [Fact(Timeout = 10000)]
    public async Task A_client_that_lost_its_stream_opens_another_and_the_newest_hears_of_changes()
    {
        await using McpHost host = await McpHost.StartAsync();
        string session = await host.InitializeAsync();

        using HttpResponseMessage first = await host.SendAsync(Listen(session));
        first.Dispose();
        using HttpResponseMessage second = await host.SendAsync(Listen(session));
        using HttpResponseMessage third = await host.SendAsync(Listen(session));
        await using var events = new Events(third);
        host.AddTool("late");

        Assert.Equal("notifications/tools/list_changed", (string?)(await events.NextAsync())["method"]);
    }

    [Fact(Timeout = 10000)]
    public async Task A_fifth_stream_of_a_session_ends_the_first()
    {
        await using McpHost host = await McpHost.StartAsync();
        string session = await host.InitializeAsync();
        using HttpResponseMessage first = await host.SendAsync(Listen(session));
        await using var events = new Events(first);
        var others = new List<HttpResponseMessage>();

        for (int i = 0; i < 4; i++)
            others.Add(await host.SendAsync(Listen(session)));

        Assert.Null(await events.NextOrEndAsync());
        others.ForEach(other => other.Dispose());
    }

    [Fact(Timeout = 10000)]
    public async Task The_end_of_a_session_ends_its_streams_and_its_calls()
    {
        await using McpHost host = await McpHost.StartAsync();
        string session = await host.InitializeAsync();
        using HttpResponseMessage stream = await host.SendAsync(Listen(session));
        await using var events = new Events(stream);
        Task<HttpResponseMessage> call = host.SendAsync(McpHost.InSession(McpHost.Post(McpHost.Request("tools/call", new JsonObject { ["name"] = "wait" })), session));
        Assert.Equal("begun", await host.Tools.NextEventAsync());

        using HttpResponseMessage deleted = await host.SendAsync(InSession(HttpMethod.Delete, session));

        Assert.Equal("cancelled", await host.Tools.NextEventAsync());
        Assert.Null(await events.NextOrEndAsync());
        using HttpResponseMessage response = await call;
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact(Timeout = 10000)]
    public async Task A_session_idle_for_half_an_hour_is_over_and_one_in_use_is_not()
    {
        var time = new ManualTime();
        await using McpHost host = await McpHost.StartAsync(time: time);
        string idle = await host.InitializeAsync();
        string used = await host.InitializeAsync();
        string listening = await host.InitializeAsync();
        using HttpResponseMessage stream = await host.SendAsync(Listen(listening));

        time.Advance(TimeSpan.FromMinutes(20));
        Assert.NotNull((await host.AnswerAsync(Ping(used)))["result"]);
        time.Advance(TimeSpan.FromMinutes(20));

        await host.AssertRefusedAsync(Ping(idle), HttpStatusCode.NotFound, SessionNotFound);
        Assert.NotNull((await host.AnswerAsync(Ping(used)))["result"]);
        Assert.NotNull((await host.AnswerAsync(Ping(listening)))["result"]);
    }

    [Fact(Timeout = 10000)]
    public async Task One_session_too_many_ends_the_one_idle_for_longest()
    {
        var time = new ManualTime();
        await using McpHost host = await McpHost.StartAsync(new HttpLimits { SessionsPerUser = 3 }, time);
        List<string> sessions = [];
        for (int i = 0; i < 4; i++)
        {
            sessions.Add(await host.InitializeAsync());
            time.Advance(TimeSpan.FromSeconds(1));
        }

        await host.AssertRefusedAsync(Ping(sessions[0]), HttpStatusCode.NotFound, SessionNotFound);
        foreach (string session in sessions[1..])
            Assert.NotNull((await host.AnswerAsync(Ping(session)))["result"]);
    }

    [Fact(Timeout = 10000)]
    public async Task One_session_too_many_is_refused_if_all_are_in_use()
    {
        await using McpHost host = await McpHost.StartAsync(new HttpLimits { SessionsPerUser = 2 });
        using HttpResponseMessage one = await host.SendAsync(Listen(await host.InitializeAsync()));
        using HttpResponseMessage two = await host.SendAsync(Listen(await host.InitializeAsync()));

        await host.AssertRefusedAsync(McpHost.Initialize(), HttpStatusCode.TooManyRequests, -32000);
    }

    private static HttpRequestMessage Ping(string session) => McpHost.InSession(McpHost.Post(McpHost.Request("ping")), session);

    private static HttpRequestMessage Listen(string? session)
    {
        HttpRequestMessage request = InSession(HttpMethod.Get, session);
        request.Headers.Add("Accept", "text/event-stream");
        return request;
    }

    private static HttpRequestMessage InSession(HttpMethod method, string? session)
    {
        var request = new HttpRequestMessage(method, (Uri?)null);
        return session is null ? request : McpHost.InSession(request, session);
    }
}
