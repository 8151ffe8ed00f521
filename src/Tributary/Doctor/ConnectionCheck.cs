using System.Net.Sockets;

namespace Tributary.Doctor;

/// <summary>The site's name is known and its port takes connections.</summary>
internal sealed class ConnectionCheck(Patient patient) : ICheck
{
    public string Name => "connection";

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        Uri url = patient.Address.BaseUrl;
        if (patient.Proxy is not null)
            return Finding.Well("made by the proxy");
        try
        {
            using TcpClient client = await Dial.ConnectAsync(url.IdnHost, url.Port, patient.Options.Limits.ConnectTimeout, cancellationToken);
            return Finding.Well($"{url.Host}:{url.Port} takes connections at {client.Client.RemoteEndPoint}");
        }
        catch (SocketException exception)
        {
            string emulator = url.IsLoopback ? " Is it the emulator? `tributary emulate` starts it." : "";
            return Finding.Wrong($"{Dial.Reason(exception, $"{url.Host}:{url.Port}")} Check {patient.Settings.Url.Name}, the network, and whether a proxy is needed (HTTPS_PROXY).{emulator}");
        }
    }
}
