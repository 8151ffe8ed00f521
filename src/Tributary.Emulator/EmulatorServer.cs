using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tributary.Emulator.Faults;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Seeds;
using Tributary.Emulator.World;

namespace Tributary.Emulator;

/// <summary>An emulated site of Confluence and Jira, on a port of this machine or inside the process.</summary>
public sealed partial class EmulatorServer : IAsyncDisposable
{
    /// <summary>For people who start it.</summary>
    public const string Notice = "This is an emulator for tests and trials, with well-known passwords: it is not for production and serves this machine only.";

    private readonly WebApplication app;
    private readonly Site site;
    private readonly DataFile? dataFile;

    private EmulatorServer(WebApplication app, Site site, DataFile? dataFile)
    {
        this.app = app;
        this.site = site;
        this.dataFile = dataFile;
    }

    /// <summary>Where Confluence is, context path included: <c>http://127.0.0.1:8090/wiki</c>.</summary>
    public Uri BaseUrl => new(site.BaseUrl);

    /// <summary>The second origin, to which Cloud's attachment downloads are redirected: the port after the site's, where that was given.</summary>
    public Uri MediaUrl => new(site.MediaOrigin);

    /// <summary>Cloud's API gateway, for scoped and OAuth tokens.</summary>
    public Uri GatewayUrl => new($"{site.Origin}/ex/confluence/{Site.CloudId}/wiki");

    /// <summary>Where Jira is: at the root of the same origin.</summary>
    public Uri JiraUrl => new(site.Origin);

    /// <summary>Cloud's API gateway for Jira.</summary>
    public Uri JiraGatewayUrl => new($"{site.Origin}/ex/jira/{Site.CloudId}");

    public FaultList Faults => site.Faults;

    public RequestLog Requests => site.Requests;

    internal Wiki Wiki => site.Wiki;

    /// <summary>What it serves: a method and a template each.</summary>
    internal IEnumerable<(string Method, string Template)> Endpoints => ((IEndpointRouteBuilder)app).DataSources
        .SelectMany(source => source.Endpoints.OfType<RouteEndpoint>())
        .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => (method, endpoint.RoutePattern.RawText!)));

    /// <summary>Listens on loopback; any other address is refused.</summary>
    public static async Task<EmulatorServer> StartAsync(EmulatorOptions options, CancellationToken cancellationToken)
    {
        IPAddress address = options.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(options.Host, out IPAddress? given) ? given : IPAddress.None;
        if (!IPAddress.IsLoopback(address))
        {
            throw new ArgumentException($"The emulator listens on this machine alone, and '{options.Host}' is not 127.0.0.1, ::1 or localhost.", nameof(options));
        }

        bool isCloud = options.Deployment == EmulatedDeployment.Cloud;
        if (isCloud && options.Port == IPEndPoint.MaxPort)
            throw new ArgumentException($"Port {options.Port} is the last, and the next one is needed for attachments.", nameof(options));

        EmulatorServer server = Build(options, builder => builder.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(address, options.Port);

            // The next port, so that clients which must be told of it find it there each time.
            kestrel.Listen(address, isCloud && options.Port > 0 ? options.Port + 1 : 0);
        }));
        await server.app.StartAsync(cancellationToken);
        ICollection<string> addresses = server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        server.site.Origin = addresses.First();
        server.site.MediaOrigin = addresses.Last();
        await server.AnnounceAsync(cancellationToken);
        return server;
    }

    /// <summary>Listens nowhere: requests come through <see cref="CreateHandler"/>.</summary>
    public static async Task<EmulatorServer> StartInProcessAsync(EmulatorOptions options, CancellationToken cancellationToken)
    {
        bool isCloud = options.Deployment == EmulatedDeployment.Cloud;
        if (isCloud && options.Port == IPEndPoint.MaxPort)
            throw new ArgumentException($"Port {options.Port} is the last, and the next one is needed for attachments.", nameof(options));

        EmulatorServer server = Build(options, builder => builder.UseTestServer());
        server.site.Origin = "http://confluence.localhost";
        server.site.MediaOrigin = "http://media.localhost";
        await server.app.StartAsync(cancellationToken);
        await server.AnnounceAsync(cancellationToken);
        return server;
    }

    /// <summary>Carries requests to a site that was started in process.</summary>
    public HttpMessageHandler CreateHandler() => new AbortedAsNetworkFailure(app.GetTestServer().CreateHandler());

    public async ValueTask DisposeAsync()
    {
        // A request that still waits, for a fault say, is cut rather than waited for.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2), site.Options.Clock);
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
        if (dataFile is not null) await dataFile.SavedAsync(CancellationToken.None);
        dataFile?.Dispose();
        site.Wiki.Dispose();
    }

    private static EmulatorServer Build(EmulatorOptions options, Action<IWebHostBuilder> listen)
    {
        string? file = options.DataFile;
        Wiki wiki = SeedCatalog.Plant(file is not null && File.Exists(file) ? file : options.Seed, options.Deployment, options.Clock);
        var site = new Site(options, wiki);
        DataFile? dataFile = file is null ? null : new DataFile(file, wiki);

        // The empty builder watches no files and reads no configuration: the emulator may be started in any folder.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<ILoggerFactory>(new FailureLog(options.Logger));
        listen(builder.WebHost);
        WebApplication app = builder.Build();
        new Pipeline(site, dataFile).Build(app);
        return new EmulatorServer(app, site, dataFile);
    }

    private async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        if (dataFile is not null) await dataFile.SavedAsync(cancellationToken);
        LogStarted(site.Options.Logger, BaseUrl, site.IsCloud ? "Cloud" : "Data Center", site.Options.Seed);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Emulated Confluence {Deployment} started at {BaseUrl} with seed {Seed}. " + Notice)]
    private static partial void LogStarted(ILogger logger, Uri baseUrl, string deployment, string seed);
}
