using System.Text.Json.Serialization;

namespace Tributary.Emulator.World;

internal enum SpaceType
{
    Global,
    Personal,
    Collaboration,
    KnowledgeBase,
}

internal enum SpacePermission
{
    View,

    /// <summary>Create, edit, comment, delete.</summary>
    Edit,
    Administer,
}

internal sealed class Space
{
    public required long Id { get; init; }

    public required string Key { get; init; }

    public string? ActiveAlias { get; set; }

    public required string Name { get; set; }

    public SpaceType Type { get; init; }

    public bool IsArchived { get; set; }

    /// <summary>Plain text.</summary>
    public string Description { get; set; } = "";

    public required string AuthorId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string? HomepageId { get; set; }

    public List<Label> Labels { get; init; } = [];

    public List<Property> Properties { get; init; } = [];

    public HashSet<string> Watchers { get; init; } = [];

    public HashSet<string> Favourites { get; init; } = [];

    /// <summary>Unlike a <see cref="Restriction"/>, empty lets nobody.</summary>
    public Restriction Viewers { get; init; } = new();

    public Restriction Editors { get; init; } = new();

    public Restriction Administrators { get; init; } = new();

    [JsonIgnore]
    public string IdText => Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public Restriction Grants(SpacePermission permission) => permission switch
    {
        SpacePermission.View => Viewers,
        SpacePermission.Edit => Editors,
        _ => Administrators,
    };
}
