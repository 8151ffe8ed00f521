using System.Globalization;
using System.Net;

namespace Tributary.Atlassian.Http.Egress;

/// <summary>The proxy that the operator named, and what is reached without it.</summary>
internal sealed class ConfiguredProxy : IWebProxy
{
    private readonly Uri address;
    private readonly string[] direct;

    private ConfiguredProxy(Uri address, string[] direct, ICredentials? credentials) => (this.address, this.direct, Credentials) = (address, direct, credentials);

    public ICredentials? Credentials { get; set; }

    /// <summary>For messages: host and port, never the password.</summary>
    public string Shown => $"{address.Host}:{address.Port.ToString(CultureInfo.InvariantCulture)}";

    /// <exception cref="SiteSettingException">Not the address of a proxy.</exception>
    public static ConfiguredProxy From(string proxy, string? noProxy)
    {
        string text = proxy.Contains("://", StringComparison.Ordinal) ? proxy.Trim() : "http://" + proxy.Trim();
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https" or "socks5" or "socks4") || uri.Host.Length == 0)
            throw new SiteSettingException(nameof(SiteOptions.Proxy), "The proxy cannot be used: expected an address such as http://proxy.example.com:3128.");
        string[] user = uri.UserInfo.Split(':', 2);
        ICredentials? credentials = uri.UserInfo.Length == 0
            ? null
            : new NetworkCredential(Uri.UnescapeDataString(user[0]), user.Length > 1 ? Uri.UnescapeDataString(user[1]) : "");
        string[] direct = (noProxy ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new ConfiguredProxy(new UriBuilder(uri) { UserName = "", Password = "" }.Uri, direct, credentials);
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : address;

    public bool IsBypassed(Uri host) => SiteAddress.IsLoopback(host) || direct.Any(entry => Covers(entry, host));

    private static bool Covers(string entry, Uri target)
    {
        if (entry == "*") return true;
        string host = target.IdnHost.ToLowerInvariant();
        if (IPAddress.TryParse(host, out IPAddress? address))
            return IPNetwork.TryParse(entry, out IPNetwork network) ? network.Contains(address) : IPAddress.TryParse(entry, out IPAddress? one) && one.Equals(address);

        int colon = entry.LastIndexOf(':');
        if (colon > 0 && int.TryParse(entry.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port))
        {
            if (port != target.Port) return false;
            entry = entry[..colon];
        }

        string domain = entry.TrimStart('*').TrimStart('.').ToLowerInvariant();
        return domain.Length > 0 && (host == domain || host.EndsWith("." + domain, StringComparison.Ordinal));
    }
}
