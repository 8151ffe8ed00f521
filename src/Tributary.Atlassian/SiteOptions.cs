using Tributary.Atlassian.Http;

namespace Tributary.Atlassian;

/// <summary>All that an operator may say about one site and one user of it.</summary>
public sealed record SiteOptions
{
    public string Name { get; init; } = "default";

    public AtlassianProduct Product { get; init; }

    /// <value>As people paste it: with or without <c>/wiki</c>, a context path, a page's path; see <see cref="SiteAddress"/>.</value>
    public required string Url { get; init; }

    public required Credential Credential { get; init; }

    /// <value>Null finds out: by the host, or else by asking the site once.</value>
    public Deployment? Deployment { get; init; }

    /// <value>True where the API token was made with scopes: the site itself answers 401 to such a token, the API gateway takes it.</value>
    public bool ScopedToken { get; init; }

    /// <value>Sent with every request to the site, to no other origin. Authorization, Host, Cookie and the headers that frame a message are refused.</value>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <value>PEM (then with <see cref="ClientKeyFile"/> unless it holds the key too) or PKCS #12.</value>
    public string? ClientCertificateFile { get; init; }

    public string? ClientKeyFile { get; init; }

    public string? ClientKeyPassword { get; init; }

    /// <value><c>true</c>, a PEM file of the authorities to trust, or <c>sha256:</c> and the fingerprint of the site's own certificate. <c>false</c> is for this machine alone.</value>
    public string SslVerify { get; init; } = "true";

    /// <value><c>http://</c>, <c>https://</c> or <c>socks5://</c>, with <c>user:password@</c> where the proxy asks for it. Null: no proxy, whatever the environment says.</value>
    public string? Proxy { get; init; }

    /// <value>Comma-separated hosts, domains, addresses or networks reached directly; <c>*</c> is all. This machine is always reached directly.</value>
    public string? NoProxy { get; init; }

    /// <value>Origins that a download may be redirected to, once, without credentials; beside them Cloud's own media host is allowed.</value>
    public IReadOnlyList<string> MediaHosts { get; init; } = [];

    public EgressLimits Limits { get; init; } = new();
}
