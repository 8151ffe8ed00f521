using Tributary.Atlassian.Http.Egress;

namespace Tributary.Atlassian.Http.Retry;

/// <summary>So many requests at once, so many waiting for a turn, no more.</summary>
internal sealed class ConcurrencyGate(int concurrency, int queue) : IDisposable
{
    private readonly SemaphoreSlim slots = new(concurrency, concurrency);
    private int waiting;

    public async ValueTask<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        if (!slots.Wait(0, CancellationToken.None))
        {
            try
            {
                if (Interlocked.Increment(ref waiting) > queue) throw new QueueFullException();
                await slots.WaitAsync(cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref waiting);
            }
        }

        return new Turn(slots);
    }

    public void Dispose() => slots.Dispose();

    internal readonly struct Turn(SemaphoreSlim slots) : IDisposable
    {
        public void Dispose() => slots.Release();
    }
}
