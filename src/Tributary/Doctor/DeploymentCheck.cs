using Tributary.Atlassian;

namespace Tributary.Doctor;

/// <summary>What answers is the product, and which one.</summary>
internal sealed class DeploymentCheck(Patient patient) : ICheck
{
    public string Name => "deployment";

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        Site site = await patient.ConnectAsync(cancellationToken);
        return Finding.Well($"{(site.Deployment == Deployment.Cloud ? "Cloud" : "Data Center")} at {site.BaseUrl}");
    }
}
