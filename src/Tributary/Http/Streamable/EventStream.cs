using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ModelContextProtocol.Protocol;
using Tributary.Protocol;

namespace Tributary.Http.Streamable;

/// <summary>A response as a stream of server-sent events. Not thread-safe: its owner writes one thing at a time.</summary>
/// <remarks>Nothing cancels half an event; what is written to a client that has gone vanishes in the web server.</remarks>
internal sealed class EventStream(HttpResponse response)
{
    public Task StartAsync()
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        return FlushAsync();
    }

    public Task WriteAsync(JsonRpcMessage message)
    {
        using var json = new PooledBytes();
        JsonRpcWriter.Write(json, message);
        response.BodyWriter.Write("event: message\ndata: "u8);
        response.BodyWriter.Write(json.Written.Span);
        response.BodyWriter.Write("\n\n"u8);
        return FlushAsync();
    }

    /// <summary>A comment, so that nothing between here and the client takes the silence for the end.</summary>
    public Task KeepAliveAsync()
    {
        response.BodyWriter.Write(": still here\n\n"u8);
        return FlushAsync();
    }

    private async Task FlushAsync() => await response.BodyWriter.FlushAsync(CancellationToken.None);
}
