using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Attachments;

/// <summary>GET /attachments/{id}, and its thumbnail at the media host.</summary>
internal static class GetAttachment
{
    public static void Map(Routes routes)
    {
        routes.Get("/attachments/{id}", call => Serve(call, (Attachment)ContentCollection.Attachments.Find(call)));
        routes.Get("/attachments/{id}/thumbnail/download", call =>
        {
            var attachment = (Attachment)ContentCollection.Attachments.FindPublished(call);
            return Answer.Redirect(MediaHost.LinkTo(call.Site, attachment, Version(call, attachment)));
        });
    }

    private static Answer Serve(Call call, Attachment attachment) => Answer.Ok(AttachmentJson.Alone(call, attachment, Version(call, attachment)));

    private static ContentVersion Version(Call call, Attachment attachment)
    {
        int number = call.Number("version") ?? attachment.Latest.Number;
        return attachment.Version(number) ?? throw ConfluenceException.NotFound($"No version {number} of content with id : {attachment.Id}");
    }
}
