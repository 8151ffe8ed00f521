namespace Tributary.Atlassian.Http.Egress;

/// <summary>Follows a redirect of a read within the site, at most three. Any other redirect is an answer like another, and no request is made.</summary>
internal sealed class SameOriginRedirects(PinnedOrigin pinned) : DelegatingHandler(pinned)
{
    private const int Most = 3;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        for (int followed = 0; followed < Most && request.Method == HttpMethod.Get; followed++)
        {
            if (Target(request.RequestUri!, response) is not { } target || !pinned.Allows(target)) break;
            response.Dispose();
            request.RequestUri = target;
            response = await base.SendAsync(request, cancellationToken);
        }

        return response;
    }

    public static Uri? Target(Uri asked, HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308
        && response.Headers.Location is { } location
        && Uri.TryCreate(asked, location, out Uri? target) ? target : null;
}
