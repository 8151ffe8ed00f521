using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace Tributary.Http.Streamable;

/// <summary>A stream that a client keeps open for what the server says unasked.</summary>
internal sealed class Listener(HttpResponse response)
{
    // A client that reads too slowly loses the oldest: what is said unasked is news, and old news can be asked for.
    private readonly Channel<JsonRpcMessage> _messages = Channel.CreateBounded<JsonRpcMessage>(
        new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void Send(JsonRpcMessage message) => _messages.Writer.TryWrite(message);

    public void End() => _messages.Writer.TryComplete();

    public async Task RunAsync(TimeProvider time, TimeSpan keepAliveInterval, CancellationToken cancellationToken)
    {
        var events = new EventStream(response);
        await events.StartAsync();
        Task<bool> more = MoreAsync(cancellationToken);
        while (true)
        {
            try
            {
                if (!await more.WaitAsync(keepAliveInterval, time, cancellationToken))
                    return;

                while (_messages.Reader.TryRead(out JsonRpcMessage? message))
                    await events.WriteAsync(message);
                more = MoreAsync(cancellationToken);
            }
            catch (TimeoutException)
            {
                await events.KeepAliveAsync();
            }
            catch (OperationCanceledException)
            {
                // The client or the server leaves: either is the ordinary end.
                return;
            }
        }
    }

    private Task<bool> MoreAsync(CancellationToken cancellationToken) => _messages.Reader.WaitToReadAsync(cancellationToken).AsTask();
}
