using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Tributary.Protocol;

namespace Tributary.Http.Streamable;

/// <summary>
/// Streamable HTTP: the stateless revision and the older ones, with their sessions, at one address. A request names its revision
/// by its header and <c>_meta</c>, or by the session that <c>initialize</c> gave it.
/// </summary>
internal sealed class McpEndpoint : IAsyncDisposable
{
    // Until sign-in exists whoever can connect acts as the one configured user.
    private const string OnlyUser = "local";

    private readonly HttpLimits _limits;
    private readonly TimeProvider _time;
    private readonly CancellationToken _stopping;
    private readonly CallLimits _calls;
    private readonly RoutingHeaders _routing;
    private readonly SessionTable _sessions;
    private readonly Session _stateless;

    public McpEndpoint(HttpLimits limits, McpServerOptions mcp, ILoggerFactory loggerFactory, TimeProvider time, CancellationToken stopping)
    {
        _limits = limits;
        _time = time;
        _stopping = stopping;
        _calls = new CallLimits(limits);
        _routing = new RoutingHeaders(mcp);
        _sessions = new SessionTable(limits, mcp, loggerFactory, time);
        _stateless = new Session(null, OnlyUser, mcp, loggerFactory, time);
    }

    /// <summary>Null if the response is written.</summary>
    public Task<Refusal?> HandleAsync(HttpContext context) => context.Request.Method switch
    {
        "POST" => PostAsync(context),
        "GET" => ListenAsync(context),
        "DELETE" => EndSessionAsync(context),
        _ => Task.FromResult<Refusal?>(NotAllowed("GET, POST, DELETE")),
    };

    public async ValueTask DisposeAsync()
    {
        await _sessions.DisposeAsync();
        await _stateless.DisposeAsync();
        _calls.Dispose();
    }

    private async Task<Refusal?> PostAsync(HttpContext context)
    {
        if (ContentTypes.CheckPost(context.Request.Headers) is { } wrongType)
            return wrongType;

        using var body = new RequestBody(_limits.MaxBodySize);
        if (await body.ReadAsync(context.Request, _calls, _time, context.RequestAborted) is { } unread)
            return unread;

        if (!JsonRpcGuard.TryRead(body.Bytes, out JsonRpcMessage? message, out JsonRpcError? malformed))
            return new Refusal(StatusCodes.Status400BadRequest, malformed.Error, malformed.Id);

        body.Release();
        if (RevisionCheck.Check(context.Request.Headers, message, out bool stateless) is { } wrongRevision)
            return wrongRevision;

        return stateless ? await PostStatelessAsync(context, message) : await PostToSessionAsync(context, message);
    }

    private async Task<Refusal?> PostStatelessAsync(HttpContext context, JsonRpcMessage message)
    {
        if (_routing.Check(context.Request.Headers, message) is { } mismatch)
            return mismatch;

        if (message is JsonRpcRequest request)
        {
            request.Context = new JsonRpcMessageContext { ProtocolVersion = ProtocolRevisions.Stateless };
            return await CallAsync(context, _stateless, new PostExchange(context.Response, request, stateless: true));
        }

        // Nothing is kept that a notification could be about: a client cancels by closing its request.
        return message is JsonRpcNotification
            ? Accepted(context)
            : Refusal.Because(StatusCodes.Status400BadRequest, "In this revision the server asks nothing that could be answered.", McpErrorCode.InvalidRequest);
    }

    private async Task<Refusal?> PostToSessionAsync(HttpContext context, JsonRpcMessage message)
    {
        RequestId id = (message as JsonRpcRequest)?.Id ?? default;
        if (message is JsonRpcRequest { Method: RequestMethods.Initialize } initialize && !context.Request.Headers.ContainsKey(McpHeaders.SessionId))
            return await InitializeAsync(context, initialize);

        Session? session = EnterSession(context.Request, id, out Refusal? unknown);
        if (session is null)
            return unknown;

        try
        {
            string? revision = context.Request.Headers[McpHeaders.ProtocolVersion];
            message.Context = new JsonRpcMessageContext { ProtocolVersion = revision };
            if (message is JsonRpcRequest request)
                return await CallAsync(context, session, new PostExchange(context.Response, request, stateless: false));

            await session.Transport.ReceiveAsync(message, context.RequestAborted);
            return Accepted(context);
        }
        finally
        {
            session.Leave();
        }
    }

