using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Attachments;

/// <summary><c>POST /content/{id}/child/attachment/{attachmentId}/data</c>: a newer file.</summary>
internal static class AttachmentData
{
    public static void Map(Routes routes) => routes.Post("/content/{id}/child/attachment/{attachmentId}/data", Update);

    private static Answer Update(Call call)
    {
        Attachment attachment = AttachmentById.Of(call);
        Upload upload = Upload.Of(call)[0];
        call.Wiki.UpdateAttachmentData(call.User, attachment, upload.File, upload.Comment, upload.IsMinor);
        Rendering rendering = new(call);
        return Answer.Ok(rendering.Top(rendering.Content(attachment, Expansion.Of(call, "metadata", "version", "container"))));
    }
}
