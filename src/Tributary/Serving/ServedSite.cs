using Microsoft.Extensions.Logging;
using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Http;
using Tributary.Atlassian.Jira;
using Tributary.Configuration;
using Tributary.Console;
using Tributary.Emulator;
using Tributary.Logging;

namespace Tributary.Serving;

/// <summary>The Confluence, the Jira or both behind a server. Each opens when it is first asked for.</summary>
internal sealed partial class ServedSite : IAsyncDisposable
{
    private readonly ILogger logger;
    private readonly HeldLogger upstream;
    private readonly SettingValues values;
    private readonly SiteOpening<EmulatorServer>? emulator;
    private readonly SiteOpening<AtlassianConnection>? confluence;
    private readonly SiteOpening<AtlassianConnection>? jira;

    /// <param name="connect">How a product's site is connected to; null where the product is not configured.</param>
    private ServedSite(
        SettingValues values, ILoggerFactory log, TimeProvider time, SiteOpening<EmulatorServer>? emulator, Func<AtlassianProduct, Func<ILogger, CancellationToken, Task<AtlassianConnection>>?> connect)
    {
        this.values = values;
        this.emulator = emulator;
        logger = log.CreateLogger("Tributary.Site");
        upstream = new HeldLogger(log.CreateLogger("Tributary.Upstream"));
        confluence = Opening(connect(AtlassianProduct.Confluence));
        jira = Opening(connect(AtlassianProduct.Jira));

        SiteOpening<AtlassianConnection>? Opening(Func<ILogger, CancellationToken, Task<AtlassianConnection>>? open) => open is null ? null : new(stop => open(upstream, stop), time);
    }

    /// <summary>A call that comes before the site is open waits for it on its own thread; later ones never wait. Null where there is no Confluence.</summary>
    public Func<ConfluenceClient>? Confluence => confluence is null ? null : () => new(confluence.OpenAsync().GetAwaiter().GetResult());

    /// <summary>The same of Jira.</summary>
    public Func<JiraClient>? Jira => jira is null ? null : () => new(jira.OpenAsync().GetAwaiter().GetResult());

    /// <exception cref="ConfigurationException">No site is configured, or not well.</exception>
    public static ServedSite Configured(ServerConfiguration configuration, Surroundings surroundings, ILoggerFactory log)
    {
        SiteOptions? confluence = configuration.ReadSite(surroundings), jira = configuration.ReadSite(surroundings, Settings.Jira);
        if (confluence is null && jira is null)
        {
            throw new ConfigurationException(
                "No Confluence is configured, and no Jira: set CONFLUENCE_URL, CONFLUENCE_USERNAME and CONFLUENCE_API_TOKEN, or the same with JIRA_ (docs/configuration.md), or try everything on invented data with --demo.");
        }

        return new ServedSite(configuration.Values, log, surroundings.Time, emulator: null, product => (product == AtlassianProduct.Jira ? jira : confluence) is { } options
            ? (upstream, stop) => OpenAsync(options, configuration.Values, upstream, stop)
            : null);
    }

    /// <summary>An emulated site on a port of this machine, so that its links open in a browser.</summary>
    public static ServedSite Demo(string seed, SettingValues values, Surroundings surroundings, ILoggerFactory log)
    {
        ILogger logger = log.CreateLogger("Tributary.Emulator");
        var emulator = new SiteOpening<EmulatorServer>(stop => DemoSite.StartAsync(seed, surroundings, logger, stop), surroundings.Time);
        return new ServedSite(values, log, surroundings.Time, emulator, product => async (upstream, stop) => await DemoSite.ConnectAsync(await emulator.OpenAsync(), product, upstream, stop));
    }

    /// <summary>Opens the sites and waits for them. What a site itself has to say against it is left to the first call.</summary>
    /// <exception cref="ConfigurationException">A setting cannot be used.</exception>
    public async Task OpenedAsync(CancellationToken cancellationToken)
    {
        foreach (SiteOpening<AtlassianConnection> site in Sites.Select(site => site.Opening))
        {
            Task<AtlassianConnection> opening = site.OpenAsync();
            await Task.WhenAny(opening).WaitAsync(cancellationToken);
            if (opening.Exception?.InnerException is ConfigurationException exception)
                throw exception;
        }
    }

    /// <summary>Opens the sites and asks each who this user is.</summary>
    /// <returns>Null if all is well, or if a site has a trouble of its own that may pass.</returns>
    public async Task<StartFailure?> CheckAsync(CancellationToken cancellationToken)
    {
        foreach ((SiteSettings settings, SiteOpening<AtlassianConnection> opening) in Sites)
        {
            if (await CheckAsync(settings, opening, cancellationToken) is { } failure)
                return failure;
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        foreach ((_, SiteOpening<AtlassianConnection> opening) in Sites)
            await opening.DisposeAsync();
        if (emulator is not null)
            await emulator.DisposeAsync();
    }

    private IEnumerable<(SiteSettings Settings, SiteOpening<AtlassianConnection> Opening)> Sites
    {
        get
        {
            if (confluence is not null)
                yield return (Settings.Confluence, confluence);
            if (jira is not null)
                yield return (Settings.Jira, jira);
        }
    }

    private async Task<StartFailure?> CheckAsync(SiteSettings settings, SiteOpening<AtlassianConnection> opening, CancellationToken cancellationToken)
    {
        try
        {
            AtlassianConnection connection = await opening.OpenAsync().WaitAsync(cancellationToken);
            string user = settings.Product == AtlassianProduct.Jira
                ? (await new JiraClient(connection).GetCurrentUserAsync(cancellationToken)).DisplayName
                : (await new ConfluenceClient(connection).GetCurrentUserAsync(cancellationToken)).DisplayName;
            upstream.Release();
            LogSignedIn(logger, connection.Site.BaseUrl, connection.Site.Deployment, user);
            return null;
        }
        catch (ConfigurationException exception)
        {
            return new StartFailure(ExitCode.Configuration, exception.Message);
        }
        catch (AtlassianException exception)
        {
            StartFailure? failure = StartFailure.Of(exception, values, settings);
            if (failure is not null)
                return failure;
            upstream.Release();
            LogTrouble(logger, exception.Message);
            return null;
        }
    }

    private static async Task<AtlassianConnection> OpenAsync(SiteOptions options, SettingValues values, ILogger upstream, CancellationToken stop)
    {
        try
        {
            return await AtlassianConnection.OpenAsync(options, ConnectionInputs.OfThisMachine(upstream), stop);
        }
        catch (SiteSettingException exception)
        {
            throw SiteOptionsReader.Named(values, options.Product == AtlassianProduct.Jira ? Settings.Jira : Settings.Confluence, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Signed in at {Url} ({Deployment}) as {User}")]
    private static partial void LogSignedIn(ILogger logger, Uri url, Deployment deployment, string user);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The site cannot be checked now: {Reason}")]
    private static partial void LogTrouble(ILogger logger, string reason);
}