    private async Task<Refusal?> InitializeAsync(HttpContext context, JsonRpcRequest request)
    {
        if (_sessions.Open(OnlyUser) is not { } session)
            return Busy(StatusCodes.Status429TooManyRequests, "Too many sessions are in use. End one first.", request.Id);

        var exchange = new PostExchange(context.Response, request, stateless: false) { OpensSession = session.Id };
        try
        {
            return await CallAsync(context, session, exchange);
        }
        finally
        {
            session.Leave();
            if (!exchange.Succeeded)
                await _sessions.EndAsync(session);
        }
    }

    private async Task<Refusal?> CallAsync(HttpContext context, Session session, PostExchange exchange)
    {
        bool staysOpen = exchange.Request.Method is RequestMethods.SubscriptionsListen;
        using Place place = staysOpen ? _calls.EnterStream(OnlyUser) : await _calls.EnterCallAsync(OnlyUser, context.RequestAborted);
        if (place.Full is { } reason)
            return Busy(place.IsBusyForAll ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status429TooManyRequests, reason, exchange.ClientId);

        // A call in flight may end while the server drains; a stream would never.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, staysOpen ? _stopping : CancellationToken.None);
        await session.Transport.ExchangeAsync(exchange, _time, _limits.KeepAliveInterval, end.Token);

        return exchange.Started || context.RequestAborted.IsCancellationRequested ? null :
            session.Transport.IsConnected ? Accepted(context) :
            UnknownSession(exchange.ClientId);
    }

    private async Task<Refusal?> ListenAsync(HttpContext context)
    {
        if (RevisionCheck.IsStateless(context.Request.Headers))
            return NotAllowed("POST");

        if (ContentTypes.CheckGet(context.Request.Headers) is { } wrongType)
            return wrongType;

        Session? session = EnterSession(context.Request, default, out Refusal? unknown);
        if (session is null)
            return unknown;

        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping);
            await session.Transport.ListenAsync(context.Response, _time, _limits.KeepAliveInterval, end.Token);
            return null;
        }
        finally
        {
            session.Leave();
        }
    }

    private async Task<Refusal?> EndSessionAsync(HttpContext context)
    {
        if (RevisionCheck.IsStateless(context.Request.Headers))
            return NotAllowed("POST");

        Session? session = EnterSession(context.Request, default, out Refusal? unknown);
        if (session is null)
            return unknown;

        await _sessions.EndAsync(session);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return null;
    }

    private Session? EnterSession(HttpRequest request, RequestId id, out Refusal? refusal)
    {
        string? sessionId = request.Headers[McpHeaders.SessionId];
        Session? session = sessionId is null ? null : _sessions.Enter(sessionId, OnlyUser);
        refusal =
            session is not null ? null :
            sessionId is not null ? UnknownSession(id) :
            Refusal.Because(
                StatusCodes.Status400BadRequest,
                $"This needs a session: send 'initialize' first and repeat its {McpHeaders.SessionId} header, or speak revision {ProtocolRevisions.Stateless}.",
                id: id);
        return session;
    }

    private static Refusal? Accepted(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return null;
    }

    private static Refusal UnknownSession(RequestId id) =>
        Refusal.Because(StatusCodes.Status404NotFound, "This session is unknown or over: initialize again.", JsonRpcErrors.SessionNotFound, id);

    private static Refusal Busy(int status, string message, RequestId id) =>
        Refusal.Because(status, message, id: id) with { RetryAfter = 1 };

    private static Refusal NotAllowed(string allow) =>
        Refusal.Because(StatusCodes.Status405MethodNotAllowed, $"This address answers {allow} only.") with { Allow = allow };
}
