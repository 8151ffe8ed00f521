using System.Buffers;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;

namespace Tributary.Http.Streamable;

/// <summary>A request's body in pooled memory. What is large waits for its turn, so that memory is bounded whatever is sent.</summary>
internal sealed class RequestBody(int maxLength) : IDisposable
{
    private const int SmallBody = 64 * 1024;
    private static readonly TimeSpan TimeToSend = TimeSpan.FromSeconds(30);

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4096);
    private int _length;
    private RateLimitLease? _turn;

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    public async Task<Refusal?> ReadAsync(HttpRequest request, CallLimits limits, TimeProvider time, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxLength)
            return TooLarge();

        using var slow = new CancellationTokenSource(TimeToSend, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(slow.Token, cancellationToken);
        try
        {
            while (true)
            {
                if (_length == _buffer.Length)
                    await GrowAsync(limits, cancellationToken);

                int read = await request.Body.ReadAsync(_buffer.AsMemory(_length), end.Token);
                if (read == 0)
                    return null;

                _length += read;
                if (_length > maxLength)
                    return TooLarge();
            }
        }
        catch (BadHttpRequestException e)
        {
            return Refusal.Because(e.StatusCode, "The body could not be read.", McpErrorCode.ParseError);
        }
        catch (OperationCanceledException) when (slow.IsCancellationRequested)
        {
            return Refusal.Because(StatusCodes.Status408RequestTimeout, "The body took too long to arrive.", McpErrorCode.ParseError);
        }
    }

    /// <summary>Gives the memory back; the turn of a large body lasts until it is disposed of, with its call.</summary>
    public void Release()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
            Release();
        _turn?.Dispose();
    }

    private Refusal TooLarge() =>
        Refusal.Because(StatusCodes.Status413PayloadTooLarge, $"The body is larger than {maxLength} bytes.", McpErrorCode.InvalidRequest);

    private async ValueTask GrowAsync(CallLimits limits, CancellationToken cancellationToken)
    {
        if (_length >= SmallBody)
            _turn ??= await limits.EnterLargeBodyAsync(cancellationToken);

        byte[] larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
