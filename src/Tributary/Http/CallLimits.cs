using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace Tributary.Http;

/// <summary>Keeps places at work: so many for each user, with a queue, and so many in all, without one.</summary>
internal sealed class CallLimits(HttpLimits limits) : IDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrencyLimiter> _calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrencyLimiter> _streams = new(StringComparer.Ordinal);
    private readonly ConcurrencyLimiter _callsInAll = New(limits.CallsInAll, queue: 0);
    private readonly ConcurrencyLimiter _largeBodies = New(limits.LargeBodies, limits.MaxConnections);

    /// <summary>A place for one call. Dispose it when the call has ended.</summary>
    public async ValueTask<Place> EnterCallAsync(string user, CancellationToken cancellationToken)
    {
        ConcurrencyLimiter own = _calls.GetOrAdd(user, _ => New(limits.CallsPerUser, limits.QueuePerUser));
        RateLimitLease lease = await own.AcquireAsync(1, cancellationToken);
        if (!lease.IsAcquired)
        {
            lease.Dispose();
            return new Place(null, null, $"Too many calls: {limits.CallsPerUser} at work and {limits.QueuePerUser} waiting. Wait for one to end.", IsBusyForAll: false);
        }

        RateLimitLease inAll = _callsInAll.AttemptAcquire();
        if (inAll.IsAcquired)
            return new Place(lease, inAll, null, IsBusyForAll: false);

        inAll.Dispose();
        lease.Dispose();
        return new Place(null, null, "The server is busy with the calls of others. Try again in a moment.", IsBusyForAll: true);
    }

    /// <summary>A place for a stream that stays open: it does no work, so it has places of its own.</summary>
    public Place EnterStream(string user)
    {
        ConcurrencyLimiter own = _streams.GetOrAdd(user, _ => New(limits.SessionsPerUser, queue: 0));
        RateLimitLease lease = own.AttemptAcquire();
        if (lease.IsAcquired)
            return new Place(lease, null, null, IsBusyForAll: false);

        lease.Dispose();
        return new Place(null, null, $"Too many streams: {limits.SessionsPerUser} are open. Close one first.", IsBusyForAll: false);
    }

    /// <summary>A place for a body too large to be read by everybody at once, kept until its call has ended.</summary>
    public ValueTask<RateLimitLease> EnterLargeBodyAsync(CancellationToken cancellationToken) => _largeBodies.AcquireAsync(1, cancellationToken);

    public void Dispose()
    {
        _callsInAll.Dispose();
        _largeBodies.Dispose();
        foreach (ConcurrencyLimiter own in _calls.Values.Concat(_streams.Values))
            own.Dispose();
    }

    private static ConcurrencyLimiter New(int places, int queue) =>
        new(new ConcurrencyLimiterOptions { PermitLimit = places, QueueLimit = queue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
}

/// <param name="Full">Null if there was a place.</param>
internal sealed record Place(RateLimitLease? Lease, RateLimitLease? InAll, string? Full, bool IsBusyForAll) : IDisposable
{
    public void Dispose()
    {
        InAll?.Dispose();
        Lease?.Dispose();
    }
}
