using System.Text.Json;

namespace Tributary.Atlassian.Jira.Models;

/// <summary>A field of the site. GET /rest/api/3/field.</summary>
public sealed record Field(string Id, string Name, bool IsCustom, FieldSchema Schema, IReadOnlyList<string> ClauseNames);

/// <param name="Type"><c>string</c>, <c>number</c>, <c>user</c>, <c>option</c>, <c>array</c> ...</param>
/// <param name="Items">Of an array.</param>
/// <param name="Custom">The kind of a custom field: <c>com.atlassian.jira.plugin.system.customfieldtypes:textarea</c>.</param>
public sealed record FieldSchema(string Type, string? Items, string? System, string? Custom)
{
    /// <summary>Text with structure: ADF on Cloud, wiki markup on Data Center.</summary>
    public bool IsRichText => System is "description" or "environment" || Custom?.EndsWith(":textarea", StringComparison.Ordinal) == true;

    /// <summary>The epic of an issue on Data Center.</summary>
    public bool IsEpicLink => Custom?.EndsWith(":gh-epic-link", StringComparison.Ordinal) == true;

    public bool IsSprint => Custom?.EndsWith(":gh-sprint", StringComparison.Ordinal) == true;
}

/// <summary>A field on a screen for creating, editing or moving on.</summary>
/// <param name="Allowed">Null where the values are not listed.</param>
public sealed record ScreenField(string Id, string Name, bool Required, bool HasDefault, FieldSchema Schema, IReadOnlyList<AllowedValue>? Allowed)
{
    /// <summary>Nothing is done without a value for it.</summary>
    public bool MustBeGiven => Required && !HasDefault;
}

/// <param name="Name">As people see it.</param>
/// <param name="Children">Of a cascading select.</param>
public sealed record AllowedValue(string Id, string Name, IReadOnlyList<AllowedValue> Children)
{
    internal static AllowedValue? Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return null;
        string? name = Text("value") ?? Text("name") ?? Text("key");
        return name is null ? null : new AllowedValue(Text("id") ?? name, name, value.TryGetProperty("children", out JsonElement children) && children.ValueKind == JsonValueKind.Array
            ? [.. children.EnumerateArray().Select(Of).OfType<AllowedValue>()]
            : []);

        string? Text(string member) => value.TryGetProperty(member, out JsonElement text) && text.ValueKind is JsonValueKind.String or JsonValueKind.Number ? text.ToString() : null;
    }
}

/// <summary>A step that the workflow allows now.</summary>
/// <param name="To">The status it leads to.</param>
/// <param name="Fields">What is asked on the way.</param>
public sealed record Transition(string Id, string Name, string To, IReadOnlyList<ScreenField> Fields);
