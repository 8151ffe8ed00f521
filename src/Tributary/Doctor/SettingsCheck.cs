using Tributary.Configuration;

namespace Tributary.Doctor;

/// <summary>Every setting can be read, wherever it stands.</summary>
internal sealed class SettingsCheck(Patient patient) : ICheck
{
    public string Name => "settings";

    public Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        SettingValues values = patient.Configuration.Values;
        values.ReadToolSettings(patient.Surroundings.Folder);
        values.ReadHttp();
        string credential = patient.Options.Credential.ToString();
        string[] origins = [.. Settings.All.Select(values.Origin).Where(origin => origin.Length > 0).Select(Source).Distinct()];
        return Task.FromResult(Finding.Well($"read from {string.Join(", ", origins)}; signs in with the {credential}"));
    }

    private static string Source(string origin) => origin.Split(" line ", 2)[0];
}
