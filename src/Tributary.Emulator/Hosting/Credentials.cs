using System.Text;
using Microsoft.AspNetCore.Http;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Hosting;

/// <summary>
/// Reads the Authorization header as each deployment does. The secrets of a user NAME: API token <c>NAME-token</c>, scoped API token <c>NAME-scoped</c> (or <c>NAME-scoped-read</c>),
/// OAuth access token <c>NAME-oauth</c>; on Data Center personal access token <c>NAME-pat</c> and password <c>NAME-password</c>.
/// </summary>
internal static class Credentials
{
    public static bool AreAbsent(HttpRequest request) => request.Headers.Authorization.Count == 0;

    /// <summary>Null where the credential is not accepted at this address.</summary>
    public static User? Accepted(HttpRequest request, Wiki wiki, bool viaGateway)
    {
        string header = request.Headers.Authorization.ToString();
        if (Parameter(header, "Bearer ") is { } token) return Bearer(token, wiki, viaGateway);
        if (Parameter(header, "Basic ") is not { } encoded || Decode(encoded) is not { } pair) return null;
        return Basic(pair.Name, pair.Secret, wiki, viaGateway);
    }

    /// <summary>True for a token that may read only, asked to write.</summary>
    public static bool LackScope(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return false;
        string header = request.Headers.Authorization.ToString();
        string? secret = Parameter(header, "Bearer ") ?? (Parameter(header, "Basic ") is { } encoded ? Decode(encoded)?.Secret : null);
        return secret?.EndsWith("-scoped-read", StringComparison.Ordinal) == true;
    }

    private static User? Bearer(string token, Wiki wiki, bool viaGateway)
    {
        string[] endings = wiki.Deployment == EmulatedDeployment.DataCenter ? ["-pat"] : viaGateway ? ["-oauth", "-scoped", "-scoped-read"] : [];
        return endings.Select(ending => Owner(token, ending, wiki)).FirstOrDefault(user => user is not null);
    }

    private static User? Basic(string name, string secret, Wiki wiki, bool viaGateway)
    {
        bool isCloud = wiki.Deployment == EmulatedDeployment.Cloud;
        string[] endings = !isCloud ? ["-password"] : viaGateway ? ["-scoped", "-scoped-read"] : ["-token"];
        User? user = endings.Select(ending => Owner(secret, ending, wiki)).FirstOrDefault(user => user is not null);
        return user is not null && name.Equals(isCloud ? user.Email : user.Username, StringComparison.OrdinalIgnoreCase) ? user : null;
    }

    private static User? Owner(string secret, string ending, Wiki wiki) =>
        secret.EndsWith(ending, StringComparison.Ordinal)
            ? wiki.Users.FirstOrDefault(user => user.IsActive && user.Username == secret[..^ending.Length])
            : null;

    private static string? Parameter(string header, string scheme) =>
        header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? header[scheme.Length..].Trim() : null;

    private static (string Name, string Secret)? Decode(string encoded)
    {
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out int length)) return null;
        string pair = Encoding.UTF8.GetString(bytes, 0, length);
        int colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (pair[..colon], pair[(colon + 1)..]);
    }
}
