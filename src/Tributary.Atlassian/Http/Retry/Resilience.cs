using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Tributary.Atlassian.Http.Egress;

namespace Tributary.Atlassian.Http.Retry;

/// <summary>When a request is sent again, and when sending stops for a while. One instance for a site and a credential.</summary>
internal sealed class Resilience
{
    private static readonly ResiliencePropertyKey<UpstreamCall> CallKey = new("call");

    // The first step of the back-off: a broken connection may be whole at once, a site that asks for quiet gets some.
    private static readonly TimeSpan FailureStep = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ThrottleStep = TimeSpan.FromSeconds(1);

    private readonly EgressLimits limits;
    private readonly ConnectionInputs inputs;
    private readonly RetryBudget budget;
    private readonly ResiliencePipeline<UpstreamAnswer> retry;
    private readonly ResiliencePipeline<UpstreamAnswer> breaker;

    public Resilience(EgressLimits limits, ConnectionInputs inputs)
    {
        this.limits = limits;
        this.inputs = inputs;
        budget = new RetryBudget(limits.RetryTokens);
        retry = new ResiliencePipelineBuilder<UpstreamAnswer> { TimeProvider = inputs.Clock }
            .AddRetry(new RetryStrategyOptions<UpstreamAnswer>
            {
                MaxRetryAttempts = Math.Max(1, limits.Attempts - 1),
                Randomizer = inputs.Random,
                ShouldHandle = arguments => ValueTask.FromResult(ShouldRetry(arguments)),
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(Delay(arguments)),
            })
            .Build();
        breaker = new ResiliencePipelineBuilder<UpstreamAnswer> { TimeProvider = inputs.Clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<UpstreamAnswer>
            {
                FailureRatio = 0.5,
                MinimumThroughput = limits.BreakerMinimum,
                SamplingDuration = limits.BreakerWindow,
                BreakDuration = limits.BreakerPause,
                ShouldHandle = arguments => ValueTask.FromResult(IsOutage(arguments.Outcome)),
            })
            .Build();
    }

    /// <summary>Runs attempts until one counts. The breaker is asked for each of them through <see cref="GuardedAsync"/>.</summary>
    public async Task<UpstreamAnswer> ExecuteAsync(
        UpstreamCall call, Func<UpstreamCall, CancellationToken, ValueTask<UpstreamAnswer>> attempt, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(CallKey, call);
        try
        {
            UpstreamAnswer answer = await retry.ExecuteAsync(
                static (context, state) => state.attempt(state.call, context.CancellationToken), context, (call, attempt));
            if (answer.IsSuccess) budget.Give(Math.Max(1, call.TokensTaken));
            return answer;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public ValueTask<UpstreamAnswer> GuardedAsync(
        UpstreamCall call, Func<UpstreamCall, CancellationToken, ValueTask<UpstreamAnswer>> attempt, CancellationToken cancellationToken) =>
        breaker.ExecuteAsync(static (state, token) => state.attempt(state.call, token), (call, attempt), cancellationToken);

    private bool ShouldRetry(RetryPredicateArguments<UpstreamAnswer> arguments)
    {
        UpstreamCall call = arguments.Context.Properties.GetValue(CallKey, null!);
        if (arguments.AttemptNumber + 1 >= limits.Attempts || !call.Request.CanBeSentAgain || !MayRepeat(call.Request, arguments.Outcome)) return false;
        if (AskedDelay(arguments.Outcome) > limits.LongestRetryAfter) return false;
        int cost = IsThrottle(arguments.Outcome) ? RetryBudget.ThrottleCost : RetryBudget.FailureCost;
        if (!budget.TryTake(cost)) return false;
        call.TokensTaken += cost;
        return true;
    }

    private static bool MayRepeat(UpstreamRequest request, Outcome<UpstreamAnswer> outcome) => outcome switch
    {
        { Result: { } answer } => answer.Status == (int)HttpStatusCode.TooManyRequests || (request.IsSafe && answer.Status is 502 or 503 or 504),
        { Exception: TransportException { IsLasting: false } fault } => request.IsSafe || fault.NothingWasSent,
        _ => false,
    };

    private bool IsOutage(Outcome<UpstreamAnswer> outcome) => outcome switch
    {
        // A 503 that asks for a pause is a site that lives; Data Center says Retry-After: 0 with every answer, which asks for nothing.
        { Result: { } answer } => answer.Status is 502 or 504 || (answer.Status == 503 && AskedDelay(outcome) is null or { Ticks: 0 }),
        { Exception: TransportException } => true,
        _ => false,
    };

    private TimeSpan Delay(RetryDelayGeneratorArguments<UpstreamAnswer> arguments)
    {
        TimeSpan step = (IsThrottle(arguments.Outcome) ? ThrottleStep : FailureStep) * Math.Pow(2, arguments.AttemptNumber);
        double chance = inputs.Random();
        TimeSpan backOff = step * (0.5 + (chance / 2));

        // What the site asked for is the least; a little more keeps its clients from coming back all at once.
        return AskedDelay(arguments.Outcome) is { } asked && asked + (FailureStep * chance) > backOff ? asked + (FailureStep * chance) : backOff;
    }

    private TimeSpan? AskedDelay(Outcome<UpstreamAnswer> outcome) =>
        outcome.Result is { Status: 429 or 503 } answer ? RetryAfter.Read(answer.Headers, inputs.Clock.GetUtcNow()) : null;

    private static bool IsThrottle(Outcome<UpstreamAnswer> outcome) => outcome.Result is { Status: 429 };
}

/// <summary>One call of an operation, over all of its attempts.</summary>
internal sealed class UpstreamCall(UpstreamRequest request)
{
    public UpstreamRequest Request => request;

    public int Attempt { get; set; }

    public int TokensTaken { get; set; }
}
