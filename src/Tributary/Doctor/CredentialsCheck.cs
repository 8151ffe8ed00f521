using Tributary.Atlassian.Confluence.Models;

namespace Tributary.Doctor;

/// <summary>The site takes the credential, and says whose it is.</summary>
internal sealed class CredentialsCheck(Patient patient) : ICheck
{
    public string Name => "credentials";

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        SiteCheck site = await patient.Confluence.CheckAsync(cancellationToken);
        patient.Site = site;
        return Finding.Well($"signed in as {site.User.DisplayName}{(site.Version is { } version ? $" on Confluence {version}" : "")}");
    }
}
