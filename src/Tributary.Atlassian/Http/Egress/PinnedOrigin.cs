namespace Tributary.Atlassian.Http.Egress;

/// <summary>Lets nothing out but to the configured root: another origin, or another site behind the same gateway, is refused before a byte leaves.</summary>
internal sealed class PinnedOrigin(Uri root, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly string below = root.AbsolutePath.TrimEnd('/') + "/";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Allows(request.RequestUri) ? base.SendAsync(request, cancellationToken) : throw new ForbiddenOriginException(request.RequestUri);

    public bool Allows(Uri? target) =>
        target is { IsAbsoluteUri: true, UserInfo.Length: 0 }
        && SameOrigin(target, root)
        && target.AbsolutePath.StartsWith(below, StringComparison.Ordinal);

    public static bool SameOrigin(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.Port == other.Port && string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase);
}
