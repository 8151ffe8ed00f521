using System.Globalization;
using System.Net;

namespace Tributary.Http;

/// <summary>The loopback names, and which Host and Origin a browser page of this machine can rightly send to a port.</summary>
internal static class Loopback
{
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];

    public static bool IsName(string host) =>
        host is "::1" || Names.Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for "localhost", which stands for both addresses.</summary>
    public static IPAddress? Address(string host) => host.Trim('[', ']') switch
    {
        "127.0.0.1" => IPAddress.Loopback,
        "::1" => IPAddress.IPv6Loopback,
        _ => null,
    };

    public static IEnumerable<string> Hosts(int port)
    {
        string suffix = string.Create(CultureInfo.InvariantCulture, $":{port}");
        return Names.Select(name => name + suffix).Concat(port == 80 ? Names : []);
    }
}
