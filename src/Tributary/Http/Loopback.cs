using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Tributary.Http;

/// <summary>
/// The names of this machine, and the Host and Origin that a request to it can rightly carry. A web page elsewhere that makes its
/// own name resolve to this machine still sends that name.
/// </summary>
internal static class Loopback
{
    private const int DefaultPort = 80;
    private const string Scheme = "http://";

    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];

    public static bool IsName(string host) => host is "::1" || Names.Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for "localhost", which stands for both addresses.</summary>
    public static IPAddress? Address(string host) => host switch
    {
        "127.0.0.1" => IPAddress.Loopback,
        "::1" or "[::1]" => IPAddress.IPv6Loopback,
        _ => null,
    };

    /// <summary>Null if the request may come in. One without an Origin is not from a web page.</summary>
    /// <param name="port">The port that the request came in by.</param>
    public static Refusal? Check(IHeaderDictionary headers, int port)
    {
        if (headers.Host is not [{ } host] || !IsOurs(host, port))
            return Refusal.Because(StatusCodes.Status403Forbidden, "This Host is not allowed: connect to localhost.");

        if (headers.Origin.Count > 0 && (headers.Origin is not [{ } origin] || !IsOurOrigin(origin, port)))
            return Refusal.Because(StatusCodes.Status403Forbidden, "This Origin is not allowed.");

        return null;
    }

    private static bool IsOurOrigin(string origin, int port) =>
        origin.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && IsOurs(origin[Scheme.Length..], port);

    private static bool IsOurs(string host, int port)
    {
        string suffix = string.Create(CultureInfo.InvariantCulture, $":{port}");
        return Names.Any(name => host.Equals(name + suffix, StringComparison.OrdinalIgnoreCase)
            || (port == DefaultPort && host.Equals(name, StringComparison.OrdinalIgnoreCase)));
    }
}
