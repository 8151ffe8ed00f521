using System.Net.Sockets;

namespace Tributary.Doctor;

/// <summary>The proxy, where there is one, takes connections.</summary>
internal sealed class ProxyCheck(Patient patient) : ICheck
{
    public string Name => "proxy";

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        if (patient.Proxy is not { } proxy)
            return Finding.Well("none on the way");
        try
        {
            using TcpClient _ = await Dial.ConnectAsync(proxy.IdnHost, proxy.Port, patient.Options.Limits.ConnectTimeout, cancellationToken);
            return Finding.Well($"{proxy.Host}:{proxy.Port} takes connections");
        }
        catch (SocketException exception)
        {
            return Finding.Wrong($"{Dial.Reason(exception, $"the proxy {proxy.Host}:{proxy.Port}")} Check HTTPS_PROXY, or name the site in NO_PROXY if it needs none.");
        }
    }
}
