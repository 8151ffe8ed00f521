using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Tributary.Atlassian;
using Tributary.Atlassian.Http;
using Tributary.Atlassian.Http.Egress;

namespace Tributary.Tests.Atlassian.Http.Egress;

public sealed class SizeTests
{
    private static readonly EgressLimits Small = new() { ResponseBytes = 64 << 10, AttachmentBytes = 64 << 10 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 10000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_above_the_limit_is_not_read_whether_or_not_it_tells_its_length(bool tellsLength)
    {
        await using StubSite site = await StubSite.StartAsync(context => EndlessAsync(context, tellsLength));
        using EgressClient egress = TestEgress.To(site.Url, options => options with { Limits = Small });

        var refused = await Assert.ThrowsAsync<AtlassianException>(() => egress.SendAsync(TestEgress.Get(), Token));

        Assert.Equal(AtlassianErrorKind.TooLarge, refused.Kind);
        Assert.Contains("64 KiB", refused.Message, StringComparison.Ordinal);
        Assert.Single(site.Seen);
    }

    [Fact(Timeout = 10000)]
    public async Task An_attachment_above_the_limit_stops_in_the_middle()
    {
        await using StubSite site = await StubSite.StartAsync(context => EndlessAsync(context, tellsLength: false));
        using EgressClient egress = TestEgress.To(site.Url, options => options with { Limits = Small });
        using var target = new MemoryStream();

        var refused = await Assert.ThrowsAsync<AtlassianException>(
            () => egress.DownloadAsync(new UpstreamRequest("download attachment att1", HttpMethod.Get, "d", "d") { Streamed = true }, target, Token));

        Assert.Equal(AtlassianErrorKind.TooLarge, refused.Kind);
        Assert.InRange(target.Length, 0, 64 << 10);
    }

    [Fact(Timeout = 10000)]
    public async Task An_upload_of_unknown_length_is_stopped_at_the_limit_and_not_sent_again()
    {
        await using StubSite site = await StubSite.StartAsync(context => context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted));
        using EgressClient egress = TestEgress.To(site.Url, options => options with { Limits = Small });
        var upload = new UploadProgress(new GZipStream(new MemoryStream(Packed(new byte[65 << 10])), CompressionMode.Decompress), Small.AttachmentBytes);

        var refused = await Assert.ThrowsAsync<AtlassianException>(
            () => egress.SendAsync(new UpstreamRequest("add attachment", HttpMethod.Post, "a", "a") { Content = upload.Content, Upload = upload }, Token));

        Assert.Equal(AtlassianErrorKind.TooLarge, refused.Kind);
        Assert.InRange(site.Seen.Count, 0, 1);
    }

    [Theory(Timeout = 10000)]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_answer_is_unpacked(string encoding)
    {
        string page = $"[{string.Join(",", Enumerable.Range(0, 20_000))}]";
        await using StubSite site = await StubSite.StartAsync(context => PackedAsync(context, encoding, pack => pack.WriteAsync(System.Text.Encoding.UTF8.GetBytes(page), Token).AsTask()));
        using EgressClient egress = TestEgress.To(site.Url);

        Assert.Equal(page, await egress.ReadAsync(TestEgress.Get(), Token));
        Assert.Equal("gzip, br", Assert.Single(site.Seen).Headers["Accept-Encoding"]);
    }

    [Theory(Timeout = 10000)]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compression_bomb_is_given_up_long_before_the_limit_of_size(string encoding)
    {
        byte[] zeros = new byte[1 << 20];
        await using StubSite site = await StubSite.StartAsync(context => PackedAsync(context, encoding, async pack =>
        {
            for (int mebibyte = 0; mebibyte < 30; mebibyte++) await pack.WriteAsync(zeros, Token);
        }));
        using EgressClient egress = TestEgress.To(site.Url);

        var refused = await Assert.ThrowsAsync<AtlassianException>(() => egress.SendAsync(TestEgress.Get(), Token));

        Assert.Equal(AtlassianErrorKind.TooLarge, refused.Kind);
        Assert.Contains("100 times its size", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task An_answer_that_lies_about_its_encoding_is_a_broken_answer()
    {
        await using StubSite site = await StubSite.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync("this is not gzip");
        });
        using EgressClient egress = TestEgress.To(site.Url, options => options with { Limits = new EgressLimits { Attempts = 1 } });

        var refused = await Assert.ThrowsAsync<AtlassianException>(() => egress.SendAsync(TestEgress.Get(), Token));
        Assert.Equal(AtlassianErrorKind.UpstreamUnavailable, refused.Kind);
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var pack = new GZipStream(packed, CompressionLevel.Fastest)) pack.Write(bytes);
        return packed.ToArray();
    }

    private static async Task EndlessAsync(HttpContext context, bool tellsLength)
    {
        if (tellsLength) context.Response.ContentLength = 1L << 40;
        byte[] piece = new byte[16 << 10];
        while (!context.RequestAborted.IsCancellationRequested)
        {
            try
            {
                await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static async Task PackedAsync(HttpContext context, string encoding, Func<Stream, Task> write)
    {
        context.Response.Headers.ContentEncoding = encoding;
        await using Stream pack = encoding == "br"
            ? new BrotliStream(context.Response.Body, CompressionLevel.Fastest)
            : new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        await write(pack);
    }
}
