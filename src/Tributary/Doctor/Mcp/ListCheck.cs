namespace Tributary.Doctor.Mcp;

/// <summary>The server lists its tools.</summary>
internal sealed class ListCheck(RemotePatient patient) : ICheck
{
    public string Name => "list";

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        patient.Tools = await patient.Client.ListToolsAsync(cancellationToken: cancellationToken);
        return patient.Tools.Count == 0 ? Finding.Wrong("The server lists no tool: check its toolsets.") : Finding.Well($"{patient.Tools.Count} tools: {string.Join(", ", patient.Tools.Select(tool => tool.Name))}");
    }
}
