namespace Tributary.Markup.Rendering;

/// <summary>What only the wiki knows while a body is rendered. A null answer means: not found, or not for this reader.</summary>
public sealed record ViewContext
{
    /// <summary>The address of a page, blog post or space.</summary>
    public Func<PageReference, string?> PageUrl { get; init; } = static _ => null;

    /// <summary>The address of an attachment's bytes.</summary>
    public Func<AttachmentReference, string?> AttachmentUrl { get; init; } = static _ => null;

    /// <summary>The display name of an account id, user key or user name.</summary>
    public Func<string, string?> UserName { get; init; } = static _ => null;

    public Func<string, string?> UserUrl { get; init; } = static _ => null;

    /// <summary>The children of a page (null: of this one) down to a depth (0: all the way), for the children macro.</summary>
    public Func<PageReference?, int, IReadOnlyList<ChildPage>> Children { get; init; } = static (_, _) => [];

    /// <summary>The address of a Jira issue.</summary>
    public Func<string, string?> IssueUrl { get; init; } = static _ => null;
}

/// <summary>A page as a body names it: by title (and space, when it is another one) or by id; a space has a key alone.</summary>
public sealed record PageReference(string Title, string? SpaceKey = null, string? ContentId = null, string? PostingDay = null);

/// <summary>An attachment of this page, or of <paramref name="Page"/>.</summary>
public sealed record AttachmentReference(string FileName, PageReference? Page = null);

public sealed record ChildPage(string Title, string Url, IReadOnlyList<ChildPage> Children);
