using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Tributary.Commands;

namespace Tributary.Calling;

/// <summary>An MCP server at an address, as a client sees it.</summary>
internal static class RemoteServer
{
    /// <exception cref="UnreachableServerException">Nothing there, or nothing that speaks MCP.</exception>
    public static async Task<McpClient> ConnectAsync(string address, ILoggerFactory log, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? endpoint) || endpoint.Scheme is not ("http" or "https"))
            throw new UsageException("The address of an MCP server looks like http://127.0.0.1:9001/mcp.");
        var transport = new HttpClientTransport(new HttpClientTransportOptions { Endpoint = endpoint, TransportMode = HttpTransportMode.StreamableHttp }, log);
        var options = new McpClientOptions { ClientInfo = new Implementation { Name = "tributary", Version = CommandLine.Version } };
        try
        {
            return await McpClient.CreateAsync(transport, options, log, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            await transport.DisposeAsync();
            throw new UnreachableServerException($"No MCP server answers at {endpoint}: {Cause(exception)}. Check the address, its path (/mcp) and that the server runs.", exception);
        }
        catch (McpException exception)
        {
            await transport.DisposeAsync();
            throw new UnreachableServerException($"{endpoint} does not answer like an MCP server: {exception.Message}", exception);
        }
    }

    private static string Cause(HttpRequestException exception) => exception.StatusCode is { } status ? $"status {(int)status}" : (exception.InnerException?.Message ?? exception.Message).TrimEnd('.');
}

internal sealed class UnreachableServerException(string message, Exception innerException) : Exception(message, innerException);
