using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Attachments;

/// <summary>GET /attachments, /{kind}/{id}/attachments and /labels/{id}/attachments; 50 a page unless told.</summary>
internal static class ListAttachments
{
    public static void Map(Routes routes)
    {
        routes.Get("/attachments", call => List(call, call.Wiki.Contents, _ => true));
        foreach (ContentCollection container in (ContentCollection[])[ContentCollection.Pages, ContentCollection.BlogPosts, ContentCollection.CustomContent])
        {
            routes.Get($"/{container.Path}/{{id}}/attachments", call => List(call, call.Wiki.ContainedIn(container.FindPublished(call)), _ => true));
        }

        routes.Get("/labels/{id}/attachments", OfLabel);
    }

    private static Answer OfLabel(Call call)
    {
        Label label = call.Wiki.FindLabel(call.RouteNumber()) ?? throw ConfluenceException.NotFound($"No label found with id : {call.Route("id")}");
        return List(call, call.Wiki.Contents, attachment => attachment.Labels.Contains(label));
    }

    private static Answer List(Call call, IReadOnlyList<Content> from, Func<Content, bool> matches)
    {
        Func<Content, bool> hasStatus = ContentOrder.StatusFilter(call, ContentStatus.Current);
        string? fileName = call.Query("filename");
        string? mediaType = call.Query("mediaType");
        return CursorPaging.Page(
            call,
            ContentOrder.Apply(call, from, "created-date", "modified-date"),
            attachment => attachment.Id,
            content => content is Attachment attachment
                && hasStatus(attachment)
                && (fileName is null || attachment.Title.Equals(fileName, StringComparison.Ordinal))
                && (mediaType is null || attachment.File.MediaType == mediaType)
                && matches(attachment)
                && call.Wiki.CanView(call.User, attachment),
            attachment => AttachmentJson.InList(call, (Attachment)attachment),
            defaultLimit: 50);
    }
}
