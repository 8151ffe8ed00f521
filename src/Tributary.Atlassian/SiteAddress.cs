using System.Net;

namespace Tributary.Atlassian;

/// <summary>An address of Confluence or Jira as people paste it, brought to the site's root.</summary>
/// <param name="BaseUrl">The product's root; Confluence's on a host that is known as Cloud ends with <c>/wiki</c>.</param>
/// <param name="Deployment">Null where the address alone does not tell.</param>
/// <param name="IsGateway">The API gateway that scoped tokens and OAuth need: <c>https://api.atlassian.com/ex/confluence/{cloudId}</c>, or <c>/ex/jira/{cloudId}</c>.</param>
public sealed record SiteAddress(Uri BaseUrl, Deployment? Deployment, bool IsGateway)
{
    public AtlassianProduct Product { get; init; }

    internal const string GatewayHost = "api.atlassian.com";

    private const string Setting = nameof(SiteOptions.Url);

    // What follows the root in addresses copied from a browser or from documentation.
    private static readonly string[] PagePaths =
        ["spaces", "display", "pages", "rest", "api", "x", "plugins", "download", "dashboard.action", "index.action", "login.action", "home", "people", "search", "s"];

    private static readonly string[] IssuePaths =
        ["browse", "projects", "issues", "secure", "rest", "plugins", "servicedesk", "servicehelp", "login.jsp", "wiki", "s"];

    /// <exception cref="SiteSettingException">The text is not an address that may be used.</exception>
    public static SiteAddress Parse(string text, AtlassianProduct product = AtlassianProduct.Confluence)
    {
        Uri uri = ReadUri(text.Trim(), product);
        string[] segments = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string host = uri.IdnHost.ToLowerInvariant();
        string origin = uri.IsDefaultPort ? $"{uri.Scheme}://{Bracketed(host)}" : $"{uri.Scheme}://{Bracketed(host)}:{uri.Port}";
        bool isJira = product == AtlassianProduct.Jira;

        if (host == GatewayHost) return Gateway(origin, segments, product);
        if (host.EndsWith(".atlassian.net", StringComparison.Ordinal) || host.EndsWith(".jira.com", StringComparison.Ordinal))
            return new SiteAddress(new Uri(isJira ? origin : origin + "/wiki"), Atlassian.Deployment.Cloud, IsGateway: false) { Product = product };

        string[] pagePaths = isJira ? IssuePaths : PagePaths;
        string context = string.Concat(segments.TakeWhile(segment => !pagePaths.Contains(segment)).Select(segment => "/" + segment));
        if (!IsPlainPath(context))
            throw Wrong(product, $"the path '{context}' holds characters that no context path has. Expected an address such as {Example(product, "context")}.");

        // Cloud has no context path but Confluence's /wiki, so any other one tells.
        return new SiteAddress(new Uri(origin + context), context is "" or "/wiki" ? null : Atlassian.Deployment.DataCenter, IsGateway: false) { Product = product };
    }

    /// <exception cref="SiteSettingException">The host cannot be what <paramref name="deployment"/> says.</exception>
    public Site ToSite(string name, Deployment deployment)
    {
        if (Deployment is { } known && known != deployment)
        {
            throw new SiteSettingException(
                nameof(SiteOptions.Deployment), $"{BaseUrl} is {Words(known)}, but the deployment is configured as {Words(deployment)}. Remove that setting.");
        }

        bool needsWiki = Product == AtlassianProduct.Confluence && deployment == Atlassian.Deployment.Cloud && BaseUrl.AbsolutePath == "/";
        Uri root = needsWiki ? new Uri(BaseUrl, "/wiki") : BaseUrl;
        return new Site(name, root, deployment) { BrowserUrl = IsGateway ? null : root };
    }

    private static Uri ReadUri(string text, AtlassianProduct product)
    {
        if (text.Length == 0) throw Wrong(product, $"it is empty. Expected an address such as {Example(product)}.");
        if (text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))) throw Wrong(product, "it holds a space or a control character.");
        if (text.Contains('\\')) throw Wrong(product, "it holds a backslash. Addresses have '/' alone.");
        if (!text.Contains("://", StringComparison.Ordinal)) text = "https://" + text;
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("https" or "http") || uri.Host.Length == 0)
            throw Wrong(product, $"it is not a web address. Expected one such as {Example(product)}.");
        if (uri.UserInfo.Length > 0 || uri.Authority.Contains('@'))
            throw Wrong(product, "it holds a user name or password. Give the credential in its own settings; an address is shown and logged.");
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
            throw Wrong(product, $"it holds a '?' or '#' part. Give the root alone, such as {Example(product, "cloud")}.");
        if (uri.Scheme == "http" && !IsLoopback(uri))
            throw Wrong(product, $"http would send the credential in clear text to {uri.Host}. Use https; http is for addresses of this machine alone.");
        return uri;
    }

    private static SiteAddress Gateway(string origin, string[] segments, AtlassianProduct product)
    {
        string path = product == AtlassianProduct.Jira ? "jira" : "confluence";
        if (segments is not ["ex", var named, var cloudId, ..] || named != path || !IsCloudId(cloudId))
            throw Wrong(product, $"an address at {GatewayHost} names the site by its cloud id: https://{GatewayHost}/ex/{path}/CLOUD-ID.");
        return new SiteAddress(new Uri($"{origin}/ex/{path}/{cloudId}{(product == AtlassianProduct.Confluence ? "/wiki" : "")}"), Atlassian.Deployment.Cloud, IsGateway: true) { Product = product };
    }

    // By the address itself or the names that RFC 6761 keeps for it: ①②⑦.0.0.1 or a name that only happens to resolve to this machine is no proof.
    internal static bool IsLoopback(Uri uri) =>
        uri.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || uri.IdnHost.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(uri.IdnHost, out IPAddress? address) && IPAddress.IsLoopback(address));

    private static string Bracketed(string host) => host.Contains(':') ? $"[{host}]" : host;

    private string Words(Deployment deployment) => $"{Product} {(deployment == Atlassian.Deployment.Cloud ? "Cloud" : "Data Center")}";

    private static string Example(AtlassianProduct product, string kind = "") => (product, kind) switch
    {
        (AtlassianProduct.Jira, "context") => "https://tracker.example.com/jira",
        (AtlassianProduct.Jira, "cloud") => "https://your-site.atlassian.net",
        (AtlassianProduct.Jira, _) => "https://your-site.atlassian.net or https://jira.example.com",
        (_, "context") => "https://wiki.example.com/confluence",
        (_, "cloud") => "https://your-site.atlassian.net/wiki",
        _ => "https://your-site.atlassian.net/wiki or https://wiki.example.com",
    };

    private static SiteSettingException Wrong(AtlassianProduct product, string why) => new(Setting, $"The address of {product} cannot be used: {why}");

    // By hand: the first regular expression costs a start more than all else that is read before it.
    private static bool IsPlainPath(string path) => path.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '~' or '/' or '-');

    internal static bool IsCloudId(string id) => id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-');
}
