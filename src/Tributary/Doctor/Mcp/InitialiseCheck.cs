using ModelContextProtocol.Client;

namespace Tributary.Doctor.Mcp;

/// <summary>The server speaks MCP, and which revision.</summary>
internal sealed class InitialiseCheck(RemotePatient patient) : ICheck
{
    public string Name => "initialise";

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        McpClient client = await patient.ConnectAsync(cancellationToken);
        return Finding.Well($"{client.ServerInfo?.Name} {client.ServerInfo?.Version}, protocol {client.NegotiatedProtocolVersion}");
    }
}
