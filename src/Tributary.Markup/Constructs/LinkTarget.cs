using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs;

internal enum LinkKind
{
    /// <summary>A place on the same page; <see cref="LinkTarget.Anchor"/> names it.</summary>
    Anchor,
    Page,
    BlogPost,
    Attachment,
    Url,
    User,
    Space,
    Content,

    /// <summary>A prefix that the administrators of a site gave another site, as in <c>ENG-12@ISSUE</c>.</summary>
    Shortcut,
    Other,
}

/// <summary>What an <c>ac:link</c> or <c>ac:image</c> points to. <see cref="Name"/> is what a reader would call it: a title, file name, address or id.</summary>
/// <param name="SpaceKey">Of a shortcut, its prefix.</param>
internal sealed record LinkTarget(LinkKind Kind, string Name, string? SpaceKey = null, string? Anchor = null)
{
    /// <summary>For an attachment of another page, that page.</summary>
    public LinkTarget? Container { get; init; }

    /// <summary>For a blog post, as <c>2026/01/31</c>.</summary>
    public string? PostingDay { get; init; }

    /// <summary>The <c>ri:</c> element, or null for a place on the same page.</summary>
    public StorageElement? Resource { get; init; }

    /// <summary>Of a shortcut, what its prefix stands before.</summary>
    public string Parameter => Name[..^((SpaceKey ?? "").Length + 1)];

    public static LinkTarget Shortcut(string key, string parameter) => new(LinkKind.Shortcut, $"{parameter}@{key}", key);

    public static LinkTarget Of(StorageElement link)
    {
        string? anchor = link["ac:anchor"];
        StorageElement? resource = link.Elements().FirstOrDefault(child => child.Name.StartsWith("ri:", StringComparison.Ordinal));
        return resource is null ? new LinkTarget(LinkKind.Anchor, anchor ?? "", Anchor: anchor ?? "") : OfResource(resource) with { Anchor = anchor };
    }

    public static LinkTarget OfResource(StorageElement resource)
    {
        LinkTarget target = resource.Name switch
        {
            "ri:page" => new LinkTarget(LinkKind.Page, resource["ri:content-title"] ?? "", resource["ri:space-key"]),
            "ri:blog-post" => new LinkTarget(LinkKind.BlogPost, resource["ri:content-title"] ?? "", resource["ri:space-key"]) { PostingDay = resource["ri:posting-day"] },
            "ri:attachment" => new LinkTarget(LinkKind.Attachment, resource["ri:filename"] ?? "")
            {
                Container = resource.Elements().FirstOrDefault() is { } container ? OfResource(container) : null,
            },
            "ri:url" => new LinkTarget(LinkKind.Url, resource["ri:value"] ?? ""),
            "ri:user" => new LinkTarget(LinkKind.User, resource["ri:account-id"] ?? resource["ri:userkey"] ?? resource["ri:username"] ?? ""),
            "ri:space" => new LinkTarget(LinkKind.Space, resource["ri:space-key"] ?? "", resource["ri:space-key"]),
            "ri:content-entity" => new LinkTarget(LinkKind.Content, resource["ri:content-id"] ?? ""),
            "ri:shortcut" => Shortcut(resource["ri:key"] ?? "", resource["ri:parameter"] ?? ""),
            _ => new LinkTarget(LinkKind.Other, ""),
        };
        return target with { Resource = resource };
    }
}
