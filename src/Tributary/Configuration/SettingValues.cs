using System.Globalization;

namespace Tributary.Configuration;

/// <summary>The merged values of all sources, read by setting.</summary>
internal sealed class SettingValues
{
    private readonly Dictionary<string, SettingValue> values = new(StringComparer.Ordinal);

    /// <summary>Lays a source over those before it: later wins.</summary>
    public void Add(IReadOnlyDictionary<string, SettingValue> source)
    {
        DropCredentialsOfAnotherSite(source);
        foreach (Setting setting in Settings.All)
        {
            if (Find(source, setting) is { } value)
                values[setting.Name] = value;
        }
    }

    /// <summary>Refuses what cannot be read, also where this command does not read it.</summary>
    public void Check()
    {
        foreach (Setting setting in Settings.All)
        {
            if (setting.IsBoolean && setting != Settings.Debug)
                _ = Boolean(setting);
            else if (setting.IsNumber)
                _ = Number(setting);
        }
    }

    public bool Has(Setting setting) => Text(setting) is not null;

    /// <returns>Null where it is not set or empty.</returns>
    public string? Text(Setting setting) =>
        values.TryGetValue(setting.Name, out SettingValue? value) && value.Text.Trim() is { Length: > 0 } text ? text : null;

    public string TextOrDefault(Setting setting) => Text(setting) ?? setting.Default ?? "";

    public bool Boolean(Setting setting) => values.TryGetValue(setting.Name, out SettingValue? value)
        ? Booleans.Parse(value.Text) ?? throw Wrong(setting, "must be true, 1, yes, on, or false, 0, no, off")
        : setting.Default == "true";

    /// <summary>As <see cref="Boolean"/>, but what is neither counts as false.</summary>
    public bool Truthy(Setting setting) => values.TryGetValue(setting.Name, out SettingValue? value) && Booleans.Parse(value.Text) == true;

    public bool IsBoolean(Setting setting) => values.TryGetValue(setting.Name, out SettingValue? value) && Booleans.Parse(value.Text) is not null;

    public int Number(Setting setting)
    {
        string text = TextOrDefault(setting);
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= setting.Minimum && number <= setting.Maximum
            ? number
            : throw Wrong(setting, $"must be a whole number from {setting.Minimum} to {setting.Maximum}");
    }

    public IReadOnlyList<string> List(Setting setting, char separator = ',') =>
        TextOrDefault(setting).Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The parts of a secret setting that must not be seen, such as each header's value.</summary>
    public IEnumerable<string> Secrets(Setting setting)
    {
        if (Text(setting) is not { } text)
            return [];
        if (setting == Settings.CustomHeaders)
            return text.Split(',').Select(header => header[(header.IndexOf('=') + 1)..].Trim());
        if (setting == Settings.Proxy)
            return Uri.TryCreate(text, UriKind.Absolute, out Uri? proxy) && proxy.UserInfo.Length > 0 ? [proxy.UserInfo, proxy.UserInfo[(proxy.UserInfo.IndexOf(':') + 1)..]] : [];
        return [text];
    }

    /// <summary>Where a setting stands, for people; empty where it is not set.</summary>
    public string Origin(Setting setting) => values.TryGetValue(setting.Name, out SettingValue? value) ? value.Origin : "";

    public ConfigurationException Wrong(Setting setting, string remedy, Exception? cause = null) =>
        new(Origin(setting) is { Length: > 0 } origin ? $"{setting.Name} ({origin}) {remedy}." : $"{setting.Name} {remedy}.", cause);

    private static SettingValue? Find(IReadOnlyDictionary<string, SettingValue> source, Setting setting)
    {
        if (source.TryGetValue(setting.Name, out SettingValue? value))
            return value;
        foreach (string alias in setting.Aliases)
        {
            if (source.TryGetValue(alias, out value))
                return value;
        }

        return null;
    }

    /// <summary>An address and its credentials belong together: a later source that names another site must not inherit a token meant for the first.</summary>
    private void DropCredentialsOfAnotherSite(IReadOnlyDictionary<string, SettingValue> source)
    {
        if (!source.TryGetValue(Settings.Url.Name, out SettingValue? url) || !values.TryGetValue(Settings.Url.Name, out SettingValue? earlier))
            return;
        if (string.Equals(url.Text.Trim().TrimEnd('/'), earlier.Text.Trim().TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
            return;
        foreach (Setting setting in Settings.All.Where(setting => setting.OfSite))
            values.Remove(setting.Name);
    }
}
