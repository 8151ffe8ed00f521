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
        Content container = Named.Content(call);
        string name = call.Route("name");
        Attachment attachment = call.Wiki.FindAttachment(container, name)
            ?? throw ConfluenceException.NotFound($"No attachment {name} on content with id : {container.Id}");
        return Send(call, attachment);
    });

    private static Answer Send(Call call, Attachment attachment)
    {
        ContentVersion version = call.Number("version") is { } number ? Named.Version(attachment, number) : attachment.Latest;
        if (call.Site.IsCloud) return Answer.Redirect(MediaHost.LinkTo(call.Site, attachment, version));
        return Answer.Bytes(version.File!.MediaType, version.File.Data)
            .With("Content-Disposition", $"attachment; filename*=UTF-8''{Uri.EscapeDataString(version.Title)}")
            .With("X-Content-Type-Options", "nosniff");
    }
}
