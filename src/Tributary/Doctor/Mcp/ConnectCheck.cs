using System.Net.Sockets;
using Tributary.Commands;

namespace Tributary.Doctor.Mcp;

/// <summary>Something listens where the server should be.</summary>
internal sealed class ConnectCheck(RemotePatient patient) : ICheck
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public string Name => "connect";

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(patient.Address, UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https"))
            throw new UsageException("--mcp takes the address of an MCP server, such as http://127.0.0.1:9001/mcp.");
        try
        {
            using TcpClient _ = await Dial.ConnectAsync(url.IdnHost, url.Port, Timeout, cancellationToken);
            return Finding.Well($"{url.Host}:{url.Port} takes connections");
        }
        catch (SocketException exception)
        {
            return Finding.Wrong($"{Dial.Reason(exception, $"{url.Host}:{url.Port}")} Check the address and that the server runs: `tributary serve --transport http` starts ours.");
        }
    }
}
