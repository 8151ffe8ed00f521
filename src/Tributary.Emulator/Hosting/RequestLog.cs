using System.Collections.Concurrent;

namespace Tributary.Emulator.Hosting;

/// <summary>A request as the site saw it; never a secret, never a body.</summary>
/// <param name="Path">With the query, without the origin.</param>
/// <param name="User">Null where no credential was accepted.</param>
public sealed record SeenRequest(string Method, string Path, string? User, int Status);

/// <summary>The latest requests, for tests that count them.</summary>
public sealed class RequestLog
{
    private const int Most = 10_000;

    private readonly ConcurrentQueue<SeenRequest> requests = new();

    public IReadOnlyList<SeenRequest> All => [.. requests];

    public int Count => requests.Count;

    public void Clear() => requests.Clear();

    internal void Add(SeenRequest request)
    {
        requests.Enqueue(request);
        while (requests.Count > Most) requests.TryDequeue(out _);
    }
}
