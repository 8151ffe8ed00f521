using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using Tributary.Query.Jql;

namespace Tributary.Emulator.Search.Jql;

/// <summary>The fields that JQL knows, by each of their names.</summary>
internal sealed class JqlFields
{
    private static readonly ConcurrentDictionary<bool, JqlFields> ByDeployment = [];

    private readonly FrozenDictionary<string, SearchField> byName;

    private JqlFields(bool isCloud)
    {
        All = [.. FieldsOfCatalog.All(isCloud), .. FieldsBeside.All(isCloud)];
        var names = new Dictionary<string, SearchField>(StringComparer.OrdinalIgnoreCase);
        foreach (SearchField field in All)
        {
            foreach (string name in field.Names) names.TryAdd(name, field);
        }

        byName = names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<SearchField> All { get; }

    public static JqlFields Of(bool isCloud) => ByDeployment.GetOrAdd(isCloud, cloud => new JqlFields(cloud));

    /// <summary>By a name, <c>cf[10016]</c>, or a name with its type, as Cloud's editor writes it: <c>"Story Points[Number]"</c>.</summary>
    public SearchField? Find(JqlField field)
    {
        if (field.Name.Equals("issue.property", StringComparison.OrdinalIgnoreCase)) return field.Properties is [var property] ? new PropertyField(property) { Names = [field.ToString()], Type = JqlType.Property } : null;
        if (field.CustomFieldId is { } id) return byName.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"cf[{id}]"));
        if (field.Properties.Count > 0 && !IsType(field)) return null;
        if (byName.TryGetValue(field.Name, out SearchField? found)) return found;
        int bracket = field.Name.IndexOf('[', StringComparison.Ordinal);
        return bracket > 0 && field.Name.EndsWith(']') && byName.TryGetValue(field.Name[..bracket].TrimEnd(), out found) && found.Of?.IsCustom == true ? found : null;
    }

    // Team[Number], without quotes, reads as a property.
    private bool IsType(JqlField field) => field.Properties is [{ Path: "" }] && byName.TryGetValue(field.Name, out SearchField? found) && found.Of?.IsCustom == true;
}
