using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Seeds;

/// <summary>A site as a person writes it down; docs/emulator-seeds.md explains the keys.</summary>
internal sealed record SeedFile
{
    public required IReadOnlyList<SeedSpace> Spaces { get; init; }

    public IReadOnlyList<SeedProject> Projects { get; init; } = [];
}

internal sealed record SeedSpace
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public long? Id { get; init; }

    public string Description { get; init; } = "";

    public string By { get; init; } = "alice";

    public string At { get; init; } = "-365d";

    /// <summary>User and group names; by default all users but guests.</summary>
    public IReadOnlyList<string> Viewers { get; init; } = [Wiki.UsersGroup];

    public IReadOnlyList<string> Editors { get; init; } = [Wiki.UsersGroup];

    public IReadOnlyList<string> Administrators { get; init; } = [Wiki.AdministratorsGroup];

    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The roots of the page tree.</summary>
    public IReadOnlyList<SeedPage> Pages { get; init; } = [];

    public IReadOnlyList<SeedPage> BlogPosts { get; init; } = [];

    public IReadOnlyList<SeedTemplate> Templates { get; init; } = [];
}

/// <summary>A page or blog post: <see cref="By"/> and <see cref="At"/> are its first version, <see cref="Edits"/> all others, its body is the newest.</summary>
internal sealed record SeedPage
{
    public required string Title { get; init; }

    public long? Id { get; init; }

    public string? Alias { get; init; }

    public string? Body { get; init; }

    public string? BodyFile { get; init; }

    public string? By { get; init; }

    public string? At { get; init; }

    public string Message { get; init; } = "";

    public ContentStatus Status { get; init; }

    public bool Home { get; init; }

    public IReadOnlyList<string> Labels { get; init; } = [];

    public IReadOnlyList<string> Likes { get; init; } = [];

    public IReadOnlyList<string> Watchers { get; init; } = [];

    public SeedRestrictions Restrictions { get; init; } = new();

    public IReadOnlyDictionary<string, JsonNode?> Properties { get; init; } = new Dictionary<string, JsonNode?>();

    public IReadOnlyList<SeedEdit> Edits { get; init; } = [];

    public IReadOnlyList<SeedAttachment> Attachments { get; init; } = [];

    public IReadOnlyList<SeedComment> Comments { get; init; } = [];

    public IReadOnlyList<SeedComment> InlineComments { get; init; } = [];

    public IReadOnlyList<SeedPage> Children { get; init; } = [];
}

internal sealed record SeedRestrictions
{
    public IReadOnlyList<string> Read { get; init; } = [];

    public IReadOnlyList<string> Update { get; init; } = [];
}

/// <summary>A later version, told by what it changed: the body before it is found by taking the changes back.</summary>
internal sealed record SeedEdit
{
    public string? By { get; init; }

    public required string At { get; init; }

    public string Message { get; init; } = "";

    public bool Minor { get; init; }

    public string? RenamedFrom { get; init; }

    public IReadOnlyList<SeedChange> Changes { get; init; } = [];

    /// <summary>The whole body before this edit, in place of changes.</summary>
    public string? BodyBefore { get; init; }
}

/// <param name="To">Stands exactly once in the body after the edit.</param>
internal sealed record SeedChange(string From, string To);

/// <summary>A file; its later versions are <see cref="Edits"/>.</summary>
internal sealed record SeedAttachment
{
    public required string Name { get; init; }

    public string? MediaType { get; init; }

    public required SeedUpload First { get; init; }

    public IReadOnlyList<SeedUpload> Edits { get; init; } = [];
}

/// <summary>One version of a file, with one of three sources of its bytes.</summary>
internal sealed record SeedUpload
{
    public string? File { get; init; }

    public string? Text { get; init; }

    public string? Base64 { get; init; }

    public string? By { get; init; }

    public string? At { get; init; }

    public string Comment { get; init; } = "";
}

internal sealed record SeedComment
{
    public required string Body { get; init; }

    public string? By { get; init; }

    public string? At { get; init; }

    /// <summary>Inline comments alone: the <c>ac:ref</c> of the marker in the page's body.</summary>
    public string? Marker { get; init; }

    public Resolution Status { get; init; }

    public string? ResolvedBy { get; init; }

    public IReadOnlyList<string> Likes { get; init; } = [];

    public IReadOnlyList<SeedComment> Replies { get; init; } = [];
}

internal sealed record SeedTemplate
{
    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public string? Body { get; init; }

    public string? BodyFile { get; init; }
}
