using System.Net;

namespace Tributary.Atlassian.Http.Egress;

/// <summary>The one exception to the pinned origin: a download's redirect to a configured host of media, without any credential.</summary>
internal sealed class MediaDownloads(IReadOnlyList<Uri> origins, HttpMessageHandler inner, bool ownsInner) : IDisposable
{
    private static readonly Uri CloudMedia = new("https://api.media.atlassian.com");

    private readonly HttpMessageInvoker invoker = new(inner, ownsInner);

    /// <exception cref="SiteSettingException">A configured host is not the origin of an address that may be called.</exception>
    public static IReadOnlyList<Uri> Origins(SiteOptions options, Uri site) => [CloudMedia, .. options.MediaHosts.Select(host => Origin(host, site))];

    public async Task<HttpResponseMessage> GetAsync(Uri target, TimeSpan timeout, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (target.UserInfo.Length > 0 || !origins.Any(origin => PinnedOrigin.SameOrigin(origin, target))) throw new ForbiddenOriginException(target, isDownload: true);
        if (target.Scheme == "https" && IPAddress.TryParse(target.IdnHost, out IPAddress? address) && !PublicAddress.Is(address) && !SiteAddress.IsLoopback(target))
            throw new ForbiddenOriginException(target);

        using var request = new HttpRequestMessage(HttpMethod.Get, target);
        request.Headers.TryAddWithoutValidation("User-Agent", "tributary");
        return await Deadline.RunAsync(timeout, clock, deadline => invoker.SendAsync(request, deadline.Token), cancellationToken);
    }

    public void Dispose() => invoker.Dispose();

    private static Uri Origin(string host, Uri site)
    {
        string text = host.Contains("://", StringComparison.Ordinal) ? host : "https://" + host;
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Host.Length == 0 || uri.UserInfo.Length > 0 || uri.PathAndQuery != "/")
            throw Wrong($"'{host}' is not a host or origin such as https://media.example.com.");

        // An emulator serves media beside itself; a real site never points into this machine.
        bool local = SiteAddress.IsLoopback(uri);
        if (uri.Scheme != "https" && !(uri.Scheme == "http" && local)) throw Wrong($"'{host}' is not https.");
        if (local && !SiteAddress.IsLoopback(site)) throw Wrong($"'{host}' is this machine, which no site elsewhere keeps its files on.");
        return uri;
    }

    private static SiteSettingException Wrong(string why) => new(nameof(SiteOptions.MediaHosts), "The hosts of media cannot be used: " + why);
}
