using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Tributary.Http.Streamable;

/// <summary>
/// Holds the headers by which proxies route and meter (Mcp-Method, Mcp-Name, Mcp-Param-*) against the message that is really carried
/// out: were they allowed to differ, a rule for one tool could be passed by naming another.
/// </summary>
internal sealed class RoutingHeaders(McpServerOptions mcp)
{
    private readonly ConditionalWeakTable<McpServerTool, ParameterHeader[]> _parameterHeaders = [];

    public Refusal? Check(IHeaderDictionary headers, JsonRpcMessage message)
    {
        (RequestId id, string? method, JsonObject? parameters) = RevisionCheck.Parts(message);
        if (method is null)
            return null;

        if (headers[McpHeaders.Method] is not [{ } methodHeader])
            return RevisionCheck.Mismatch($"the {McpHeaders.Method} header is required once.", id);
        if (methodHeader.Trim() != method)
            return RevisionCheck.Mismatch($"{McpHeaders.Method} says '{methodHeader}' and the message says '{method}'.", id);

        if (NameParameter(method) is not { } nameParameter)
            return null;

        string? name = Text(parameters?[nameParameter]);
        string? fault = ParameterHeader.Fault(headers, McpHeaders.Name, name is null ? null : JsonValue.Create(name), isInteger: false)
            ?? (name is null ? $"{McpHeaders.Name} has nothing to match: params.{nameParameter} is missing." : null);
        if (fault is null && method is RequestMethods.ToolsCall && mcp.ToolCollection?.TryGetPrimitive(name!, out McpServerTool? tool) is true)
        {
            fault = _parameterHeaders.GetValue(tool, ParameterHeader.Of)
                .Select(header => header.Fault(headers, parameters!["arguments"]))
                .FirstOrDefault(found => found is not null);
        }

        return fault is null ? null : RevisionCheck.Mismatch(fault, id);
    }

    private string? NameParameter(string method) => method switch
    {
        RequestMethods.ToolsCall or RequestMethods.PromptsGet => "name",
        RequestMethods.ResourcesRead => "uri",
        _ => mcp.RequestHandlers?.FirstOrDefault(handler => handler.Method == method)?.RoutingNameParameter,
    };

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
