using Microsoft.Extensions.Logging;
using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Http;
using Tributary.Configuration;
using Tributary.Console;
using Tributary.Logging;

namespace Tributary.Serving;

/// <summary>The Confluence behind a server. It opens while the client is still saying hello, so that neither waits for the other.</summary>
internal sealed partial class ServedSite : IAsyncDisposable
{
    private readonly CancellationTokenSource closed = new();
    private readonly Task<OpenSite> opening;
    private readonly ILogger logger;
    private readonly HeldLogger upstream;
    private readonly SettingValues values;

    private ServedSite(Func<ILogger, CancellationToken, Task<OpenSite>> open, SettingValues values, ILoggerFactory log)
    {
        this.values = values;
        logger = log.CreateLogger("Tributary.Site");
        upstream = new HeldLogger(log.CreateLogger("Tributary.Upstream"));
        opening = Task.Run(() => open(upstream, closed.Token));
    }

    /// <exception cref="ConfigurationException">No site is configured, or not well.</exception>
    public static ServedSite Configured(ServerConfiguration configuration, Surroundings surroundings, ILoggerFactory log)
    {
        SiteOptions options = configuration.ReadSite(surroundings) ?? throw new ConfigurationException(
            "No Confluence is configured: set CONFLUENCE_URL, CONFLUENCE_USERNAME and CONFLUENCE_API_TOKEN (docs/configuration.md), or try everything on invented data with --demo.");
        return new ServedSite((upstream, stop) => OpenAsync(options, configuration.Values, upstream, stop), configuration.Values, log);
    }

    /// <summary>An emulated site on a port of this machine, so that its links open in a browser.</summary>
    public static ServedSite Demo(string seed, SettingValues values, Surroundings surroundings, ILoggerFactory log) =>
        new((upstream, stop) => DemoSite.OpenAsync(seed, surroundings, upstream, stop), values, log);

    /// <summary>A call that comes before the site is open waits for it on its own thread; later ones never wait.</summary>
    public ConfluenceClient Confluence() => new(opening.GetAwaiter().GetResult().Connection);

    /// <summary>Waits until the site is open. What the site itself has to say against it is left to the first call.</summary>
    /// <exception cref="ConfigurationException">A setting cannot be used.</exception>
    public async Task OpenedAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(opening).WaitAsync(cancellationToken);
        if (opening.Exception?.InnerException is ConfigurationException exception)
            throw exception;
    }

    /// <summary>Waits until the site is open and asks it who this user is.</summary>
    /// <returns>Null if all is well, or if the site has a trouble of its own that may pass.</returns>
    public async Task<StartFailure?> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            AtlassianConnection connection = (await opening.WaitAsync(cancellationToken)).Connection;
            User user = await new ConfluenceClient(connection).GetCurrentUserAsync(cancellationToken);
            upstream.Release();
            LogSignedIn(logger, connection.Site.BaseUrl, connection.Site.Deployment, user.DisplayName);
            return null;
        }
        catch (ConfigurationException exception)
        {
            return new StartFailure(ExitCode.Configuration, exception.Message);
        }
        catch (AtlassianException exception)
        {
            StartFailure? failure = StartFailure.Of(exception, values);
            if (failure is not null)
                return failure;
            upstream.Release();
            LogTrouble(logger, exception.Message);
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        await opening.ContinueWith(
            async opened => await (await opened).DisposeAsync(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default)
            .Unwrap().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        closed.Dispose();
    }

    private static async Task<OpenSite> OpenAsync(SiteOptions options, SettingValues values, ILogger upstream, CancellationToken stop)
    {
        try
        {
            return new OpenSite(await AtlassianConnection.OpenAsync(options, ConnectionInputs.OfThisMachine(upstream), stop), Emulator: null);
        }
        catch (SiteSettingException exception)
        {
            throw SiteOptionsReader.Named(values, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Signed in at {Url} ({Deployment}) as {User}")]
    private static partial void LogSignedIn(ILogger logger, Uri url, Deployment deployment, string user);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The site cannot be checked now: {Reason}")]
    private static partial void LogTrouble(ILogger logger, string reason);
}
