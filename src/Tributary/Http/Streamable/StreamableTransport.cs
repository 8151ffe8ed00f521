using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using Tributary.Protocol;

namespace Tributary.Http.Streamable;

/// <summary>
/// Carries the requests of many HTTP exchanges to one MCP server and each answer back to its own exchange: for a session its
/// client's, for the stateless revision everybody's.
/// </summary>
internal sealed partial class StreamableTransport : TransportBase
{
    private const int MostListeners = 4;

    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<RequestId, (RequestId Id, PostExchange Exchange)> _byClientId = new();
    private readonly List<Listener> _listeners = [];
    private readonly Lock _gate = new();
    private long _lastId;

    public StreamableTransport(string? sessionId, ILoggerFactory loggerFactory)
        : base("http", loggerFactory)
    {
        _logger = loggerFactory.CreateLogger<StreamableTransport>();
        SessionId = sessionId;
        SetConnected();
    }

    /// <summary>Returns when the request is answered. A client that closes its connection first cancels it.</summary>
    public async Task ExchangeAsync(PostExchange exchange, TimeProvider time, TimeSpan keepAliveInterval, CancellationToken cancellationToken)
    {
        // Ids are the clients' choice, and two of them may choose alike: an id of ours is what keeps their answers apart.
        RequestId id = new(Interlocked.Increment(ref _lastId));
        JsonRpcRequest request = exchange.Request;
        request.Id = id;
        DirectResult.Expect(request);
        request.Context ??= new JsonRpcMessageContext();
        request.Context.RelatedTransport = exchange;
        request.Context.ExecutionContext = ExecutionContext.Capture();

        if (SessionId is not null)
            _byClientId[exchange.ClientId] = (id, exchange);

        try
        {
            await WriteMessageAsync(request, cancellationToken);
            if (IsConnected)
                await exchange.WaitAsync(time, keepAliveInterval, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await CancelAsync(id);
        }
        finally
        {
            await exchange.EndAsync();
            if (SessionId is not null)
                _byClientId.TryRemove(new(exchange.ClientId, (id, exchange)));
        }
    }

    /// <summary>A notification or an answer of the session's client.</summary>
    public async Task ReceiveAsync(JsonRpcMessage message, CancellationToken cancellationToken)
    {
        if (message is not JsonRpcNotification { Method: NotificationMethods.CancelledNotification })
        {
            await WriteMessageAsync(message, cancellationToken);
        }
        else if (_byClientId.TryRemove(CancelledRequest.IdOf(message), out (RequestId Id, PostExchange Exchange) open))
        {
            // A cancelled request gets no answer, so it is here that its response must end.
            await CancelAsync(open.Id);
            await open.Exchange.EndAsync();
        }
    }

    /// <summary>What belongs to no exchange: it goes to the newest stream that the client keeps open for it, or nowhere.</summary>
    public override Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        Listener? listener;
        lock (_gate)
            listener = _listeners.LastOrDefault();

        if (listener is not null)
            listener.Send(message);
        else if (message is JsonRpcRequest)
            throw new InvalidOperationException("The client keeps no stream open for requests of the server.");
        else
            LogDropped();

        return Task.CompletedTask;
    }

    /// <summary>Keeps a stream of the client open until it, the session or the server ends.</summary>
    public async Task ListenAsync(HttpResponse response, TimeProvider time, TimeSpan keepAliveInterval, CancellationToken cancellationToken)
    {
        var listener = new Listener(response);
        Listener? oldest = null;
        lock (_gate)
        {
            _listeners.Add(listener);
            if (_listeners.Count > MostListeners)
                oldest = _listeners[0];
        }

        oldest?.End();
        try
        {
            await listener.RunAsync(time, keepAliveInterval, cancellationToken);
        }
        finally
        {
            lock (_gate)
                _listeners.Remove(listener);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        SetDisconnected();
        lock (_gate)
        {
            foreach (Listener listener in _listeners)
                listener.End();
        }

        foreach ((_, PostExchange exchange) in _byClientId.Values)
            await exchange.EndAsync();
    }

    private Task CancelAsync(RequestId id) => WriteMessageAsync(CancelledRequest.Of((long)id.Id!), CancellationToken.None);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Dropped a message: no stream was open for it")]
    private partial void LogDropped();
}
