using Microsoft.Extensions.Logging;
using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Http;
using Tributary.Configuration;
using Tributary.Console;
using Tributary.Logging;

namespace Tributary.Serving;

/// <summary>The Confluence behind a server. It opens when it is first asked for, and again when a trouble that may pass kept it from opening.</summary>
internal sealed partial class ServedSite : IAsyncDisposable
{
    // Opening asks the site several times already; calls that come meanwhile get the trouble as it was found.
    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource closed = new();
    private readonly Lock openingLock = new();
    private readonly Func<ILogger, CancellationToken, Task<OpenSite>> open;
    private readonly ILogger logger;
    private readonly HeldLogger upstream;
    private readonly SettingValues values;
    private readonly TimeProvider time;
    private Task<OpenSite>? opening;
    private long failed;

    private ServedSite(Func<ILogger, CancellationToken, Task<OpenSite>> open, SettingValues values, ILoggerFactory log, TimeProvider time)
    {
        this.open = open;
        this.values = values;
        this.time = time;
        logger = log.CreateLogger("Tributary.Site");
        upstream = new HeldLogger(log.CreateLogger("Tributary.Upstream"));
    }

    /// <exception cref="ConfigurationException">No site is configured, or not well.</exception>
    public static ServedSite Configured(ServerConfiguration configuration, Surroundings surroundings, ILoggerFactory log)
    {
        SiteOptions options = configuration.ReadSite(surroundings) ?? throw new ConfigurationException(
            "No Confluence is configured: set CONFLUENCE_URL, CONFLUENCE_USERNAME and CONFLUENCE_API_TOKEN (docs/configuration.md), or try everything on invented data with --demo.");
        return new ServedSite((upstream, stop) => OpenAsync(options, configuration.Values, upstream, stop), configuration.Values, log, surroundings.Time);
    }

    /// <summary>An emulated site on a port of this machine, so that its links open in a browser.</summary>
    public static ServedSite Demo(string seed, SettingValues values, Surroundings surroundings, ILoggerFactory log) =>
        new((upstream, stop) => DemoSite.OpenAsync(seed, surroundings, upstream, stop), values, log, surroundings.Time);

    /// <summary>A call that comes before the site is open waits for it on its own thread; later ones never wait.</summary>
    public ConfluenceClient Confluence() => new(OpenAsync().GetAwaiter().GetResult().Connection);

    /// <summary>Opens the site and waits for it. What the site itself has to say against it is left to the first call.</summary>
    /// <exception cref="ConfigurationException">A setting cannot be used.</exception>
    public async Task OpenedAsync(CancellationToken cancellationToken)
    {
        Task<OpenSite> opening = OpenAsync();
        await Task.WhenAny(opening).WaitAsync(cancellationToken);
        if (opening.Exception?.InnerException is ConfigurationException exception)
            throw exception;
    }

    /// <summary>Opens the site and asks it who this user is.</summary>
    /// <returns>Null if all is well, or if the site has a trouble of its own that may pass.</returns>
    public async Task<StartFailure?> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            AtlassianConnection connection = (await OpenAsync().WaitAsync(cancellationToken)).Connection;
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
        Task<OpenSite>? last;
        lock (openingLock)
            last = opening;
        if (last is not null)
        {
            await ((Task)last).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (last.IsCompletedSuccessfully)
                await (await last).DisposeAsync();
        }

        closed.Dispose();
    }

    private Task<OpenSite> OpenAsync()
    {
        lock (openingLock)
        {
            // A setting does not mend itself; a network does.
            if (opening is null || (opening.Exception?.InnerException is AtlassianException && time.GetElapsedTime(failed) >= PauseAfterTrouble))
                opening = Task.Run(OpenOnceAsync);
            return opening;
        }

        async Task<OpenSite> OpenOnceAsync()
        {
            try
            {
                return await open(upstream, closed.Token);
            }
            catch (AtlassianException)
            {
                failed = time.GetTimestamp();
                throw;
            }
        }
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
