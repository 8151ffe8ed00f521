using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Tributary.Protocol;

/// <summary>
/// Carries what a tool returned around the protocol library, straight to the transport that writes it. The library would write it
/// once into a tree, escaped, for the transport to read and write again: four fifths of the time that a large page costs.
/// </summary>
internal static class DirectResult
{
    private const string Slot = "tributary.result";

    /// <summary>Says that the transport will look for the result of this request with <see cref="Of"/>.</summary>
    public static void Expect(JsonRpcRequest request)
    {
        if (request.Method is not RequestMethods.ToolsCall)
            return;

        request.Context ??= new JsonRpcMessageContext();
        request.Context.Items = new Dictionary<string, object?> { [Slot] = null };
    }

    /// <summary>What belongs into the result of this message in place of its content.</summary>
    public static CallToolResult? Of(JsonRpcMessage message) =>
        message is JsonRpcResponse { Context.Items: { } items } && items.TryGetValue(Slot, out object? result) ? result as CallToolResult : null;

    /// <summary>Lets the library see a result without its content where a transport expects that, and the whole one elsewhere.</summary>
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Filter(McpRequestHandler<CallToolRequestParams, CallToolResult> next) =>
        async (request, cancellationToken) =>
        {
            CallToolResult result = await next(request, cancellationToken);
            if (request.JsonRpcRequest.Context?.Items is not { } items || !items.ContainsKey(Slot) || result.StructuredContent is { ValueKind: not JsonValueKind.Object })
                return result;

            items[Slot] = result;
            return new CallToolResult { Content = [], IsError = result.IsError, Meta = result.Meta, ResultType = result.ResultType };
        };
}
