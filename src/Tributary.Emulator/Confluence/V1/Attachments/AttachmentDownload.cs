using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Attachments;

/// <summary>The bytes of an attachment: redirected to the media origin on Cloud, served here on Data Center.</summary>
internal static class AttachmentDownload
{
    public static void Map(Routes routes) => routes.Get("/content/{id}/child/attachment/{attachmentId}/download", call => Send(call, AttachmentById.Of(call)));

    /// <summary>The address in <c>_links.download</c>, below the context path.</summary>
    public static void MapLink(Routes routes) => routes.Get("/download/attachments/{id}/{name}", call =>
    {
        Content container = call.Wiki.Visible(call.User, call.RouteId());
        return Send(call, call.Wiki.FindAttachment(container, call.Route("name")) ?? throw ConfluenceException.NotFound($"No attachment {call.Route("name")} on content with id : {container.Id}"));
    });

    private static Answer Send(Call call, Attachment attachment)
    {
        ContentVersion version = call.Number("version") is { } number
            ? attachment.Version(number) ?? throw ConfluenceException.NotFound($"No version {number} of content with id : {attachment.Id}")
            : attachment.Latest;
        return call.Site.IsCloud
            ? Answer.Redirect(MediaHost.LinkTo(call.Site, attachment, version))
            : Answer.Bytes(version.File!.MediaType, version.File.Data).With("Content-Disposition", $"attachment; filename*=UTF-8''{Uri.EscapeDataString(version.Title)}").With("X-Content-Type-Options", "nosniff");
    }
}
