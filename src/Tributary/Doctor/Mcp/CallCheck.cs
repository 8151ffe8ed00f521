using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Tributary.Doctor.Mcp;

/// <summary>A tool that only reads, and needs nothing, answers.</summary>
internal sealed class CallCheck(RemotePatient patient) : ICheck
{
    public string Name => "call";

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        McpClientTool? harmless = patient.Tools
            .Where(tool => tool.ProtocolTool.Annotations?.ReadOnlyHint == true && NeedsNothing(tool.JsonSchema))
            // Others may need one of several arguments, which no schema of a tool may say.
            .OrderByDescending(tool => tool.Name.Contains("list", StringComparison.Ordinal))
            .FirstOrDefault();
        if (harmless is null)
            return Finding.Well("no tool was called: none only reads and needs no argument");
        CallToolResult result = await patient.Client.CallToolAsync(new CallToolRequestParams { Name = harmless.Name }, cancellationToken);
        return result.IsError == true
            ? Finding.Wrong($"{harmless.Name} failed: {string.Join(' ', result.Content.OfType<TextContentBlock>().Select(text => text.Text.ReplaceLineEndings(" ")))}")
            : Finding.Well($"{harmless.Name} answered");
    }

    private static bool NeedsNothing(JsonElement schema) => !schema.TryGetProperty("required", out JsonElement required) || required.GetArrayLength() == 0;
}
