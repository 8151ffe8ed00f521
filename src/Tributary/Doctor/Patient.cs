using Microsoft.Extensions.Logging.Abstractions;
using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Http;
using Tributary.Configuration;
using Tributary.Console;
using Tributary.Serving;

namespace Tributary.Doctor;

/// <summary>The configured site under examination: each check builds on what those before it found.</summary>
internal sealed class Patient(Surroundings surroundings, Func<ServerConfiguration> load) : IDisposable
{
    private ServerConfiguration? configuration;
    private SiteOptions? options;
    private AtlassianConnection? connection;

    public Surroundings Surroundings => surroundings;

    public ServerConfiguration Configuration => configuration ??= load();

    /// <exception cref="ConfigurationException">No site is configured, or not well.</exception>
    public SiteOptions Options => options ??= Configuration.ReadSite(surroundings) ?? throw new ConfigurationException(
        "No Confluence is configured: set CONFLUENCE_URL and its credentials (docs/configuration.md). To try without one, start `tributary emulate` and set what it prints.");

    public SiteAddress Address => SiteOptionsReader.Named(Configuration.Values, Settings.Confluence, () => SiteAddress.Parse(Options.Url));

    /// <summary>The proxy on the way to the site; null where it is reached directly.</summary>
    public Uri? Proxy => Options.Proxy is { } proxy && !Address.BaseUrl.IsLoopback
        ? new Uri(proxy.Contains("://", StringComparison.Ordinal) ? proxy : "http://" + proxy)
        : null;

    public ConfluenceClient Confluence => new(connection ?? throw new InvalidOperationException("The check of the deployment connects."));

    /// <summary>What the site said, once the credentials are checked.</summary>
    public SiteCheck? Site { get; set; }

    public async Task<Site> ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            connection = await AtlassianConnection.OpenAsync(Options, ConnectionInputs.OfThisMachine(NullLogger.Instance), cancellationToken);
            return connection.Site;
        }
        catch (SiteSettingException exception)
        {
            throw SiteOptionsReader.Named(Configuration.Values, Settings.Confluence, exception);
        }
    }

    /// <summary>The same words in which a server that does not start says it.</summary>
    public string Explain(AtlassianException exception) => StartFailure.Of(exception, Configuration.Values, Settings.Confluence)?.Message ?? $"{exception.Message} {exception.Hint}".TrimEnd();

    public void Dispose() => connection?.Dispose();
}
