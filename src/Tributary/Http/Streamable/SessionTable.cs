using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;

namespace Tributary.Http.Streamable;

/// <summary>The sessions that are open. The one idle for longest gives way when its user opens one too many.</summary>
internal sealed partial class SessionTable : IAsyncDisposable
{
    private const int IdBits = 128;

    private readonly HttpLimits _limits;
    private readonly McpServerOptions _mcp;
    private readonly ILoggerFactory _loggerFactory;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly ITimer _sweep;
    private readonly ConcurrentDictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private readonly Lock _opening = new();

    public SessionTable(HttpLimits limits, McpServerOptions mcp, ILoggerFactory loggerFactory, TimeProvider time)
    {
        _limits = limits;
        _mcp = mcp;
        _loggerFactory = loggerFactory;
        _logger = loggerFactory.CreateLogger<SessionTable>();
        _time = time;
        TimeSpan period = limits.SessionIdleTimeout / 10;
        _sweep = time.CreateTimer(_ => EndIdle(), null, period, period);
    }

    public int Count => _sessions.Count;

    /// <summary>A new session in use by its opener; null if the user, or all users together, have too many that are in use.</summary>
    public Session? Open(string user)
    {
        lock (_opening)
        {
            Session? givesWay = null;
            if (_sessions.Values.Count(session => session.User == user) >= _limits.SessionsPerUser)
            {
                givesWay = _sessions.Values.Where(session => session.User == user && session.Idle > TimeSpan.Zero).MaxBy(session => session.Idle);
                if (givesWay is null)
                    return null;

                _sessions.TryRemove(givesWay.Id!, out _);
            }

            if (_sessions.Count >= _limits.SessionsInAll)
                return null;

            if (givesWay is not null)
                EndInBackground(givesWay);

            var session = new Session(RandomNumberGenerator.GetHexString(IdBits / 4, lowercase: true), user, _mcp, _loggerFactory, _time);
            session.Enter();
            _sessions[session.Id!] = session;
            return session;
        }
    }

    /// <summary>The session, now in use, or null if it is unknown, over or another user's.</summary>
    public Session? Enter(string id, string user)
    {
        if (!_sessions.TryGetValue(id, out Session? session) || session.User != user)
            return null;

        session.Enter();
        return session;
    }

    public async ValueTask EndAsync(Session session)
    {
        if (_sessions.TryRemove(new(session.Id!, session)))
            await session.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        await Task.WhenAll(_sessions.Values.Select(session => EndAsync(session).AsTask()));
    }

    private void EndIdle()
    {
        foreach (Session session in _sessions.Values.Where(session => session.Idle >= _limits.SessionIdleTimeout))
        {
            if (_sessions.TryRemove(new(session.Id!, session)))
                EndInBackground(session);
        }
    }

    private void EndInBackground(Session session)
    {
        LogEnded(session.Idle.TotalMinutes);
        _ = session.DisposeAsync().AsTask();
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Ended a session that was idle for {IdleMinutes:F0} minutes")]
    private partial void LogEnded(double idleMinutes);
}
