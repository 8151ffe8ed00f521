using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Client;
using Tributary.Calling;

namespace Tributary.Doctor.Mcp;

/// <summary>Any MCP server under examination, at its address.</summary>
internal sealed class RemotePatient(string address) : IAsyncDisposable
{
    private McpClient? client;

    public string Address => address;

    public McpClient Client => client ?? throw new InvalidOperationException("The check of the handshake connects.");

    public IList<McpClientTool> Tools { get; set; } = [];

    public async Task<McpClient> ConnectAsync(CancellationToken cancellationToken) =>
        client = await RemoteServer.ConnectAsync(address, NullLoggerFactory.Instance, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (client is not null)
            await client.DisposeAsync();
    }
}
