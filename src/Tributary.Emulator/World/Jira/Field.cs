namespace Tributary.Emulator.World.Jira;

/// <summary>What a field holds, and how <see cref="Issue.Values"/> keeps it.</summary>
internal enum FieldKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A string: ADF as JSON on Cloud, wiki markup on Data Center.</summary>
    RichText,

    Url,

    Number,

    /// <summary><c>2026-01-31</c>.</summary>
    Date,

    /// <summary>ISO 8601, in UTC.</summary>
    Moment,

    /// <summary>Seconds.</summary>
    Duration,

    /// <summary>An account id.</summary>
    User,
    Users,

    /// <summary>The id of one of <see cref="Field.Options"/>.</summary>
    Option,
    Options,

    /// <summary>An array of words.</summary>
    Labels,

    /// <summary>An id, as all up to <see cref="Issue"/>; in the plural an array of ids.</summary>
    Project,
    IssueType,
    Status,
    Priority,
    Resolution,
    Versions,
    Components,
    Sprints,
    Issue,

    /// <summary>Never kept among the values: made from what else is known of the issue.</summary>
    Computed,
}

/// <summary>A field of issues.</summary>
/// <param name="Id"><c>summary</c>, <c>customfield_10016</c>.</param>
/// <param name="CustomType">Such as <c>com.atlassian.jira.plugin.system.customfieldtypes:float</c>; null for a system field.</param>
/// <param name="ClauseNames">How JQL may call it; empty where JQL does not know it.</param>
/// <param name="Type">The <c>type</c> of its schema on the wire, such as <c>array</c>.</param>
/// <param name="Items">The <c>items</c> of its schema, for arrays.</param>
internal sealed record Field(string Id, string Name, FieldKind Kind, string Type, string? Items, IReadOnlyList<string> ClauseNames, string? CustomType = null)
{
    public bool IsCustom => CustomType is not null;

    /// <summary>The number of a custom field: <c>cf[10016]</c>.</summary>
    public int? CustomId => IsCustom ? int.Parse(Id.AsSpan("customfield_".Length), System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>Of a choice, in their order.</summary>
    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    public bool IsList => Kind is FieldKind.Users or FieldKind.Options or FieldKind.Labels or FieldKind.Versions or FieldKind.Components or FieldKind.Sprints;
}

internal sealed record FieldOption(string Id, string Value);

/// <summary>A field on a screen.</summary>
internal sealed record ScreenField(string FieldId, bool Required = false);
