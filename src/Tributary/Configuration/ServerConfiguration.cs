using Microsoft.Extensions.Logging;
using Tributary.Console;
using Tributary.Logging;

namespace Tributary.Configuration;

/// <summary>What a command runs with: the merged settings and the log that follows from them.</summary>
/// <param name="SiteName">The site of <c>tributary.json</c> in use, or <c>default</c>.</param>
/// <param name="Warnings">What was odd but not wrong, for the log.</param>
internal sealed record ServerConfiguration(SettingValues Values, string SiteName, LogFormat LogFormat, IReadOnlyList<string> Warnings)
{
    /// <summary>Sources in order, later wins: <c>tributary.json</c>, <c>.env</c>, the environment, flags.</summary>
    public static ServerConfiguration Load(Surroundings surroundings, ConfigurationRequest request)
    {
        ConfigurationFile file = FindFile(surroundings);
        NamedSite? site = request.Site is { } name
            ? file.Sites.FirstOrDefault(site => string.Equals(site.Name, name, StringComparison.OrdinalIgnoreCase)) ?? throw NoSuchSite(name, file)
            : file.Sites is [var first, ..] ? first : null;

        var values = new SettingValues();
        values.Add(file.Settings);
        if (site is not null && request.Site is null)
            values.Add(site.Settings);
        values.Add(ReadEnvFile(surroundings, request.EnvFile));
        values.Add(surroundings.Environment.ToDictionary(variable => variable.Key, variable => new SettingValue(variable.Value, "environment")));
        // Asked for by name, the site is above a CONFLUENCE_URL that happens to be in the environment.
        if (site is not null && request.Site is not null)
            values.Add(site.Settings);
        values.Add(request.Flags);
        values.Check();

        return new ServerConfiguration(values, values.Origin(Settings.Url).StartsWith("site ", StringComparison.Ordinal) ? site!.Name : "default", request.LogFormat, Warn(values));
    }

    /// <param name="unlessSet">The level where nobody set one.</param>
    public Log CreateLog(Surroundings surroundings, LogLevel unlessSet = LogLevel.Information) =>
        new(surroundings.Output, Level(unlessSet), LogFormat, Redactor.For(Values), surroundings.Time);

    private LogLevel Level(LogLevel unlessSet)
    {
        if (!Values.Has(Settings.LogLevel))
            return Values.Truthy(Settings.Debug) ? LogLevel.Debug : unlessSet;
        return Values.TextOrDefault(Settings.LogLevel).ToLowerInvariant() switch
        {
            "trace" => LogLevel.Trace,
            "debug" => LogLevel.Debug,
            "info" or "information" => LogLevel.Information,
            "warning" or "warn" => LogLevel.Warning,
            "error" => LogLevel.Error,
            "critical" or "fatal" => LogLevel.Critical,
            "none" or "off" => LogLevel.None,
            _ => throw Values.Wrong(Settings.LogLevel, $"must be {Settings.LogLevel.Values}"),
        };
    }

    private static List<string> Warn(SettingValues values) =>
        values.Has(Settings.Debug) && !values.IsBoolean(Settings.Debug) ? [$"DEBUG ({values.Origin(Settings.Debug)}) is neither true nor false and counts as false."] : [];

    private static ConfigurationFile FindFile(Surroundings surroundings)
    {
        string home = surroundings.Environment.GetValueOrDefault(Settings.Home.Name) is { Length: > 0 } configured ? configured : surroundings.DefaultHome;
        foreach (string folder in (string[])[surroundings.Folder, home])
        {
            string path = Path.Combine(folder, ConfigurationFile.Name);
            if (File.Exists(path))
                return ConfigurationFile.Read(path);
        }

        return ConfigurationFile.Empty;
    }

    private static IReadOnlyDictionary<string, SettingValue> ReadEnvFile(Surroundings surroundings, string? named)
    {
        string path = Path.Combine(surroundings.Folder, named ?? ".env");
        return named is null && !File.Exists(path) ? new Dictionary<string, SettingValue>() : EnvFile.Read(path);
    }

    private static ConfigurationException NoSuchSite(string name, ConfigurationFile file) => new(file.Sites.Count == 0
        ? $"--site {name}: no {ConfigurationFile.Name} with \"sites\" is in the current folder or in TRIBUTARY_HOME."
        : $"--site {name}: {ConfigurationFile.Name} has no such site; it has {string.Join(", ", file.Sites.Select(site => site.Name))}.");
}

/// <summary>What the command line says about the configuration.</summary>
/// <param name="Flags">Values of settings given as flags, by the settings' names.</param>
internal sealed record ConfigurationRequest(string? EnvFile, string? Site, LogFormat LogFormat, IReadOnlyDictionary<string, SettingValue> Flags);
