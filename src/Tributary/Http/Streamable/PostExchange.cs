using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Tributary.Protocol;

namespace Tributary.Http.Streamable;

/// <summary>
/// One request and its HTTP response: a single JSON document when the answer is the first thing to say, a stream of events when
/// something comes before it (progress, a question to the client) or it takes long.
/// </summary>
internal sealed class PostExchange(HttpResponse response, JsonRpcRequest request, bool stateless) : ITransport
{
    private readonly EventStream _events = new(response);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _over;

    /// <summary>The id by which the client knows the request; inside, each request has one of its own.</summary>
    public RequestId ClientId { get; } = request.Id;

    public JsonRpcRequest Request => request;

    /// <summary>The session that a successful answer opens.</summary>
    public string? OpensSession { get; init; }

    /// <summary>Whether anything of the response was written.</summary>
    public bool Started { get; private set; }

    /// <summary>Whether the answer was a result.</summary>
    public bool Succeeded { get; private set; }

    public string? SessionId => null;

    public ChannelReader<JsonRpcMessage> MessageReader => throw new NotSupportedException("An exchange only sends.");

    public async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        if (stateless && message is JsonRpcRequest)
            throw new InvalidOperationException("In this revision the server asks by its result, not by a request of its own.");

        await WriteAsync(() => message is JsonRpcResponse or JsonRpcError ? AnswerAsync((JsonRpcMessageWithId)message) : StreamAsync(message));
    }

    /// <summary>Returns when the request is answered or <see cref="EndAsync"/> was called; until then keeps the connection alive.</summary>
    public async Task WaitAsync(TimeProvider time, TimeSpan keepAliveInterval, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await _done.Task.WaitAsync(keepAliveInterval, time, cancellationToken);
                return;
            }
            catch (TimeoutException)
            {
                await WriteAsync(KeepAliveAsync);
            }
        }
    }

    /// <summary>Lets nothing more be written: the response is the web server's again.</summary>
    public Task EndAsync() => WriteAsync(() =>
    {
        End();
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task AnswerAsync(JsonRpcMessageWithId answer)
    {
        answer.Id = ClientId;
        Succeeded = answer is JsonRpcResponse;
        if (Started)
        {
            await _events.WriteAsync(answer);
        }
        else
        {
            using var json = new PooledBytes();
            JsonRpcWriter.Write(json, answer);
            Started = true;
            if (Succeeded)
                NameSession();
            else if (stateless && answer is JsonRpcError error)
                response.StatusCode = StatusOf(error.Error.Code);

            response.ContentType = "application/json";
            response.ContentLength = json.Written.Length;
            await response.Body.WriteAsync(json.Written, CancellationToken.None);
        }

        End();
    }

    private async Task StreamAsync(JsonRpcMessage message)
    {
        await StartStreamAsync();
        NameSubscriptionAsTheClientDoes(message);
        await _events.WriteAsync(message);
    }

    private async Task KeepAliveAsync()
    {
        await StartStreamAsync();
        await _events.KeepAliveAsync();
    }

    private async Task StartStreamAsync()
    {
        if (Started)
            return;

        Started = true;
        NameSession();
        await _events.StartAsync();
    }

    private void NameSession()
    {
        if (OpensSession is not null)
            response.Headers[McpHeaders.SessionId] = OpensSession;
    }

    /// <remarks>A subscription is known by the id of the request that opened it.</remarks>
    private void NameSubscriptionAsTheClientDoes(JsonRpcMessage message)
    {
        if (message is JsonRpcNotification { Params: JsonObject parameters }
            && parameters["_meta"] is JsonObject meta && meta.ContainsKey(MetaKeys.SubscriptionId))
        {
            meta[MetaKeys.SubscriptionId] = ClientId.Id switch
            {
                string text => JsonValue.Create(text),
                long number => JsonValue.Create(number),
                _ => null,
            };
        }
    }

    private async Task WriteAsync(Func<Task> write)
    {
        await _writing.WaitAsync(CancellationToken.None);
        try
        {
            if (!_over)
                await write();
        }
        finally
        {
            _writing.Release();
        }
    }

    private void End()
    {
        _over = true;
        _done.TrySetResult();
    }

    private static int StatusOf(int errorCode) => (McpErrorCode)errorCode switch
    {
        McpErrorCode.MethodNotFound => StatusCodes.Status404NotFound,
        McpErrorCode.HeaderMismatch or McpErrorCode.MissingRequiredClientCapability or McpErrorCode.UnsupportedProtocolVersion
            => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status200OK,
    };
}
