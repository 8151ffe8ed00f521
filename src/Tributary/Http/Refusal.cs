using System.Globalization;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Tributary.Protocol;

namespace Tributary.Http;

/// <summary>A request that ends here, with the HTTP status and the JSON-RPC error that say why.</summary>
internal sealed record Refusal(int Status, JsonRpcErrorDetail Error, RequestId Id = default)
{
    /// <summary>Methods that the path does know, for a 405.</summary>
    public string? Allow { get; init; }

    /// <summary>Seconds after which the same request may succeed.</summary>
    public int? RetryAfter { get; init; }

    public static Refusal Because(int status, string message, int code = JsonRpcErrors.Refused, RequestId id = default) =>
        new(status, new JsonRpcErrorDetail { Code = code, Message = message }, id);

    public static Refusal Because(int status, string message, McpErrorCode code, RequestId id = default) =>
        Because(status, message, (int)code, id);

    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        using var json = new PooledBytes();
        JsonRpcWriter.Write(json, new JsonRpcError { Id = Id, Error = Error });
        response.StatusCode = Status;
        response.ContentType = "application/json";
        response.ContentLength = json.Written.Length;
        if (Allow is not null)
            response.Headers.Allow = Allow;
        if (RetryAfter is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);

        await response.Body.WriteAsync(json.Written, cancellationToken);
    }
}
