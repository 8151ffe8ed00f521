using System.Buffers;

namespace Tributary.Atlassian.Http.Egress;

/// <summary>A body in a pooled buffer that never grows past the limit.</summary>
internal sealed class CappedBody : IDisposable
{
    private byte[]? buffer;
    private int length;

    private CappedBody(int capacity) => buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public ReadOnlyMemory<byte> Bytes => buffer.AsMemory(0, length);

    public static async Task<CappedBody> ReadAsync(HttpContent content, long limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit) throw TooLarge(limit);
        var body = new CappedBody((int)Math.Clamp(content.Headers.ContentLength ?? 0, 16 << 10, 1 << 20));
        bool whole = false;
        try
        {
            await using Stream stream = await content.ReadAsStreamAsync(cancellationToken);
            int read;
            while ((read = await stream.ReadAsync(body.Room(), cancellationToken)) > 0)
            {
                body.length += read;
                if (body.length > limit) throw TooLarge(limit);
            }

            whole = true;
            return body;
        }
        finally
        {
            if (!whole) body.Dispose();
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref buffer, null) is { } rented) ArrayPool<byte>.Shared.Return(rented);
        length = 0;
    }

    private Memory<byte> Room()
    {
        if (length == buffer!.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        return buffer.AsMemory(length);
    }

    private static TooLargeException TooLarge(long limit) => new($"The answer is larger than {Sizes.Shown(limit)}, the most that is read.");
}
