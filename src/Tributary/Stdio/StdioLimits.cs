namespace Tributary.Stdio;

/// <summary>What one client may ask of the stdio server at once.</summary>
internal sealed record StdioLimits
{
    /// <value>Bytes. A page of Confluence has at most 5 MB of storage format.</value>
    public int MaxLineLength { get; init; } = 5 * 1024 * 1024;

    /// <value>Requests that wait for their answer; one more is refused. Reading on is what lets a client cancel.</value>
    public int MaxRequestsInFlight { get; init; } = 256;

    /// <value>Bytes of the requests that wait for their answer: the bound on memory whatever is sent.</value>
    public long MaxBytesInFlight { get; init; } = 32 * 1024 * 1024;
}
