namespace Tributary.Atlassian.Http.Egress;

/// <summary>A stream on its way up: counted against the limit, and a sign of life with each piece.</summary>
internal sealed class UploadProgress(Stream source, long limit)
{
    private long sent;

    /// <summary>A byte was taken from the source: it cannot be sent again.</summary>
    public bool Started { get; private set; }

    /// <summary>Called with each piece that went out.</summary>
    public Action? Moved { get; set; }

    /// <summary>Spares the site a file that is known to be too large before it is begun.</summary>
    public void Check()
    {
        if (Length > limit) throw TooLarge();
    }

    public HttpContent Content() => new PieceContent(this);

    private async Task CopyAsync(Stream target, CancellationToken cancellationToken)
    {
        Started = true;
        byte[] piece = new byte[64 << 10];
        int read;
        while ((read = await source.ReadAsync(piece, cancellationToken)) > 0)
        {
            sent += read;
            if (sent > limit) throw TooLarge();
            await target.WriteAsync(piece.AsMemory(0, read), cancellationToken);
            Moved?.Invoke();
        }
    }

    private TooLargeException TooLarge() => new($"The file is larger than {Sizes.Shown(limit)}, the most that is sent.");

    private sealed class PieceContent(UploadProgress progress) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => progress.CopyAsync(stream, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context, CancellationToken cancellationToken) =>
            progress.CopyAsync(stream, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = progress.Length;
            return length >= 0;
        }
    }

    private long Length { get; } = source.CanSeek ? source.Length - source.Position : -1;
}
