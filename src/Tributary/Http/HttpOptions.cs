namespace Tributary.Http;

/// <summary>Where the MCP server listens.</summary>
internal sealed record HttpOptions
{
    /// <value>A loopback name or address: until sign-in exists, whoever can connect acts as the one configured user.</value>
    public string Host { get; init; } = "127.0.0.1";

    /// <value>0 takes any free port.</value>
    public int Port { get; init; } = 9001;

    public HttpLimits Limits { get; init; } = new();
}
