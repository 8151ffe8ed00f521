using Tributary.Atlassian;
using Tributary.Atlassian.Http;
using Tributary.Console;

namespace Tributary.Configuration;

/// <summary>Where Confluence is and how to sign in there, out of the settings.</summary>
internal static class SiteOptionsReader
{
    private const long MiB = 1024 * 1024;

    /// <returns>Null where no site is configured at all.</returns>
    public static SiteOptions? ReadSite(this ServerConfiguration configuration, Surroundings surroundings)
    {
        SettingValues values = configuration.Values;
        string? url = NeedsGateway(values) && values.Text(Settings.OAuthCloudId) is { } cloudId ? $"https://api.atlassian.com/ex/confluence/{cloudId}" : values.Text(Settings.Url);
        if (url is null)
            return null;
        return Named(values, () => new SiteOptions
        {
            Name = configuration.SiteName,
            Url = url,
            Deployment = ReadDeployment(values),
            Credential = ReadCredential(values, url),
            ScopedToken = values.Boolean(Settings.ScopedToken) || (NeedsGateway(values) && (ReadDeployment(values) ?? SiteAddress.Parse(url).Deployment) == Deployment.Cloud),
            Headers = ReadHeaders(values),
            SslVerify = ReadSslVerify(values, surroundings.Folder),
            ClientCertificateFile = File(values, Settings.ClientCertificate, surroundings.Folder),
            ClientKeyFile = File(values, Settings.ClientKey, surroundings.Folder),
            ClientKeyPassword = values.Text(Settings.ClientKeyPassword),
            Proxy = values.Text(Settings.Proxy),
            NoProxy = values.Text(Settings.NoProxy),
            MediaHosts = values.List(Settings.MediaHosts),
            Limits = ReadLimits(values),
        });
    }

    /// <summary>The setting that holds the secret in use.</summary>
    public static Setting CredentialSetting(SettingValues values) =>
        values.Has(Settings.PersonalToken) ? Settings.PersonalToken : values.Has(Settings.OAuthAccessToken) ? Settings.OAuthAccessToken : Settings.ApiToken;

    /// <summary>Says what the client says of an option by the name that the operator knows.</summary>
    public static T Named<T>(SettingValues values, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SiteSettingException exception)
        {
            throw Named(values, exception);
        }
    }

    public static ConfigurationException Named(SettingValues values, SiteSettingException exception)
    {
        Setting setting = exception.Setting switch
        {
            nameof(SiteOptions.Deployment) => Settings.Deployment,
            nameof(SiteOptions.Credential) => CredentialSetting(values),
            nameof(SiteOptions.ScopedToken) => Settings.ScopedToken,
            nameof(SiteOptions.Headers) => Settings.CustomHeaders,
            nameof(SiteOptions.ClientCertificateFile) => Settings.ClientCertificate,
            nameof(SiteOptions.ClientKeyFile) => Settings.ClientKey,
            nameof(SiteOptions.ClientKeyPassword) => Settings.ClientKeyPassword,
            nameof(SiteOptions.SslVerify) => Settings.SslVerify,
            nameof(SiteOptions.Proxy) => Settings.Proxy,
            nameof(SiteOptions.NoProxy) => Settings.NoProxy,
            nameof(SiteOptions.MediaHosts) => Settings.MediaHosts,
            _ => Settings.Url,
        };
        string origin = values.Origin(setting);
        return new ConfigurationException($"{setting.Name}{(origin.Length > 0 ? $" ({origin})" : "")}: {exception.Message}", exception);
    }

    private static bool NeedsGateway(SettingValues values) => values.Has(Settings.OAuthAccessToken) || values.Boolean(Settings.ScopedToken);

    private static Credential ReadCredential(SettingValues values, string url)
    {
        Setting[] given = [.. new[] { Settings.OAuthAccessToken, Settings.PersonalToken, Settings.ApiToken }.Where(values.Has)];
        return given switch
        {
            [] => throw new ConfigurationException(
                $"{Settings.ApiToken.Name} is missing: set {Settings.Username.Name} and {Settings.ApiToken.Name}, or on Data Center {Settings.PersonalToken.Name}."),
            [var one, var other, ..] => throw new ConfigurationException(
                $"{one.Name} ({values.Origin(one)}) and {other.Name} ({values.Origin(other)}) are both set: keep the one to sign in with and remove the other."),
            [var one] when one == Settings.OAuthAccessToken => Credential.OAuthAccessToken(values.Text(one)!),
            [var one] when one == Settings.PersonalToken => Credential.PersonalAccessToken(values.Text(one)!),
            [var one] when values.Text(Settings.Username) is { } user => IsDataCenter(values, url)
                ? Credential.Password(user, values.Text(one)!)
                : Credential.ApiToken(user, values.Text(one)!),
            _ => throw new ConfigurationException(
                $"{Settings.Username.Name} is missing: {Settings.ApiToken.Name} goes with the e-mail address on Cloud, with the user name on Data Center."),
        };
    }

    private static bool IsDataCenter(SettingValues values, string url) => (ReadDeployment(values) ?? SiteAddress.Parse(url).Deployment) == Deployment.DataCenter;

    private static Deployment? ReadDeployment(SettingValues values) => values.TextOrDefault(Settings.Deployment).ToLowerInvariant() switch
    {
        "auto" => null,
        "cloud" => Deployment.Cloud,
        "data-center" or "datacenter" or "server" => Deployment.DataCenter,
        _ => throw values.Wrong(Settings.Deployment, $"must be {Settings.Deployment.Values}"),
    };

    private static Dictionary<string, string> ReadHeaders(SettingValues values)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string pair in values.List(Settings.CustomHeaders))
        {
            int equals = pair.IndexOf('=');
            if (equals < 1)
                throw values.Wrong(Settings.CustomHeaders, $"must be {Settings.CustomHeaders.Values}");
            headers[pair[..equals].Trim()] = pair[(equals + 1)..].Trim();
        }

        return headers;
    }

    private static string ReadSslVerify(SettingValues values, string folder)
    {
        string text = values.TextOrDefault(Settings.SslVerify);
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
