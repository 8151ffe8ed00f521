using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;
using Tributary.Protocol;

namespace Tributary.Http;

/// <summary>The MCP server over Streamable HTTP at <c>/mcp</c>, on this machine alone.</summary>
internal sealed class HttpServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HttpServer(WebApplication app, Uri endpoint)
    {
        _app = app;
        Endpoint = endpoint;
    }

    /// <summary>Where clients connect, with the port that was really taken.</summary>
    public Uri Endpoint { get; }

    /// <exception cref="HttpStartException">The address is not a loopback one, or is taken.</exception>
    public static async Task<HttpServer> StartAsync(
        HttpOptions options,
        McpServerOptions mcp,
        ILoggerFactory loggerFactory,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!Loopback.IsName(options.Host))
        {
            throw new HttpStartException(
                $"Cannot listen on '{options.Host}': without sign-in this server is single-user and listens on 127.0.0.1, ::1 or localhost only.");
        }

        RetiredMethods.AddTo(mcp);
        _ = time;
        WebApplication app = Build(options, loggerFactory);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException or SocketException)
        {
            await app.DisposeAsync();
            throw new HttpStartException($"Cannot listen on {options.Host}:{options.Port}: {e.InnerException.Message}", e);
        }

        return new HttpServer(app, new Uri(new Uri(app.Urls.First()), "/mcp"));
    }

    /// <summary>Takes no more requests, lets those in flight end, and closes the streams.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(HttpOptions options, ILoggerFactory loggerFactory)
    {
        // The empty builder reads no configuration and watches no files, and the folder a client starts us in can hold thousands.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddSingleton<ILoggerFactory>(new LogFloor(loggerFactory, LogLevel.Warning));
        builder.Services.AddSingleton<IHostLifetime, OwnedLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Limits.DrainTimeout);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, options));
        return builder.Build();
    }

    private static void Configure(KestrelServerOptions kestrel, HttpOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http1);
        if (Loopback.Address(options.Host) is { } address)
            kestrel.Listen(address, options.Port);
        else if (options.Port == 0)
            kestrel.Listen(IPAddress.Loopback, 0);
        else
            kestrel.ListenLocalhost(options.Port);
    }

    /// <summary>Leaves the process's signals to whoever started the server.</summary>
    private sealed class OwnedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
