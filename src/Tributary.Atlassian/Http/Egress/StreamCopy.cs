using System.Buffers;

namespace Tributary.Atlassian.Http.Egress;

/// <summary>A body on its way to a caller's stream: counted, and given up when it stands still.</summary>
internal static class StreamCopy
{
    public static async Task<long> CopyAsync(
        HttpContent content, Stream destination, long limit, TimeSpan stillness, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit) throw TooLarge(limit);
        byte[] piece = ArrayPool<byte>.Shared.Rent(64 << 10);
        try
        {
            await using Stream source = await content.ReadAsStreamAsync(cancellationToken);
            for (long total = 0; ;)
            {
                int read = await Deadline.RunAsync(stillness, clock, deadline => source.ReadAsync(piece, deadline.Token).AsTask(), cancellationToken);
                if (read == 0) return total;
                total += read;
                if (total > limit) throw TooLarge(limit);
                await destination.WriteAsync(piece.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static TooLargeException TooLarge(long limit) => new($"The file is larger than {Sizes.Shown(limit)}, the most that is read.");
}
