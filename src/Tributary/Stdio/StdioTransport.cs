using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Tributary.Protocol;

namespace Tributary.Stdio;

/// <summary>One JSON-RPC message a line, in both directions. Whatever a line holds, the session goes on.</summary>
internal sealed partial class StdioTransport : TransportBase
{
    private readonly LineReader _lines;
    private readonly Stream _output;
    private readonly StdioLimits _limits;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentDictionary<RequestId, int> _inFlight = new();
    private readonly TaskCompletionSource _greeted;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _disposed = new();
    private long _bytesInFlight;

    /// <param name="greeted">Set when the client has its first answer, or is gone without one.</param>
    public StdioTransport(Stream input, Stream output, StdioLimits limits, TaskCompletionSource greeted, ILoggerFactory loggerFactory)
        : base("stdio", loggerFactory)
    {
        _lines = new LineReader(input, limits.MaxLineLength);
        _output = output;
        _limits = limits;
        _greeted = greeted;
        _logger = loggerFactory.CreateLogger<StdioTransport>();
        SetConnected();
        _ = Task.Run(() => ReadLinesAsync(_disposed.Token));
    }

    /// <summary>Completes when the input has ended or the output is broken: nobody is there any more.</summary>
    public Task Ended => _ended.Task;

    public override Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        if (message is JsonRpcResponse or JsonRpcError)
            Forget(((JsonRpcMessageWithId)message).Id);

        return WriteLineAsync(message, cancellationToken);
    }

    /// <remarks>The streams stay open: a read of standard input cannot be called off, and neither stream is ours.</remarks>
    public override async ValueTask DisposeAsync()
    {
        await _disposed.CancelAsync();
        End();
    }

    private async Task WriteLineAsync(JsonRpcMessage message, CancellationToken cancellationToken)
    {
        using var line = new PooledBytes();
        JsonRpcWriter.Write(line, message);
        line.Write("\n"u8);

        await _writing.WaitAsync(cancellationToken);
        try
        {
            // A line half written would spoil the next one: from here on nothing cancels.
            await _output.WriteAsync(line.Written, CancellationToken.None);
            await _output.FlushAsync(CancellationToken.None);
            _greeted.TrySetResult();
        }
        catch (IOException e)
        {
            LogOutputBroken(e);
            End();
        }
        catch (ObjectDisposedException)
        {
            End();
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task ReadLinesAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _lines.ReadAsync(cancellationToken) is { } line)
            {
                if (line.TooLong)
                    await WriteLineAsync(TooLong(), cancellationToken);
                else if (line.Bytes.Span.ContainsAnyExcept(" \t\r"u8))
                    await ReceiveAsync(line.Bytes, cancellationToken);
            }
        }
        catch (IOException e)
        {
            LogInputBroken(e);
        }
        catch (ObjectDisposedException)
        {
            // The owner closed the input: that is its end.
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
        finally
        {
            _lines.Dispose();
            End();
        }
    }

    private async Task ReceiveAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        if (!JsonRpcGuard.TryRead(line, out JsonRpcMessage? message, out JsonRpcError? refusal))
        {
            await WriteLineAsync(refusal, cancellationToken);
            return;
        }

        if (message is JsonRpcRequest request)
        {
            if (Admit(request, line.Length) is { } busy)
            {
                await WriteLineAsync(busy, cancellationToken);
                return;
            }

            DirectResult.Expect(request);
        }
        else
        {
            // A cancelled request gets no answer that would take it off the list.
            Forget(CancelledRequest.IdOf(message));
        }

        await WriteMessageAsync(message, cancellationToken);
    }

    private JsonRpcError? Admit(JsonRpcRequest request, int length)
    {
        if (_inFlight.Count >= _limits.MaxRequestsInFlight || Interlocked.Read(ref _bytesInFlight) + length > _limits.MaxBytesInFlight)
        {
            return JsonRpcGuard.Refuse(JsonRpcErrors.Refused, "Too many requests are in flight: wait for an answer, then send this one again.", request.Id);
        }

        if (!_inFlight.TryAdd(request.Id, length))
            return JsonRpcGuard.Refuse(McpErrorCode.InvalidRequest, "A request with this id is still in flight.");

        Interlocked.Add(ref _bytesInFlight, length);
        return null;
    }

    private void Forget(RequestId id)
    {
        if (id.Id is not null && _inFlight.TryRemove(id, out int length))
            Interlocked.Add(ref _bytesInFlight, -length);
    }

    private JsonRpcError TooLong() =>
        JsonRpcGuard.Refuse(McpErrorCode.InvalidRequest, $"The line is longer than {_limits.MaxLineLength} bytes and was skipped.");

    private void End()
    {
        SetDisconnected();
        _greeted.TrySetResult();
        _ended.TrySetResult();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Standard output broke")]
    private partial void LogOutputBroken(IOException exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Standard input broke")]
    private partial void LogInputBroken(IOException exception);
}
