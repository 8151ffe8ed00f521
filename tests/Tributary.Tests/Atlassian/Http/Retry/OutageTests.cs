using System.Net;
using Tributary.Atlassian;
using Tributary.Atlassian.Http;
using Tributary.Atlassian.Http.Egress;
using Tributary.Atlassian.Http.Retry;

namespace Tributary.Tests.Atlassian.Http.Retry;

/// <summary>What many calls do to a site in trouble, and to each other.</summary>
public sealed class OutageTests
{
    private readonly ManualClock clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 10000)]
    public async Task An_outage_under_a_thousand_calls_costs_at_most_eleven_hundred_requests_even_without_the_breaker()
    {
        var network = new ScriptedNetwork(_ => new HttpResponseMessage(HttpStatusCode.BadGateway));
        using EgressClient egress = Egress(network, new EgressLimits { BreakerMinimum = 1_000_000 });

        Task<UpstreamAnswer>[] calls = [.. Enumerable.Range(0, 1_000).Select(_ => egress.SendAsync(TestEgress.Get(), Token))];
        await PassPausesUntilAsync(Task.WhenAll(calls));

        Assert.All(calls, call => Assert.IsType<AtlassianException>(call.Exception!.InnerException));
        Assert.InRange(network.Count, 1_000, 1_100);
    }

    [Fact(Timeout = 10000)]
    public async Task An_outage_with_the_breaker_costs_far_less()
    {
        var network = new ScriptedNetwork(_ => new HttpResponseMessage(HttpStatusCode.BadGateway));
        using EgressClient egress = Egress(network, new EgressLimits());

        AtlassianException? last = null;
        for (int call = 0; call < 1_000; call++)
        {
            Task<UpstreamAnswer> sending = egress.SendAsync(TestEgress.Get(), Token);
            await PassPausesUntilAsync(sending, pauseIs: due => due < TimeSpan.FromSeconds(1));
            last = await Assert.ThrowsAsync<AtlassianException>(() => sending);
        }

        Assert.InRange(network.Count, 20, 100);
        Assert.Equal(AtlassianErrorKind.UpstreamUnavailable, last!.Kind);
        Assert.Null(last.Status);
        Assert.InRange(last.RetryAfter!.Value, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(5));
    }

    [Fact(Timeout = 10000)]
    public async Task An_open_breaker_lets_a_request_try_after_its_pause()
    {
        bool down = true;
        var network = new ScriptedNetwork(_ => new HttpResponseMessage(down ? HttpStatusCode.BadGateway : HttpStatusCode.OK));
        using EgressClient egress = Egress(network, new EgressLimits { Attempts = 1, BreakerMinimum = 2 });
        for (int call = 0; call < 3; call++) await Assert.ThrowsAsync<AtlassianException>(() => egress.SendAsync(TestEgress.Get(), Token));
        Assert.Equal(2, network.Count);

        down = false;
        clock.Advance(TimeSpan.FromSeconds(5.1));

        Assert.Equal("", await egress.ReadAsync(TestEgress.Get(), Token));
    }

    [Fact(Timeout = 10000)]
    public async Task A_site_that_only_limits_the_rate_does_not_open_the_breaker()
    {
        var network = new ScriptedNetwork(number => new HttpResponseMessage(number <= 50 ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK));
        using EgressClient egress = Egress(network, new EgressLimits { Attempts = 1 });
        for (int call = 0; call < 50; call++) await Assert.ThrowsAsync<AtlassianException>(() => egress.SendAsync(TestEgress.Get(), Token));

        Assert.Equal("", await egress.ReadAsync(TestEgress.Get(), Token));
    }

    [Fact(Timeout = 10000)]
    public async Task No_more_requests_are_under_way_than_allowed_and_the_queue_has_an_end()
    {
        var open = new TaskCompletionSource();
        int underWay = 0, most = 0;
        var network = new ScriptedNetwork(async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref underWay));
            await open.Task;
            Interlocked.Decrement(ref underWay);
            return new HttpResponseMessage();
        });
        using EgressClient egress = Egress(network, new EgressLimits { Concurrency = 4, Queue = 6 });

        Task<UpstreamAnswer>[] calls = [.. Enumerable.Range(0, 10).Select(_ => egress.SendAsync(TestEgress.Get(), Token))];
        var refused = await Assert.ThrowsAsync<AtlassianException>(() => egress.SendAsync(TestEgress.Get(), Token));
        open.SetResult();
        foreach (UpstreamAnswer answer in await Task.WhenAll(calls)) answer.Dispose();

        Assert.Equal(4, most);
        Assert.Equal(AtlassianErrorKind.RateLimited, refused.Kind);
        Assert.Contains("waiting already", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task A_caller_who_gives_up_in_the_queue_frees_its_place()
    {
        using var gate = new ConcurrencyGate(concurrency: 1, queue: 1);
        ConcurrencyGate.Turn first = await gate.EnterAsync(Token);
        using var caller = new CancellationTokenSource();
        Task<ConcurrencyGate.Turn> waiting = gate.EnterAsync(caller.Token).AsTask();
        await Assert.ThrowsAsync<QueueFullException>(() => gate.EnterAsync(Token).AsTask());

        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        ValueTask<ConcurrencyGate.Turn> next = gate.EnterAsync(Token);
        first.Dispose();
        (await next).Dispose();
    }

    [Fact]
    public void Successes_fill_the_purse_again_but_never_above_its_size()
    {
        var budget = new RetryBudget(20);
        Assert.True(budget.TryTake(14));
        Assert.False(budget.TryTake(14));

        budget.Give(1_000);

        Assert.True(budget.TryTake(20));
        Assert.False(budget.TryTake(1));
    }

    private EgressClient Egress(ScriptedNetwork network, EgressLimits limits) =>
        TestEgress.To(new Uri("https://wiki.example.com"), options => options with { Limits = limits }, TestEgress.Inputs(clock, network: network));

    private async Task PassPausesUntilAsync(Task work, Func<TimeSpan, bool>? pauseIs = null)
    {
        pauseIs ??= due => due < TimeSpan.FromSeconds(5);
        while (!work.IsCompleted)
        {
            Task<TimeSpan> pause = clock.WaitedForAsync(pauseIs, Token);
            await Task.WhenAny(work, pause);
            if (pause.IsCompletedSuccessfully) clock.Advance(await pause);
        }
    }
}
