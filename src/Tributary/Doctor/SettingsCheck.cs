using Tributary.Configuration;
using Tributary.Console;

namespace Tributary.Doctor;

/// <summary>Every setting can be read, wherever it stands.</summary>
internal sealed class SettingsCheck(Surroundings surroundings, Func<ServerConfiguration> load) : ICheck
{
    public string Name => "settings";

    /// <summary>The configured sites, once the settings have been read.</summary>
    public IReadOnlyList<Patient> Patients { get; private set; } = [];

    public Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        ServerConfiguration configuration = load();
        SettingValues values = configuration.Values;
        values.ReadToolSettings(surroundings.Folder);
        values.ReadHttp();
        foreach (SiteSettings site in (SiteSettings[])[Settings.Confluence, Settings.Jira])
        {
            if (configuration.ReadSite(surroundings, site) is { } options)
                Patients = [.. Patients, new Patient(surroundings, values, site, options)];
        }

        if (Patients.Count == 0)
        {
            throw new ConfigurationException(
                "No Confluence is configured, and no Jira: set CONFLUENCE_URL or JIRA_URL and its credentials (docs/configuration.md). To try without one, start `tributary emulate` and set what it prints.");
        }

        string[] origins = [.. Settings.All.Select(values.Origin).Where(origin => origin.Length > 0).Select(Source).Distinct()];
        string credentials = string.Join(", ", Patients.Select(patient => Patients.Count == 1 ? $"the {patient.Options.Credential}" : $"the {patient.Options.Credential} to {patient.Product}"));
        return Task.FromResult(Finding.Well($"read from {string.Join(", ", origins)}; signs in with {credentials}"));
    }

    private static string Source(string origin) => origin.Split(" line ", 2)[0];
}
