using System.Globalization;

namespace Tributary.Query.Jql;

/// <summary>A field of a clause or of ORDER BY. <see cref="ToString"/> quotes the name where JQL needs it.</summary>
/// <param name="Name">
/// As Jira knows it, without quotes: <c>assignee</c>, <c>Story Points</c>, <c>Team[Team]</c>, <c>cf[10010]</c>. Case is kept but means nothing to Jira. Never blank.
/// </param>
/// <param name="Properties">What follows a name in brackets: <c>issue.property[tasks].done</c> is the name <c>issue.property</c> and one property.</param>
public sealed record JqlField(string Name, IReadOnlyList<JqlProperty> Properties)
{
    /// <exception cref="ArgumentException">The name is blank: Jira has no such field, and no JQL can say it.</exception>
    public string Name { get; } = string.IsNullOrWhiteSpace(Name) ? throw new ArgumentException("A field name cannot be empty.", nameof(Name)) : Name;

    /// <summary>The number in <c>cf[10010]</c>, however it was quoted; null for every other field.</summary>
    public long? CustomFieldId => JqlNames.CustomFieldId(Name);

    /// <summary>The field of this name, whatever characters it holds: no part of it is read as JQL.</summary>
    public static JqlField Named(string name) => new(name, []);

    public static JqlField Custom(long id) => Named(string.Create(CultureInfo.InvariantCulture, $"cf[{id}]"));

    /// <summary>The field with this id in the REST API: <c>customfield_10010</c> is <c>cf[10010]</c> in JQL, a system field is called what its id says.</summary>
    public static JqlField WithId(string id)
    {
        const string Prefix = "customfield_";
        return id.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && long.TryParse(id.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? Custom(number)
            : Named(id);
    }

    public bool Equals(JqlField? other) => other is not null && Name == other.Name && Properties.SequenceEqual(other.Properties);

    public override int GetHashCode() => Properties.Aggregate(Name.GetHashCode(StringComparison.Ordinal), HashCode.Combine);

    public override string ToString() => JqlPrinter.Print(this);
}

/// <param name="Key">Of the entity property, without quotes.</param>
/// <param name="Path">Into its value, without the leading dot; empty for the value itself.</param>
public sealed record JqlProperty(string Key, string Path);
