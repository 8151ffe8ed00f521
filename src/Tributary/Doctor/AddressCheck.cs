using Tributary.Atlassian;

namespace Tributary.Doctor;

/// <summary>The address is one that the product can have.</summary>
internal sealed class AddressCheck(Patient patient) : ICheck
{
    public string Name => "address";

    public Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        SiteAddress address = patient.Address;
        string kind = address.IsGateway ? "Cloud's API gateway" : address.Deployment switch
        {
            Deployment.Cloud => $"{patient.Product} Cloud by its name",
            Deployment.DataCenter => $"{patient.Product} Data Center by its path",
            _ => "the site will say what it is",
        };
        return Task.FromResult(Finding.Well($"{address.BaseUrl} ({kind})"));
    }
}
