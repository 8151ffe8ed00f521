using Microsoft.Extensions.Logging.Abstractions;
using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Http;
using Tributary.Atlassian.Jira;
using Tributary.Configuration;
using Tributary.Console;
using Tributary.Serving;

namespace Tributary.Doctor;

/// <summary>A configured site under examination: each check builds on what those before it found.</summary>
internal sealed class Patient(Surroundings surroundings, SettingValues values, SiteSettings settings, SiteOptions options) : IDisposable
{
    private AtlassianConnection? connection;

    public Surroundings Surroundings => surroundings;

    public SettingValues Values => values;

    /// <summary>The settings of its product, by the names that the operator knows.</summary>
    public SiteSettings Settings => settings;

    public AtlassianProduct Product => settings.Product;

    public SiteOptions Options => options;

    public SiteAddress Address => SiteOptionsReader.Named(values, settings, () => SiteAddress.Parse(options.Url, Product));

    /// <summary>The proxy on the way to the site; null where it is reached directly.</summary>
    public Uri? Proxy => options.Proxy is { } proxy && !Address.BaseUrl.IsLoopback
        ? new Uri(proxy.Contains("://", StringComparison.Ordinal) ? proxy : "http://" + proxy)
        : null;

    public ConfluenceClient Confluence => new(Connection);

    public JiraClient Jira => new(Connection);

    /// <summary>How far this machine's clock is ahead of the site's, once the credentials are checked; null where the site tells no time.</summary>
    public TimeSpan? ClockSkew { get; set; }

    private AtlassianConnection Connection => connection ?? throw new InvalidOperationException("The check of the deployment connects.");

    public async Task<Site> ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            connection = await AtlassianConnection.OpenAsync(options, ConnectionInputs.OfThisMachine(NullLogger.Instance), cancellationToken);
            return connection.Site;
        }
        catch (SiteSettingException exception)
        {
            throw SiteOptionsReader.Named(values, settings, exception);
        }
    }

    /// <summary>The same words in which a server that does not start says it.</summary>
    public string Explain(AtlassianException exception) => StartFailure.Of(exception, values, settings)?.Message ?? $"{exception.Message} {exception.Hint}".TrimEnd();

    public void Dispose() => connection?.Dispose();
}
