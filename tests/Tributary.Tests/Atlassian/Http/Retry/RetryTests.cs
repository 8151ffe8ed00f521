using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Tributary.Atlassian;
using Tributary.Atlassian.Http;
using Tributary.Atlassian.Http.Egress;

namespace Tributary.Tests.Atlassian.Http.Retry;

public sealed class RetryTests
{
    private static readonly TimeSpan AttemptTimeout = new EgressLimits().AttemptTimeout;

    private readonly ManualClock clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 10000)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(429)]
    public async Task A_read_is_tried_three_times_with_longer_pauses(int status)
    {
        var network = new ScriptedNetwork(_ => Answer(status));
        using EgressClient egress = Egress(network);

        Task<UpstreamAnswer> sending = egress.SendAsync(TestEgress.Get(), Token);
        TimeSpan first = await PassPauseAsync();
        TimeSpan second = await PassPauseAsync();

        var failed = await Assert.ThrowsAsync<AtlassianException>(() => sending);
        Assert.Equal(3, network.Count);
        Assert.Equal(status, failed.Status);
        Assert.Equal(status == 429 ? AtlassianErrorKind.RateLimited : AtlassianErrorKind.UpstreamUnavailable, failed.Kind);
        Assert.True(second > first, $"{second} after {first}");
    }

    [Fact(Timeout = 10000)]
    public async Task A_read_that_succeeds_the_second_time_succeeds()
    {
        var network = new ScriptedNetwork(number => Answer(number == 1 ? 503 : 200));
        using EgressClient egress = Egress(network);

        Task<UpstreamAnswer> sending = egress.SendAsync(TestEgress.Get(), Token);
        await PassPauseAsync();

        using UpstreamAnswer answer = await sending;
        Assert.Equal(200, answer.Status);
    }

    [Theory(Timeout = 10000)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(410)]
    [InlineData(413)]
    [InlineData(500)]
    public async Task An_answer_that_another_attempt_would_not_change_is_taken_at_once(int status)
    {
        var network = new ScriptedNetwork(_ => Answer(status));
        using EgressClient egress = Egress(network);

        await Assert.ThrowsAsync<AtlassianException>(() => egress.SendAsync(TestEgress.Get(), Token));
        Assert.Equal(1, network.Count);
    }

    [Theory(Timeout = 10000)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_write_that_the_site_failed_at_is_never_repeated_and_its_outcome_is_unknown(int status)
    {
        var network = new ScriptedNetwork(_ => Answer(status, "5"));
        using EgressClient egress = Egress(network);

        var failed = await Assert.ThrowsAsync<AtlassianException>(() => egress.SendAsync(TestEgress.Post(), Token));

        Assert.Equal(AtlassianErrorKind.OutcomeUnknown, failed.Kind);
        Assert.Equal(1, network.Count);
    }

    [Fact(Timeout = 10000)]
    public async Task A_write_that_was_turned_away_for_its_rate_is_sent_again_with_the_same_body()
    {
        List<string> bodies = [];
        var network = new ScriptedNetwork(async (request, number) =>
        {
            bodies.Add(await request.Content!.ReadAsStringAsync(Token));
            return Answer(number == 1 ? 429 : 200, "2");
        });
        using EgressClient egress = Egress(network);

        Task<UpstreamAnswer> sending = egress.SendAsync(TestEgress.Post(body: "{\"a\":1}"), Token);
        await PassPauseAsync();
        (await sending).Dispose();

        Assert.Equal(["{\"a\":1}", "{\"a\":1}"], bodies);
    }

    [Fact(Timeout = 10000)]
    public async Task An_upload_whose_stream_is_gone_is_not_sent_again_though_the_site_only_limits_the_rate()
    {
        var network = new ScriptedNetwork(async (request, _) =>
        {
            await request.Content!.CopyToAsync(Stream.Null, Token);
            return Answer(429, "1");
        });
        using EgressClient egress = Egress(network);
        var upload = new UploadProgress(new MemoryStream([1, 2, 3]), 100);

        var failed = await Assert.ThrowsAsync<AtlassianException>(
            () => egress.SendAsync(new UpstreamRequest("add attachment", HttpMethod.Post, "a", "a") { Content = upload.Content, Upload = upload }, Token));

        Assert.Equal(AtlassianErrorKind.RateLimited, failed.Kind);
        Assert.Equal(1, network.Count);
    }

    [Theory(Timeout = 10000)]
    [InlineData("7", 7)]
    [InlineData("60", 60)]
    [InlineData("Sat, 21 Nov 2026 12:00:30 GMT", 30)]
    public async Task Retry_After_is_waited_out_in_seconds_and_as_a_date(string header, int seconds)
    {
        var network = new ScriptedNetwork(number => Answer(number == 1 ? 429 : 200, header));
        using EgressClient egress = Egress(network);

        Task<UpstreamAnswer> sending = egress.SendAsync(TestEgress.Get(), Token);
        TimeSpan pause = await clock.WaitedForAsync(IsPause, Token);
        Assert.InRange(pause, TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds + 0.2));
        clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
        Assert.Equal(1, network.Count);
        clock.Advance(TimeSpan.FromSeconds(0.2));

        (await sending).Dispose();
        Assert.Equal(2, network.Count);
    }

    [Theory(Timeout = 10000)]
    [InlineData("61", 61)]
    [InlineData("3600", 3600)]
    [InlineData("99999999999999", 86_400)]
    [InlineData("Sat, 21 Nov 2026 12:05:00 GMT", 300)]
    public async Task A_Retry_After_that_is_too_long_fails_at_once_and_tells_the_figure(string header, int seconds)
    {
        var network = new ScriptedNetwork(_ => Answer(429, header));
        using EgressClient egress = Egress(network);

        var failed = await Assert.ThrowsAsync<AtlassianException>(() => egress.SendAsync(TestEgress.Get(), Token));

        Assert.Equal(1, network.Count);
        Assert.Equal(AtlassianErrorKind.RateLimited, failed.Kind);
        Assert.Equal(TimeSpan.FromSeconds(seconds), failed.RetryAfter);
        Assert.Contains($"{seconds} s", failed.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 10000)]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("1.5")]
    [InlineData("")]
    [InlineData("Sat, 21 Nov 2020 12:00:00 GMT")]
    [InlineData("1e3")]
    public async Task A_Retry_After_of_nothing_or_nonsense_falls_back_to_pauses_with_a_floor(string header)
    {
        var network = new ScriptedNetwork(_ => Answer(429, header));
        using EgressClient egress = Egress(network);

        Task<UpstreamAnswer> sending = egress.SendAsync(TestEgress.Get(), Token);
        Assert.True(await PassPauseAsync() >= TimeSpan.FromSeconds(0.5));
        Assert.True(await PassPauseAsync() >= TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<AtlassianException>(() => sending);
    }

    [Fact(Timeout = 10000)]
    public async Task An_attempt_without_an_answer_in_ten_seconds_is_given_up_and_the_next_one_may_succeed()
    {
        var silence = new TaskCompletionSource<HttpResponseMessage>();
        var network = new ScriptedNetwork((_, number) => number == 1 ? silence.Task : Task.FromResult(Answer(200)));
        using EgressClient egress = Egress(network);

        Task<UpstreamAnswer> sending = egress.SendAsync(TestEgress.Get(), Token);
        clock.Advance(await clock.WaitedForAsync(due => due == AttemptTimeout, Token));
        await PassPauseAsync();

        (await sending).Dispose();
        Assert.Equal(2, network.Count);
    }

    [Fact(Timeout = 10000)]
    public async Task A_write_without_an_answer_in_time_is_not_repeated_and_its_outcome_is_unknown()
    {
        var silence = new TaskCompletionSource<HttpResponseMessage>();
        var network = new ScriptedNetwork((_, _) => silence.Task);
        using EgressClient egress = Egress(network);

        Task<UpstreamAnswer> sending = egress.SendAsync(TestEgress.Post(), Token);
        clock.Advance(await clock.WaitedForAsync(due => due == AttemptTimeout, Token));

        var failed = await Assert.ThrowsAsync<AtlassianException>(() => sending);
        Assert.Equal(AtlassianErrorKind.OutcomeUnknown, failed.Kind);
        Assert.Contains("did not answer within 10 s", failed.Message, StringComparison.Ordinal);
        Assert.Equal(1, network.Count);
    }

    [Fact(Timeout = 10000)]
    public async Task The_callers_cancellation_is_not_dressed_as_an_error_of_Atlassian()
    {
        var silence = new TaskCompletionSource<HttpResponseMessage>();
        using EgressClient egress = Egress(new ScriptedNetwork((_, _) => silence.Task));
        using var caller = new CancellationTokenSource();

        Task<UpstreamAnswer> sending = egress.SendAsync(TestEgress.Get(), caller.Token);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Theory(Timeout = 10000)]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task A_write_whose_kept_connection_is_closed_is_not_repeated_by_the_framework_either(string method)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task<int> serving = AnswerReadsAndCloseOnWritesAsync(listener, stop.Token);
        using EgressClient egress = TestEgress.To(new Uri($"http://{listener.LocalEndpoint}"));
        await egress.ReadAsync(TestEgress.Get(), Token);

        var write = new UpstreamRequest("write", new HttpMethod(method), "a", "a") { Content = method == "DELETE" ? null : () => new StringContent("{}") };
        var failed = await Assert.ThrowsAsync<AtlassianException>(() => egress.SendAsync(write, Token));
        await stop.CancelAsync();

        Assert.Equal(AtlassianErrorKind.OutcomeUnknown, failed.Kind);
        Assert.Equal(1, await serving);
    }

    [Fact(Timeout = 10000)]
    public async Task A_read_whose_answer_breaks_off_is_read_again()
    {
        int count = 0;
        await using StubSite site = await StubSite.StartAsync(async context =>
        {
            context.Response.ContentLength = 4;
            await context.Response.WriteAsync(count++ == 0 ? "he" : "here");
            if (count == 1)
            {
                await context.Response.Body.FlushAsync();
                context.Abort();
            }
        });
        using EgressClient egress = TestEgress.To(site.Url);

        Assert.Equal("here", await egress.ReadAsync(TestEgress.Get(), Token));
    }

    private static async Task<int> AnswerReadsAndCloseOnWritesAsync(TcpListener listener, CancellationToken stop)
    {
        int writes = 0;
        try
        {
            while (true)
            {
                using TcpClient client = await listener.AcceptTcpClientAsync(stop);
                NetworkStream stream = client.GetStream();
                byte[] request = new byte[8192];
                while (await stream.ReadAsync(request, stop) is > 0)
                {
                    if (request[0] != (byte)'G')
                    {
                        // All that was sent is read, so the close is a polite one: the framework takes it for an idle connection's end.
                        writes++;
                        while (stream.DataAvailable) await stream.ReadExactlyAsync(new byte[1], stop);
                        break;
                    }

                    await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), stop);
                }
            }
        }
        catch (OperationCanceledException)
        {
            return writes;
        }
    }

    private static HttpResponseMessage Answer(int status, string? retryAfter = null)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("") };
        if (retryAfter is not null) answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return answer;
    }

    private static bool IsPause(TimeSpan due) => due != AttemptTimeout;

    private EgressClient Egress(ScriptedNetwork network) => TestEgress.To(new Uri("https://wiki.example.com"), inputs: TestEgress.Inputs(clock, network: network));

    private async Task<TimeSpan> PassPauseAsync()
    {
        TimeSpan pause = await clock.WaitedForAsync(IsPause, Token);
        clock.Advance(pause);
        return pause;
    }
}
