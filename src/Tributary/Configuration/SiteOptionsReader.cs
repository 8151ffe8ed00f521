using Tributary.Atlassian;
using Tributary.Atlassian.Http;
using Tributary.Console;

namespace Tributary.Configuration;

/// <summary>Where Confluence and Jira are and how to sign in there, out of the settings.</summary>
internal static class SiteOptionsReader
{
    private const long MiB = 1024 * 1024;

    /// <returns>Null where no site is configured at all.</returns>
    public static SiteOptions? ReadSite(this ServerConfiguration configuration, Surroundings surroundings, SiteSettings? of = null)
    {
        SiteSettings site = of ?? Settings.Confluence;
        SettingValues values = configuration.Values;
        string? url = AddressOf(values, site);
        if (url is null)
            return null;
        return Named(values, site, () => new SiteOptions
        {
            Product = site.Product,
            Name = configuration.SiteName,
            Url = url,
            Deployment = ReadDeployment(values, site),
            Credential = ReadCredential(values, site, url),
            ScopedToken = values.Boolean(site.ScopedToken) || (NeedsGateway(values, site) && (ReadDeployment(values, site) ?? SiteAddress.Parse(url, site.Product).Deployment) == Deployment.Cloud),
            Headers = ReadHeaders(values, site),
            SslVerify = ReadSslVerify(values, site, surroundings.Folder),
            ClientCertificateFile = File(values, site.ClientCertificate, surroundings.Folder),
            ClientKeyFile = File(values, site.ClientKey, surroundings.Folder),
            ClientKeyPassword = values.Text(site.ClientKeyPassword),
            Proxy = values.Text(Settings.Proxy),
            NoProxy = values.Text(Settings.NoProxy),
            MediaHosts = values.List(site.MediaHosts),
            Limits = ReadLimits(values),
        });
    }

    /// <summary>The setting that holds the secret in use.</summary>
    public static Setting CredentialSetting(SettingValues values, SiteSettings site) =>
        values.Has(site.PersonalToken) ? site.PersonalToken : values.Has(Settings.OAuthAccessToken) ? Settings.OAuthAccessToken : site.ApiToken;

