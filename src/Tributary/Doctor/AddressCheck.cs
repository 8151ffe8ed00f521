using Tributary.Atlassian;

namespace Tributary.Doctor;

/// <summary>The address is one that Confluence can have.</summary>
internal sealed class AddressCheck(Patient patient) : ICheck
{
    public string Name => "address";

    public Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        SiteAddress address = patient.Address;
        string kind = address.IsGateway ? "Cloud's API gateway" : address.Deployment switch
        {
            Deployment.Cloud => "Confluence Cloud by its name",
            Deployment.DataCenter => "Confluence Data Center by its path",
            _ => "the site will say what it is",
        };
        return Task.FromResult(Finding.Well($"{address.BaseUrl} ({kind})"));
    }
}
