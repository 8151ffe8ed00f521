using System.Net.Sockets;

namespace Tributary.Doctor;

/// <summary>A bare connection: no byte is sent.</summary>
internal static class Dial
{
    /// <exception cref="SocketException">No connection, within the time or at all.</exception>
    public static async Task<TcpClient> ConnectAsync(string host, int port, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(timeout);
        var client = new TcpClient();
        bool connected = false;
        try
        {
            await client.ConnectAsync(host, port, time.Token);
            connected = true;
            return client;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SocketException((int)SocketError.TimedOut);
        }
        finally
        {
            if (!connected)
                client.Dispose();
        }
    }

    public static string Reason(SocketException exception, string peer) => exception.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => $"The name of {peer} is not known to DNS.",
        SocketError.ConnectionRefused => $"Nothing accepts connections at {peer}.",
        SocketError.TimedOut => $"No connection to {peer} in time.",
        _ => $"No connection to {peer}: {exception.Message.TrimEnd('.')}.",
    };
}
