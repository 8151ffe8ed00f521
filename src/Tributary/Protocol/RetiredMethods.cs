using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Tributary.Protocol;

/// <summary>Answers methods of early prototypes with the name of the standard one, so that whoever still sends them knows what to change.</summary>
internal static class RetiredMethods
{
    private const string ToolsExecute = "tools_execute";

    public static void AddTo(McpServerOptions options)
    {
        options.RequestHandlers ??= [];
        if (options.RequestHandlers.Any(handler => handler.Method == ToolsExecute))
            return;

        options.RequestHandlers.Add(new McpServerRequestHandler
        {
            Method = ToolsExecute,
            Handler = (_, _) => throw new McpProtocolException(
                $"Method '{ToolsExecute}' is not available. Use 'tools/call' with the same tool name and arguments.",
                McpErrorCode.MethodNotFound),
        });
    }
}
