using System.IO.Pipelines;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Tributary.Testing;

/// <summary>
/// MCP clients joined to servers by pipes in memory: the whole protocol, no port and no process. Dispose it at the end of the test:
/// clients say goodbye, servers stop, and what a server threw surfaces.
/// </summary>
public sealed class McpSessions : IAsyncDisposable
{
    private readonly List<Session> sessions = [];

    /// <summary>Starts a server with these options and a client of its own, and connects the two.</summary>
    /// <param name="clientOptions">For example a protocol revision; null offers the newest.</param>
    public async Task<McpClient> ConnectAsync(
        McpServerOptions options, CancellationToken cancellationToken, McpClientOptions? clientOptions = null, ILoggerFactory? loggers = null)
    {
        var toServer = new Pipe();
        var toClient = new Pipe();
        var transport = new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream(), loggerFactory: loggers);
        McpServer server = McpServer.Create(transport, options, loggers);
        var stop = new CancellationTokenSource();
        var session = new Session(server, server.RunAsync(stop.Token), stop);
        lock (sessions)
            sessions.Add(session);

        session.Client = await McpClient.CreateAsync(
            new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream(), loggers), clientOptions, loggers, cancellationToken);
        return session.Client;
    }

    public async ValueTask DisposeAsync()
    {
        Session[] open;
        lock (sessions)
        {
            open = [.. sessions];
            sessions.Clear();
        }

        foreach (Session session in open)
            await session.DisposeAsync();
    }

    private sealed class Session(McpServer server, Task running, CancellationTokenSource stop) : IAsyncDisposable
    {
        public McpClient? Client { get; set; }

        public async ValueTask DisposeAsync()
        {
            if (Client is not null)
                await Client.DisposeAsync();
            await stop.CancelAsync();
            try
            {
                await running;
            }
            catch (OperationCanceledException)
            {
            }

            await server.DisposeAsync();
            stop.Dispose();
        }
    }
}
