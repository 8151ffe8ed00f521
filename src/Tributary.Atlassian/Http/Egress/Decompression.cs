using System.IO.Compression;

namespace Tributary.Atlassian.Http.Egress;

/// <summary>Unpacks answers and refuses a bomb: the framework's own decompression knows no ratio.</summary>
internal sealed class Decompression(int ratio, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        string? encoding = response.Content.Headers.ContentEncoding.LastOrDefault()?.ToLowerInvariant();
        if (encoding is "gzip" or "x-gzip" or "br") response.Content = new UnpackedContent(response.Content, encoding, ratio);
        return response;
    }

    private sealed class UnpackedContent : HttpContent
    {
        private readonly HttpContent packed;
        private readonly string encoding;
        private readonly int ratio;

        public UnpackedContent(HttpContent packed, string encoding, int ratio)
        {
            (this.packed, this.encoding, this.ratio) = (packed, encoding, ratio);
            foreach ((string name, IEnumerable<string> values) in packed.Headers)
            {
                if (name is not ("Content-Length" or "Content-Encoding")) Headers.TryAddWithoutValidation(name, values);
            }
        }

        protected override async Task<Stream> CreateContentReadStreamAsync()
        {
            var counted = new CountedStream(await packed.ReadAsStreamAsync());
            Stream unpacked = encoding == "br" ? new BrotliStream(counted, CompressionMode.Decompress) : new GZipStream(counted, CompressionMode.Decompress);
            return new RatioCappedStream(unpacked, counted, ratio);
        }

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await using Stream unpacked = await CreateContentReadStreamAsync();
            await unpacked.CopyToAsync(stream);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = -1;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) packed.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class CountedStream(Stream inner) : ReadOnlyStream(inner)
    {
        public long Count { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await Inner.ReadAsync(buffer, cancellationToken);
            Count += read;
            return read;
        }
    }

    private sealed class RatioCappedStream(Stream inner, CountedStream packed, int ratio) : ReadOnlyStream(inner)
    {
        // Short pages of repeated mark-up compress beyond any ratio and hurt nobody.
        private const long Harmless = 1 << 20;

        private long count;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await Inner.ReadAsync(buffer, cancellationToken);
            count += read;
            if (count > Harmless && count > packed.Count * ratio)
                throw new TooLargeException($"The answer unpacks to more than {ratio} times its size, as no page does; reading was stopped.");
            return read;
        }
    }
}
