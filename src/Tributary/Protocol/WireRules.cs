using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Tributary.Protocol;

/// <summary>What holds on every transport before any tool is asked.</summary>
internal static class WireRules
{
    // Early prototypes called tools by it.
    private const string RetiredCall = "tools_execute";

    /// <summary>Adds the rules once, however often it is called.</summary>
    public static void AddTo(McpServerOptions options)
    {
        options.RequestHandlers ??= [];
        if (options.RequestHandlers.Any(handler => handler.Method == RetiredCall))
            return;

        options.RequestHandlers.Add(new McpServerRequestHandler { Method = RetiredCall, Handler = RefuseRetiredCall });
        options.Filters.Message.IncomingFilters.Insert(0, RefuseParametersOfAnotherShape);
        options.Filters.Request.CallToolFilters.Insert(0, DirectResult.Filter);
    }

    private static ValueTask<JsonNode?> RefuseRetiredCall(JsonRpcRequest request, CancellationToken cancellationToken) =>
        throw new McpProtocolException(
            $"Method '{RetiredCall}' is not available. Use '{RequestMethods.ToolsCall}' with the same tool name and arguments.",
            McpErrorCode.MethodNotFound);

    /// <remarks>The protocol library would call it an internal error, and its log a fault of ours.</remarks>
    private static McpMessageHandler RefuseParametersOfAnotherShape(McpMessageHandler next) => async (context, cancellationToken) =>
    {
        try
        {
            await next(context, cancellationToken);
        }
        catch (JsonException e) when (context.JsonRpcMessage is JsonRpcRequest request)
        {
            throw new McpProtocolException($"The parameters do not have the shape that '{request.Method}' takes.", e, McpErrorCode.InvalidParams);
        }
    };
}
