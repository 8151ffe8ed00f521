using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Comments;

/// <summary>GET /{kind}/{id}/footer-comments and /inline-comments (the top ones), /footer-comments and /inline-comments (all), and a comment's /children.</summary>
internal static class ListComments
{
    public static void Map(Routes routes)
    {
        foreach (ContentCollection container in (ContentCollection[])[ContentCollection.Pages, ContentCollection.BlogPosts, ContentCollection.Attachments, ContentCollection.CustomContent])
        {
            routes.Get($"/{container.Path}/{{id}}/footer-comments", call => OfContainer(call, container, ContentCollection.FooterComments));
        }

        foreach (ContentCollection container in (ContentCollection[])[ContentCollection.Pages, ContentCollection.BlogPosts])
        {
            routes.Get($"/{container.Path}/{{id}}/inline-comments", call => OfContainer(call, container, ContentCollection.InlineComments));
        }

        foreach (ContentCollection comments in (ContentCollection[])[ContentCollection.FooterComments, ContentCollection.InlineComments])
        {
            routes.Get($"/{comments.Path}", call => List(call, comments, call.Wiki.Contents));
            routes.Get($"/{comments.Path}/{{id}}/children", call => List(call, comments, [.. call.Wiki.Children(comments.FindPublished(call))]));
        }
    }

    private static Answer OfContainer(Call call, ContentCollection container, ContentCollection comments)
    {
        IReadOnlyList<string> resolutions = call.Many("resolution-status");
        return List(call, comments, call.Wiki.ContainedIn(container.FindPublished(call)), comment =>
            comment.ParentId is null && (resolutions.Count == 0 || resolutions.Contains(Wire.Name(call.Wiki.ResolutionOf(comment)))));
    }

    private static Answer List(Call call, ContentCollection comments, IReadOnlyList<Content> from, Func<Comment, bool>? matches = null)
    {
        string? format = BodyJson.Format(call, inList: true);
        Func<Content, bool> hasStatus = ContentOrder.StatusFilter(call, ContentStatus.Current);
        return CursorPaging.Page(
            call,
            ContentOrder.Apply(call, from, "created-date", "modified-date"),
            comment => comment.Id,
            content => comments.Holds(content) && hasStatus(content) && matches?.Invoke((Comment)content) != false && call.Wiki.CanView(call.User, content),
            comment => CommentJson.InList(call, (Comment)comment, format));
    }
}
