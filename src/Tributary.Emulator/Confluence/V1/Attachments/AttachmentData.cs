using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Attachments;

/// <summary><c>POST /content/{id}/child/attachment/{attachmentId}/data</c>: a newer file.</summary>
internal static class AttachmentData
{
    public static void Map(Routes routes) => routes.Post("/content/{id}/child/attachment/{attachmentId}/data", Update);

    private static Answer Update(Call call)
    {
        Attachment attachment = AttachmentById.Of(call);
        UploadedFile file = Uploads.Of(call)[0];
        call.Wiki.UpdateAttachmentData(call.User, attachment, Uploads.Version(file), Uploads.Comment(call), Uploads.IsMinor(call));
        Rendering rendering = new(call);
        return Answer.Ok(rendering.Top(rendering.Content(attachment, Expansion.Of(call, "metadata", "version", "container"))));
    }
}
