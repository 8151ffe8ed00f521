using Tributary.Atlassian.Jira.Models;

namespace Tributary.Doctor;

/// <summary>Jira takes the credential, and says whose it is.</summary>
internal sealed class JiraCredentialsCheck(Patient patient) : ICheck
{
    public string Name => "credentials";

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        JiraCheck site = await patient.Jira.CheckAsync(cancellationToken);
        patient.ClockSkew = site.ClockSkew;
        return Finding.Well($"signed in as {site.User.DisplayName}{(site.Version is { } version ? $" on Jira {version}" : "")}");
    }
}
