using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Seeds;

// What may be left out has a setter: generated readers give init-only properties that are left out null, not their default.

/// <summary>A site as a person writes it down; docs/emulator-seeds.md explains the keys.</summary>
internal sealed record SeedFile
{
    public required IReadOnlyList<SeedSpace> Spaces { get; init; }
}

internal sealed record SeedSpace
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public long? Id { get; set; }

    public string Description { get; set; } = "";

    public string By { get; set; } = "alice";

    public string At { get; set; } = "-365d";

    /// <summary>User and group names; by default all users but guests.</summary>
    public IReadOnlyList<string> Viewers { get; set; } = [Wiki.UsersGroup];

    public IReadOnlyList<string> Editors { get; set; } = [Wiki.UsersGroup];

    public IReadOnlyList<string> Administrators { get; set; } = [Wiki.AdministratorsGroup];

    public IReadOnlyList<string> Labels { get; set; } = [];

    /// <summary>The roots of the page tree.</summary>
    public IReadOnlyList<SeedPage> Pages { get; set; } = [];

    public IReadOnlyList<SeedPage> BlogPosts { get; set; } = [];

    public IReadOnlyList<SeedTemplate> Templates { get; set; } = [];
}

/// <summary>A page or blog post: <see cref="By"/> and <see cref="At"/> are its first version, <see cref="Edits"/> all others, its body is the newest.</summary>
internal sealed record SeedPage
{
    public required string Title { get; init; }

    public long? Id { get; set; }

    public string? Alias { get; set; }

    public string? Body { get; set; }

    public string? BodyFile { get; set; }

    public string? By { get; set; }

    public string? At { get; set; }

    public string Message { get; set; } = "";

    public ContentStatus Status { get; set; }

    public bool Home { get; set; }

    public IReadOnlyList<string> Labels { get; set; } = [];

    public IReadOnlyList<string> Likes { get; set; } = [];

    public IReadOnlyList<string> Watchers { get; set; } = [];

    public SeedRestrictions Restrictions { get; set; } = new();

    public IReadOnlyDictionary<string, JsonNode?> Properties { get; set; } = new Dictionary<string, JsonNode?>();

    public IReadOnlyList<SeedEdit> Edits { get; set; } = [];

    public IReadOnlyList<SeedAttachment> Attachments { get; set; } = [];

    public IReadOnlyList<SeedComment> Comments { get; set; } = [];

    public IReadOnlyList<SeedComment> InlineComments { get; set; } = [];

    public IReadOnlyList<SeedPage> Children { get; set; } = [];
}

internal sealed record SeedRestrictions
{
    public IReadOnlyList<string> Read { get; set; } = [];

    public IReadOnlyList<string> Update { get; set; } = [];
}

/// <summary>A later version, told by what it changed: the body before it is found by taking the changes back.</summary>
internal sealed record SeedEdit
{
    public string? By { get; set; }

    public required string At { get; init; }

    public string Message { get; set; } = "";

    public bool Minor { get; set; }

    public string? RenamedFrom { get; set; }

    public IReadOnlyList<SeedChange> Changes { get; set; } = [];

    /// <summary>The whole body before this edit, in place of changes.</summary>
    public string? BodyBefore { get; set; }
}

/// <param name="To">Stands exactly once in the body after the edit.</param>
internal sealed record SeedChange(string From, string To);

/// <summary>A file, with one of three sources of its bytes.</summary>
internal sealed record SeedAttachment
{
    public required string Name { get; init; }

    public string? MediaType { get; set; }

    public string? File { get; set; }

    public string? Text { get; set; }

    public string? Base64 { get; set; }

    public string? By { get; set; }

    public string? At { get; set; }

    public string Comment { get; set; } = "";

    public IReadOnlyList<SeedUpload> Edits { get; set; } = [];
}

/// <summary>A newer version of a file.</summary>
internal sealed record SeedUpload
{
    public string? File { get; set; }

    public string? Text { get; set; }

    public string? Base64 { get; set; }

    public string? By { get; set; }

    public required string At { get; init; }

    public string Comment { get; set; } = "";
}

internal sealed record SeedComment
{
    public required string Body { get; init; }

    public string? By { get; set; }

    public string? At { get; set; }

    /// <summary>Inline comments alone: the <c>ac:ref</c> of the marker in the page's body.</summary>
    public string? Marker { get; set; }

    public Resolution Status { get; set; }

    public string? ResolvedBy { get; set; }

    public IReadOnlyList<string> Likes { get; set; } = [];

    public IReadOnlyList<SeedComment> Replies { get; set; } = [];
}

internal sealed record SeedTemplate
{
    public required string Name { get; init; }

    public string Description { get; set; } = "";

    public string? Body { get; set; }

    public string? BodyFile { get; set; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SeedFile))]
internal sealed partial class SeedFileJson : JsonSerializerContext;
