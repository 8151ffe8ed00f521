using Tributary.Atlassian;

namespace Tributary.Configuration;

/// <summary>The settings of one product's site. OAuth tokens are Atlassian's, and serve both products.</summary>
internal sealed record SiteSettings(
    AtlassianProduct Product, Setting Url, Setting Username, Setting ApiToken, Setting PersonalToken, Setting Deployment, Setting SslVerify, Setting ClientCertificate, Setting ClientKey,
    Setting ClientKeyPassword, Setting ScopedToken, Setting CustomHeaders, Setting MediaHosts)
{
    public IReadOnlyList<Setting> All { get; } =
        [Url, Username, ApiToken, PersonalToken, Deployment, SslVerify, ClientCertificate, ClientKey, ClientKeyPassword, ScopedToken, CustomHeaders, MediaHosts];

    /// <summary>The same settings of Jira, under its own names.</summary>
    public SiteSettings ForJira(Setting url) => new(
        AtlassianProduct.Jira, url, Renamed(Username), Renamed(ApiToken), Renamed(PersonalToken), Renamed(Deployment), Renamed(SslVerify), Renamed(ClientCertificate), Renamed(ClientKey),
        Renamed(ClientKeyPassword), Renamed(ScopedToken), Renamed(CustomHeaders), Renamed(MediaHosts));

    private static Setting Renamed(Setting setting) => setting with
    {
        Name = setting.Name.Replace("CONFLUENCE_", "JIRA_", StringComparison.Ordinal),
        Meaning = setting.Meaning.Replace("CONFLUENCE_", "JIRA_", StringComparison.Ordinal).Replace("Confluence", "Jira", StringComparison.Ordinal),
    };
}
