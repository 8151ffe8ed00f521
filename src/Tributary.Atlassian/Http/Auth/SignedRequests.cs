using System.Collections.Frozen;

namespace Tributary.Atlassian.Http.Auth;

/// <summary>Gives each request to the site the credential and the operator's own headers. It stands inside the redirects, so each hop is judged anew.</summary>
internal sealed class SignedRequests(Credential credential, IReadOnlyDictionary<string, string> headers, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public static readonly HttpRequestOptionsKey<bool> Anonymous = new("anonymous");

    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Authorization", "Host", "Cookie", "Content-Length", "Content-Type", "Transfer-Encoding", "Connection", "Upgrade", "TE", "Trailer", "Expect", "Accept-Encoding", "X-Atlassian-Token");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = request.Options.TryGetValue(Anonymous, out bool anonymous) && anonymous ? null : credential.Header;
        request.Headers.TryAddWithoutValidation("User-Agent", "tributary");
        foreach ((string name, string value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return base.SendAsync(request, cancellationToken);
    }

    /// <exception cref="SiteSettingException">A name or value that no request may carry.</exception>
    public static void Check(IReadOnlyDictionary<string, string> headers)
    {
        foreach ((string name, string value) in headers)
        {
            // The value may be a secret, so messages name the header alone.
            if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
                throw Wrong("a header's name may hold letters, digits, '-' and '_' alone.");
            if (Reserved.Contains(name)) throw Wrong($"the header {name} is Tributary's own to set.");
            if (value.Any(c => c is < ' ' or > '~' and not '\t')) throw Wrong($"the value of the header {name} holds a control character or a letter outside ASCII.");
        }
    }

    private static SiteSettingException Wrong(string why) => new(nameof(SiteOptions.Headers), "The extra headers cannot be used: " + why);
}
