using System.Net;

namespace Tributary.Atlassian;

/// <summary>An address of Confluence as people paste it, brought to the site's root.</summary>
/// <param name="BaseUrl">Confluence's root; on a host that is known as Cloud it ends with <c>/wiki</c>.</param>
/// <param name="Deployment">Null where the address alone does not tell.</param>
/// <param name="IsGateway">The API gateway that scoped tokens and OAuth need: <c>https://api.atlassian.com/ex/confluence/{cloudId}</c>.</param>
public sealed record SiteAddress(Uri BaseUrl, Deployment? Deployment, bool IsGateway)
{
    internal const string GatewayHost = "api.atlassian.com";

    private const string Setting = nameof(SiteOptions.Url);

    // What follows the root in addresses copied from a browser or from documentation.
    private static readonly string[] PagePaths =
        ["spaces", "display", "pages", "rest", "api", "x", "plugins", "download", "dashboard.action", "index.action", "login.action", "home", "people", "search", "s"];

    /// <exception cref="SiteSettingException">The text is not an address of Confluence that may be used.</exception>
    public static SiteAddress Parse(string text)
    {
        Uri uri = ReadUri(text.Trim());
        string[] segments = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string host = uri.IdnHost.ToLowerInvariant();
        string origin = uri.IsDefaultPort ? $"{uri.Scheme}://{Bracketed(host)}" : $"{uri.Scheme}://{Bracketed(host)}:{uri.Port}";

        if (host == GatewayHost) return Gateway(origin, segments);
        if (host.EndsWith(".atlassian.net", StringComparison.Ordinal) || host.EndsWith(".jira.com", StringComparison.Ordinal))
            return new SiteAddress(new Uri(origin + "/wiki"), Atlassian.Deployment.Cloud, IsGateway: false);

        string context = string.Concat(segments.TakeWhile(segment => !PagePaths.Contains(segment)).Select(segment => "/" + segment));
        if (!IsPlainPath(context))
            throw Wrong($"the path '{context}' holds characters that no context path has. Expected an address such as https://wiki.example.com/confluence.");

        // Cloud has no context path but /wiki, so any other one tells.
        return new SiteAddress(new Uri(origin + context), context is "" or "/wiki" ? null : Atlassian.Deployment.DataCenter, IsGateway: false);
    }

    /// <exception cref="SiteSettingException">The host cannot be what <paramref name="deployment"/> says.</exception>
    public Site ToSite(string name, Deployment deployment)
    {
        if (Deployment is { } known && known != deployment)
        {
            throw new SiteSettingException(
                nameof(SiteOptions.Deployment), $"{BaseUrl} is {Words(known)}, but the deployment is configured as {Words(deployment)}. Remove that setting.");
        }

        bool needsWiki = deployment == Atlassian.Deployment.Cloud && BaseUrl.AbsolutePath == "/";
        Uri root = needsWiki ? new Uri(BaseUrl, "/wiki") : BaseUrl;
        return new Site(name, root, deployment) { BrowserUrl = IsGateway ? null : root };
    }

    private static Uri ReadUri(string text)
    {
        if (text.Length == 0) throw Wrong("it is empty. Expected an address such as https://your-site.atlassian.net/wiki or https://wiki.example.com.");
        if (text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))) throw Wrong("it holds a space or a control character.");
        if (text.Contains('\\')) throw Wrong("it holds a backslash. Addresses have '/' alone.");
        if (!text.Contains("://", StringComparison.Ordinal)) text = "https://" + text;
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("https" or "http") || uri.Host.Length == 0)
            throw Wrong("it is not a web address. Expected one such as https://your-site.atlassian.net/wiki or https://wiki.example.com.");
        if (uri.UserInfo.Length > 0 || uri.Authority.Contains('@'))
            throw Wrong("it holds a user name or password. Give the credential in its own settings; an address is shown and logged.");
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
            throw Wrong("it holds a '?' or '#' part. Give the root alone, such as https://your-site.atlassian.net/wiki.");
        if (uri.Scheme == "http" && !IsLoopback(uri))
            throw Wrong($"http would send the credential in clear text to {uri.Host}. Use https; http is for addresses of this machine alone.");
        return uri;
    }

    private static SiteAddress Gateway(string origin, string[] segments)
    {
        if (segments is not ["ex", "confluence", var cloudId, ..] || !IsCloudId(cloudId))
            throw Wrong($"an address at {GatewayHost} names the site by its cloud id: https://{GatewayHost}/ex/confluence/CLOUD-ID.");
        return new SiteAddress(new Uri($"{origin}/ex/confluence/{cloudId}/wiki"), Atlassian.Deployment.Cloud, IsGateway: true);
    }

    // By the address itself or the names that RFC 6761 keeps for it: ①②⑦.0.0.1 or a name that only happens to resolve to this machine is no proof.
    internal static bool IsLoopback(Uri uri) =>
        uri.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || uri.IdnHost.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(uri.IdnHost, out IPAddress? address) && IPAddress.IsLoopback(address));

    private static string Bracketed(string host) => host.Contains(':') ? $"[{host}]" : host;

    private static string Words(Deployment deployment) => deployment == Atlassian.Deployment.Cloud ? "Confluence Cloud" : "Confluence Data Center";

    private static SiteSettingException Wrong(string why) => new(Setting, "The address of Confluence cannot be used: " + why);

    // By hand: the first regular expression costs a start more than all else that is read before it.
    private static bool IsPlainPath(string path) => path.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '~' or '/' or '-');

    internal static bool IsCloudId(string id) => id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-');
}
