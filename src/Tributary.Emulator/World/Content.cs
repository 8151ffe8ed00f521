using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Tributary.Emulator.World;

/// <summary>Anything that Confluence gives an id, a title, versions and a place to.</summary>
[JsonDerivedType(typeof(Content), "content")]
[JsonDerivedType(typeof(Comment), "comment")]
[JsonDerivedType(typeof(Attachment), "attachment")]
[JsonDerivedType(typeof(CustomContent), "custom")]
internal class Content
{
    private string? id;

    public required long Number { get; init; }

    public required ContentType Type { get; init; }

    public required long SpaceId { get; set; }

    public ContentStatus Status { get; set; }

    /// <summary>What is above it in the tree: null for a root and for what has no place in a tree.</summary>
    public string? ParentId { get; set; }

    /// <summary>Where it stands among its siblings: greater is further down.</summary>
    public long Position { get; set; }

    public required string AuthorId { get; init; }

    public string? OwnerId { get; set; }

    public string? LastOwnerId { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>A second name that the site answers to, such as <c>mock-page-1</c>.</summary>
    public string? Alias { get; set; }

    /// <summary>Oldest first; never empty.</summary>
    public List<ContentVersion> Versions { get; init; } = [];

    /// <summary>Edits of a published content that are not published yet.</summary>
    public ContentVersion? UnpublishedDraft { get; set; }

    public string? Subtype { get; set; }

    /// <summary>The address that an embed (Smart Link) shows.</summary>
    public string? EmbedUrl { get; set; }

    public List<Label> Labels { get; init; } = [];

    public List<Property> Properties { get; init; } = [];

    public List<Like> Likes { get; init; } = [];

    /// <summary>Grows while others read: looking at a page is no change of it.</summary>
    public ConcurrentQueue<ContentView> Views { get; init; } = new();

    /// <summary>Account ids, as in every set of people here.</summary>
    public HashSet<string> Watchers { get; init; } = [];

    public HashSet<string> Favourites { get; init; } = [];

    public Restriction Read { get; init; } = new();

    public Restriction Update { get; init; } = new();

    /// <summary><c>98304</c>; an attachment's is <c>att98304</c>.</summary>
    [JsonIgnore]
    public string Id => id ??= (Type == ContentType.Attachment ? "att" : "") + Number.ToString(CultureInfo.InvariantCulture);

    [JsonIgnore]
    public ContentVersion Latest => Versions[^1];

    [JsonIgnore]
    public string Title => Latest.Title;

    [JsonIgnore]
    public string Body => Latest.Body;

    public ContentVersion? Version(int number) => Versions.Find(version => version.Number == number);
}

internal enum CommentLocation
{
    Footer,
    Inline,
}

internal enum Resolution
{
    Open,
    Reopened,
    Resolved,
    Dangling,
}

/// <summary>A comment on a page, blog post, attachment or custom content; <see cref="Content.ParentId"/> is the comment that it answers.</summary>
internal sealed class Comment : Content
{
    public required string ContainerId { get; init; }

    public CommentLocation Location { get; init; }

    /// <summary>The <c>ac:ref</c> of the marker in the page's body.</summary>
    public string? MarkerRef { get; init; }

    public string? Selection { get; init; }

    public Resolution Resolution { get; set; }

    public string? ResolutionModifierId { get; set; }

    public DateTimeOffset? ResolutionModifiedAt { get; set; }
}

/// <summary>A file on a page, blog post or custom content; each version has its own bytes.</summary>
internal sealed class Attachment : Content
{
    public required string ContainerId { get; set; }

    /// <summary>Names the file at the media host.</summary>
    public required string FileId { get; init; }

    [JsonIgnore]
    public FileVersion File => Latest.File!;
}

/// <summary>An app's own content, in a space or on a container.</summary>
internal sealed class CustomContent : Content
{
    /// <summary>Such as <c>ac:app-key:note</c>.</summary>
    public required string CustomType { get; init; }

    public string? ContainerId { get; init; }

    /// <summary><c>storage</c> or <c>raw</c>: raw bodies are the app's and never read.</summary>
    public string Representation { get; set; } = "storage";
}
