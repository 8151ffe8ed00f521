using System.Text.Json;

namespace Tributary.Configuration;

/// <summary>What <c>tributary.json</c> says: settings by their names and, under <c>sites</c>, several named sites in order.</summary>
internal sealed record ConfigurationFile(IReadOnlyDictionary<string, SettingValue> Settings, IReadOnlyList<NamedSite> Sites)
{
    public const string Name = "tributary.json";

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false };

    public static ConfigurationFile Empty { get; } = new(new Dictionary<string, SettingValue>(), []);

    public static ConfigurationFile Read(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            using JsonDocument document = JsonDocument.Parse(stream, Lenient);
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new ConfigurationException($"{Name} line {exception.LineNumber + 1} is not valid JSON: compare it with docs/configuration.md.", exception);
        }
        catch (IOException exception)
        {
            throw new ConfigurationException($"{path} cannot be read: {exception.Message}", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new ConfigurationException($"{path} cannot be read: check that this user may read it.", exception);
        }
    }

    private static ConfigurationFile Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new ConfigurationException($"{Name} must be a JSON object: compare it with docs/configuration.md.");
        var settings = new Dictionary<string, SettingValue>(StringComparer.Ordinal);
        List<NamedSite> sites = [];
        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (property.NameEquals("sites"))
                sites.AddRange(ReadSites(property.Value));
            else
                ReadSetting(property, Name, ofSite: false, settings);
        }

        return new ConfigurationFile(settings, sites);
    }

    private static IEnumerable<NamedSite> ReadSites(JsonElement sites)
    {
        if (sites.ValueKind != JsonValueKind.Object)
            throw new ConfigurationException($"\"sites\" in {Name} must be an object that holds one object a site, by name.");
        foreach (JsonProperty site in sites.EnumerateObject())
        {
            string origin = $"site {site.Name} in {Name}";
            if (site.Value.ValueKind != JsonValueKind.Object)
                throw new ConfigurationException($"The {origin} must be an object of settings such as CONFLUENCE_URL.");
            var settings = new Dictionary<string, SettingValue>(StringComparer.Ordinal);
            foreach (JsonProperty property in site.Value.EnumerateObject())
                ReadSetting(property, origin, ofSite: true, settings);
            yield return new NamedSite(site.Name, settings);
        }
    }

    private static void ReadSetting(JsonProperty property, string origin, bool ofSite, Dictionary<string, SettingValue> into)
    {
        Setting? setting = Configuration.Settings.All.FirstOrDefault(known => known.Name == property.Name || known.Aliases.Contains(property.Name));
        // Files are shared with programs that also know Jira.
        if (setting is null && property.Name.StartsWith("JIRA_", StringComparison.Ordinal))
            return;
        if (setting is null || (ofSite && !setting.OfSite))
            throw new ConfigurationException($"{property.Name} ({origin}) is not a setting{(ofSite ? " of a site" : "")}: docs/configuration.md lists them.");
        into[property.Name] = new SettingValue(property.Value.ValueKind switch
        {
            JsonValueKind.String => property.Value.GetString()!,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => property.Value.GetRawText(),
            JsonValueKind.Null => "",
            _ => throw new ConfigurationException($"{property.Name} ({origin}) must be a text, a number, true or false."),
        }, origin);
    }
}

/// <summary>A site of <c>tributary.json</c>, for <c>--site</c>.</summary>
internal sealed record NamedSite(string Name, IReadOnlyDictionary<string, SettingValue> Settings);
