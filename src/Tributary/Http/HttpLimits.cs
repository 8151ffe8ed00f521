namespace Tributary.Http;

/// <summary>What clients may ask of the HTTP server at once.</summary>
internal sealed record HttpLimits
{
    /// <value>Bytes. A page of Confluence has at most 5 MB of storage format.</value>
    public int MaxBodySize { get; init; } = 5 * 1024 * 1024;

    public int MaxConnections { get; init; } = 1000;

    /// <value>Requests at work for one user.</value>
    public int CallsPerUser { get; init; } = 20;

    /// <value>Requests of one user that wait for one at work to end; one more is refused.</value>
    public int QueuePerUser { get; init; } = 40;

    public int CallsInAll { get; init; } = 200;

    /// <value>Bodies over 64 KiB that are read or at work: with the largest size, the bound on their memory.</value>
    public int LargeBodies { get; init; } = 16;

    public int SessionsPerUser { get; init; } = 50;

    public int SessionsInAll { get; init; } = 2000;

    /// <value>A session without a request or an open stream for this long is over.</value>
    public TimeSpan SessionIdleTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <value>An answer that takes longer becomes a stream, which a comment keeps alive at this interval.</value>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <value>What is in flight when the server is told to stop may take this long to end.</value>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(25);
}