    /// <summary>Says what the client says of an option by the name that the operator knows.</summary>
    public static T Named<T>(SettingValues values, SiteSettings site, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SiteSettingException exception)
        {
            throw Named(values, site, exception);
        }
    }

    public static ConfigurationException Named(SettingValues values, SiteSettings site, SiteSettingException exception)
    {
        Setting setting = exception.Setting switch
        {
            nameof(SiteOptions.Deployment) => site.Deployment,
            nameof(SiteOptions.Credential) => CredentialSetting(values, site),
            nameof(SiteOptions.ScopedToken) => site.ScopedToken,
            nameof(SiteOptions.Headers) => site.CustomHeaders,
            nameof(SiteOptions.ClientCertificateFile) => site.ClientCertificate,
            nameof(SiteOptions.ClientKeyFile) => site.ClientKey,
            nameof(SiteOptions.ClientKeyPassword) => site.ClientKeyPassword,
            nameof(SiteOptions.SslVerify) => site.SslVerify,
            nameof(SiteOptions.Proxy) => Settings.Proxy,
            nameof(SiteOptions.NoProxy) => Settings.NoProxy,
            nameof(SiteOptions.MediaHosts) => site.MediaHosts,
            _ => site.Url,
        };
        string origin = values.Origin(setting);
        return new ConfigurationException($"{setting.Name}{(origin.Length > 0 ? $" ({origin})" : "")}: {exception.Message}", exception);
    }

    // The cloud id is of the whole site: it says where Confluence is, and Jira if that is wanted at all.
    private static string? AddressOf(SettingValues values, SiteSettings site) =>
        NeedsGateway(values, site) && values.Text(Settings.OAuthCloudId) is { } cloudId && (site.Product == AtlassianProduct.Confluence ? !OnlyJira(values) : values.Has(site.Url))
            ? $"https://api.atlassian.com/ex/{(site.Product == AtlassianProduct.Jira ? "jira" : "confluence")}/{cloudId}"
            : values.Text(site.Url);

    private static bool OnlyJira(SettingValues values) => values.Has(Settings.Jira.Url) && !values.Has(Settings.Confluence.Url);

    private static bool NeedsGateway(SettingValues values, SiteSettings site) => values.Has(Settings.OAuthAccessToken) || values.Boolean(site.ScopedToken);

    private static Credential ReadCredential(SettingValues values, SiteSettings site, string url)
    {
        Setting[] given = [.. new[] { Settings.OAuthAccessToken, site.PersonalToken, site.ApiToken }.Where(values.Has)];
        return given switch
        {
            [] => throw new ConfigurationException(
                $"{site.ApiToken.Name} is missing: set {site.Username.Name} and {site.ApiToken.Name}, or on Data Center {site.PersonalToken.Name}."),
            [var one, var other, ..] => throw new ConfigurationException(
                $"{one.Name} ({values.Origin(one)}) and {other.Name} ({values.Origin(other)}) are both set: keep the one to sign in with and remove the other."),
            [var one] when one == Settings.OAuthAccessToken => Credential.OAuthAccessToken(values.Text(one)!),
            [var one] when one == site.PersonalToken => Credential.PersonalAccessToken(values.Text(one)!),
            [var one] when values.Text(site.Username) is { } user => IsDataCenter(values, site, url)
                ? Credential.Password(user, values.Text(one)!)
                : Credential.ApiToken(user, values.Text(one)!),
            _ => throw new ConfigurationException(
                $"{site.Username.Name} is missing: {site.ApiToken.Name} goes with the e-mail address on Cloud, with the user name on Data Center."),
        };
    }

    private static bool IsDataCenter(SettingValues values, SiteSettings site, string url) => (ReadDeployment(values, site) ?? SiteAddress.Parse(url, site.Product).Deployment) == Deployment.DataCenter;

    private static Deployment? ReadDeployment(SettingValues values, SiteSettings site) => values.TextOrDefault(site.Deployment).ToLowerInvariant() switch
    {
        "auto" => null,
        "cloud" => Deployment.Cloud,
        "data-center" or "datacenter" or "server" => Deployment.DataCenter,
        _ => throw values.Wrong(site.Deployment, $"must be {site.Deployment.Values}"),
    };

    private static Dictionary<string, string> ReadHeaders(SettingValues values, SiteSettings site)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string pair in values.List(site.CustomHeaders))
        {
            int equals = pair.IndexOf('=');
            if (equals < 1)
                throw values.Wrong(site.CustomHeaders, $"must be {site.CustomHeaders.Values}");
            headers[pair[..equals].Trim()] = pair[(equals + 1)..].Trim();
        }

        return headers;
    }

    private static string ReadSslVerify(SettingValues values, SiteSettings site, string folder)
    {
        string text = values.TextOrDefault(site.SslVerify);
        return Booleans.Parse(text) is not null || text.StartsWith("sha256:", StringComparison.OrdinalIgnoreCase) ? text : Path.GetFullPath(text, folder);
    }

    private static string? File(SettingValues values, Setting setting, string folder) => values.Text(setting) is { } path ? Path.GetFullPath(path, folder) : null;

    private static EgressLimits ReadLimits(SettingValues values) => new()
    {
        Attempts = values.Number(Settings.Attempts),
        AttemptTimeout = TimeSpan.FromSeconds(values.Number(Settings.AttemptTimeout)),
        ConnectTimeout = TimeSpan.FromSeconds(values.Number(Settings.ConnectTimeout)),
        LongestRetryAfter = TimeSpan.FromSeconds(values.Number(Settings.LongestRetryAfter)),
        ResponseBytes = values.Number(Settings.ResponseSize) * MiB,
        AttachmentBytes = values.Number(Settings.AttachmentSize) * MiB,
        DecompressionRatio = values.Number(Settings.DecompressionRatio),
        Concurrency = values.Number(Settings.UpstreamConcurrency),
        Queue = values.Number(Settings.UpstreamQueue),
    };
}
