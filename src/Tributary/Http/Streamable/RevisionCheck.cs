using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Tributary.Protocol;

namespace Tributary.Http.Streamable;

/// <summary>Tells which era of the protocol a message is of, by its header and by itself, which must agree.</summary>
internal static class RevisionCheck
{
    /// <param name="stateless">Whether it is of the era without sessions.</param>
    public static Refusal? Check(IHeaderDictionary headers, JsonRpcMessage message, out bool stateless)
    {
        string? header = headers[McpHeaders.ProtocolVersion] is { Count: > 0 } values ? values.ToString() : null;
        (RequestId id, string? method, JsonObject? parameters) = Parts(message);
        string? declared = ProtocolRevisions.Declared(parameters);
        stateless = header is ProtocolRevisions.Stateless;

        if (header is not null && !ProtocolRevisions.IsKnown(header))
            return Unsupported(header, id);

        if (method is RequestMethods.Initialize && header is not null && !stateless
            && parameters?["protocolVersion"] is JsonValue value && value.TryGetValue(out string? asked) && asked != header)
        {
            return Mismatch($"{McpHeaders.ProtocolVersion} says '{header}' and params.protocolVersion says '{asked}'.", id);
        }

        if (declared is not null && header is null)
            return Mismatch($"A request that declares its revision in _meta needs the {McpHeaders.ProtocolVersion} header with the same value.", id);

        if (declared is not null && declared != header)
            return Mismatch($"{McpHeaders.ProtocolVersion} says '{header}' and _meta says '{declared}'.", id);

        if (declared is not null && !stateless)
            return Unsupported(declared, id);

        if (stateless && message is JsonRpcRequest)
        {
            if (declared is null)
                return Missing(MetaKeys.ProtocolVersion, id);
            if ((parameters?["_meta"] as JsonObject)?[MetaKeys.ClientCapabilities] is not JsonObject)
                return Missing(MetaKeys.ClientCapabilities, id);
        }

        return null;
    }

    /// <summary>Whether a request without a body, a GET or DELETE, is of the era that has neither.</summary>
    public static bool IsStateless(IHeaderDictionary headers) => headers[McpHeaders.ProtocolVersion].ToString() is ProtocolRevisions.Stateless;

    public static (RequestId Id, string? Method, JsonObject? Parameters) Parts(JsonRpcMessage message) => message switch
    {
        JsonRpcRequest request => (request.Id, request.Method, request.Params as JsonObject),
        JsonRpcNotification notification => (default, notification.Method, notification.Params as JsonObject),
        _ => default,
    };

    public static Refusal Mismatch(string message, RequestId id) =>
        Refusal.Because(StatusCodes.Status400BadRequest, "Header mismatch: " + message, McpErrorCode.HeaderMismatch, id);

    private static Refusal Missing(string key, RequestId id) =>
        Refusal.Because(
            StatusCodes.Status400BadRequest,
            $"A request of revision {ProtocolRevisions.Stateless} needs '{key}' in params._meta.",
            McpErrorCode.InvalidParams,
            id);

    private static Refusal Unsupported(string revision, RequestId id) => new(
        StatusCodes.Status400BadRequest,
        new JsonRpcErrorDetail
        {
            Code = (int)McpErrorCode.UnsupportedProtocolVersion,
            Message = $"Revision '{revision}' cannot be asked for this way.",
            Data = new JsonObject
            {
                ["supported"] = new JsonArray([.. ProtocolRevisions.Offered.Select(offered => (JsonNode)offered)]),
                ["requested"] = revision,
            },
        },
        id);
}
