using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Tributary.Http.Streamable;
using Tributary.Protocol;

namespace Tributary.Http;

/// <summary>The MCP server over Streamable HTTP at <c>/mcp</c>, on this machine alone.</summary>
internal sealed class HttpServer : IAsyncDisposable
{
    private const string McpPath = "/mcp";

    private readonly WebApplication _app;
    private readonly McpEndpoint _mcp;
    private int _disposed;

    private HttpServer(WebApplication app, McpEndpoint mcp)
    {
        _app = app;
        _mcp = mcp;
        Endpoint = new Uri(new Uri(app.Urls.First()), McpPath);
    }

    /// <summary>Where clients connect, with the port that was really taken.</summary>
    public Uri Endpoint { get; }

    /// <param name="mcp">What to serve; every session and every request shares it.</param>
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

        WireRules.AddTo(mcp);
        WebApplication app = Build(options, loggerFactory);
        var endpoint = new McpEndpoint(options.Limits, mcp, new LogFloor(loggerFactory, LogLevel.Debug), time, app.Lifetime.ApplicationStopping);
        app.Run(context => HandleAsync(context, endpoint));
        try
        {
            await app.StartAsync(cancellationToken);
            return new HttpServer(app, endpoint);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException taken)
        {
            await endpoint.DisposeAsync();
            await app.DisposeAsync();
            throw CannotListen(options, taken);
        }
        catch (SocketException e)
        {
            await endpoint.DisposeAsync();
            await app.DisposeAsync();
            throw CannotListen(options, e);
        }
    }

    /// <summary>Takes no more requests, lets those in flight end, and closes the streams.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;

        await _app.StopAsync();
        await _mcp.DisposeAsync();
        await _app.DisposeAsync();
    }

    private static HttpStartException CannotListen(HttpOptions options, Exception cause) =>
        new($"Cannot listen on {options.Host}:{options.Port}: {cause.Message.TrimEnd('.')}. Choose another port.", cause);

    private static async Task HandleAsync(HttpContext context, McpEndpoint mcp)
    {
        try
        {
            Refusal? refusal = Loopback.Check(context.Request.Headers, context.Connection.LocalPort) ?? await RouteAsync(context, mcp);
            if (refusal is not null)
                await refusal.WriteAsync(context.Response, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: there is nobody to answer.
        }
    }

    private static async Task<Refusal?> RouteAsync(HttpContext context, McpEndpoint mcp)
    {
        switch (context.Request.Path.Value)
        {
            case McpPath or McpPath + "/":
                return await mcp.HandleAsync(context);
            case "/healthz":
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync("""{"status":"ok"}""", context.RequestAborted);
                return null;
            default:
                return Refusal.Because(StatusCodes.Status404NotFound, $"Nothing is here: the MCP server is at {McpPath}.", McpErrorCode.InvalidRequest);
        }
    }

    private static WebApplication Build(HttpOptions options, ILoggerFactory loggerFactory)
    {
        // The empty builder reads no configuration and watches no files; the folder that a client starts us in can hold thousands.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddSingleton<ILoggerFactory>(new LogFloor(loggerFactory, LogLevel.Warning));
        builder.Services.AddSingleton<IHostLifetime, OwnedLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Limits.DrainTimeout);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            Listen(kestrel, options);
            Limit(kestrel, options.Limits);
        });
        return builder.Build();
    }

    private static void Listen(KestrelServerOptions kestrel, HttpOptions options)
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

    private static void Limit(KestrelServerOptions kestrel, HttpLimits limits)
    {
        kestrel.Limits.MaxConcurrentConnections = limits.MaxConnections;

        // Our own refusal of a body comes first: past this one the web server hangs up, and a client that still sends never reads why.
        kestrel.Limits.MaxRequestBodySize = 4L * limits.MaxBodySize;
        kestrel.Limits.MaxRequestBufferSize = 64 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        kestrel.Limits.MaxRequestHeaderCount = 100;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(130);
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        kestrel.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
    }

    /// <summary>Leaves the process's signals to whoever started the server.</summary>
    private sealed class OwnedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
