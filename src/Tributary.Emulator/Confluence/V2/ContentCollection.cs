using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2;

/// <summary>A kind of content under its own path: <c>/pages/{id}</c>, <c>/blogposts/{id}</c>, ...</summary>
/// <param name="VersionOf">What a version calls the content it is of.</param>
internal sealed record ContentCollection(string Path, ContentType Type, string VersionOf, CommentLocation? Location = null)
{
    public static ContentCollection Pages { get; } = new("pages", ContentType.Page, "page");

    public static ContentCollection BlogPosts { get; } = new("blogposts", ContentType.BlogPost, "blogpost");

    public static ContentCollection Attachments { get; } = new("attachments", ContentType.Attachment, "attachment");

    public static ContentCollection CustomContent { get; } = new("custom-content", ContentType.Custom, "custom");

    public static ContentCollection Comments { get; } = new("comments", ContentType.Comment, "comment");

    public static ContentCollection FooterComments { get; } = new("footer-comments", ContentType.Comment, "comment", CommentLocation.Footer);

    public static ContentCollection InlineComments { get; } = new("inline-comments", ContentType.Comment, "comment", CommentLocation.Inline);

    public static ContentCollection Folders { get; } = new("folders", ContentType.Folder, "folder");

    public static ContentCollection Whiteboards { get; } = new("whiteboards", ContentType.Whiteboard, "whiteboard");

    public static ContentCollection Databases { get; } = new("databases", ContentType.Database, "database");

    public static ContentCollection Embeds { get; } = new("embeds", ContentType.Embed, "embed");

    /// <summary>Pages and what else stands in their tree.</summary>
    public static IReadOnlyList<ContentCollection> InTree { get; } = [Pages, Folders, Whiteboards, Databases, Embeds];

    public static IReadOnlyList<ContentCollection> All { get; } = [.. InTree, BlogPosts, Attachments, CustomContent, FooterComments, InlineComments];

    public bool Holds(Content content) => content.Type == Type && (Location is null || content is Comment comment && comment.Location == Location);

    /// <summary>The content that the route names, in whatever status, if the user may see it and it is of this kind.</summary>
    public Content Find(Call call)
    {
        string id = call.RouteId();
        Content content = call.Wiki.Visible(call.User, id);
        return Holds(content) ? content : throw ConfluenceException.NoContent(id);
    }

    /// <summary>As <see cref="Find"/>; what is in the trash or a draft is not found.</summary>
    public Content FindPublished(Call call)
    {
        Content content = Find(call);
        return content.Status is ContentStatus.Current or ContentStatus.Archived ? content : throw ConfluenceException.NoContent(content.Id);
    }
}
