namespace Tributary.Atlassian.Http.Egress;

/// <summary>The time that one attempt, or one piece of a stream, may take; and the only place where the framework's faults are caught.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource time;
    private readonly CancellationTokenSource either;
    private readonly TimeSpan limit;

    private Deadline(TimeSpan limit, TimeProvider clock, CancellationToken caller)
    {
        this.limit = limit;
        time = new CancellationTokenSource(limit, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(caller, time.Token);
    }

    public CancellationToken Token => either.Token;

    /// <summary>Something moved: the time begins anew.</summary>
    public void Extend()
    {
        try
        {
            time.CancelAfter(limit);
        }
        catch (ObjectDisposedException)
        {
            // An upload may still be moving when the site has answered already.
        }
    }

    /// <exception cref="EgressException">The work failed or took too long.</exception>
    public static async Task<T> RunAsync<T>(TimeSpan limit, TimeProvider clock, Func<Deadline, Task<T>> work, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(limit, clock, cancellationToken);
        try
        {
            return await work(deadline);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw deadline.time.IsCancellationRequested ? new TransportException(TransportProblem.NoAnswerInTime, fault) : TransportException.From(fault);
        }
        catch (HttpRequestException fault)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw TransportException.From(fault);
        }
        catch (IOException fault)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw TransportException.From(fault);
        }
        catch (InvalidDataException fault)
        {
            throw TransportException.From(fault);
        }
    }

    public void Dispose()
    {
        either.Dispose();
        time.Dispose();
    }
}
