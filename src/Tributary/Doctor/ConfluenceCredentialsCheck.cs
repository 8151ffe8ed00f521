using Tributary.Atlassian.Confluence.Models;

namespace Tributary.Doctor;

/// <summary>Confluence takes the credential, and says whose it is.</summary>
internal sealed class ConfluenceCredentialsCheck(Patient patient) : ICheck
{
    public string Name => "credentials";

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        SiteCheck site = await patient.Confluence.CheckAsync(cancellationToken);
        patient.ClockSkew = site.ClockSkew;
        return Finding.Well($"signed in as {site.User.DisplayName}{(site.Version is { } version ? $" on Confluence {version}" : "")}");
    }
}
