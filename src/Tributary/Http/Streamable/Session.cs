using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;

namespace Tributary.Http.Streamable;

/// <summary>A running MCP server with its transport: what an older client opened with <c>initialize</c>, or the stateless one.</summary>
internal sealed class Session : IAsyncDisposable
{
    private static readonly TimeSpan TimeForStuckHandlers = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private int _uses;
    private long _lastUsed;

    public Session(string? id, string user, McpServerOptions mcp, ILoggerFactory loggerFactory, TimeProvider time)
    {
        Id = id;
        User = user;
        _time = time;
        _lastUsed = time.GetTimestamp();
        Transport = new StreamableTransport(id, loggerFactory);
        _running = McpServer.Create(Transport, mcp, loggerFactory).RunAsync(_stop.Token);
    }

    /// <value>Null for the one server that all stateless requests share.</value>
    public string? Id { get; }

    /// <summary>Nobody else may use the session, whatever id they know.</summary>
    public string User { get; }

    public StreamableTransport Transport { get; }

    /// <summary>How long no request and no stream has used the session; zero while one does.</summary>
    public TimeSpan Idle => Volatile.Read(ref _uses) > 0 ? TimeSpan.Zero : _time.GetElapsedTime(Volatile.Read(ref _lastUsed));

    public void Enter() => Interlocked.Increment(ref _uses);

    public void Leave()
    {
        Volatile.Write(ref _lastUsed, _time.GetTimestamp());
        Interlocked.Decrement(ref _uses);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Transport.DisposeAsync();
        await _running.WaitAsync(TimeForStuckHandlers, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }
}
