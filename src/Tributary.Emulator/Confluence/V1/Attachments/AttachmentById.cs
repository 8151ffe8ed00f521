using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Attachments;

/// <summary><c>/content/{id}/child/attachment/{attachmentId}</c>: PUT changes name, comment, media type or container; DELETE is Data Center's.</summary>
internal static class AttachmentById
{
    public static void Map(Routes routes)
    {
        routes.Put("/content/{id}/child/attachment/{attachmentId}", Update);
        if (!routes.Site.IsCloud) routes.Delete("/content/{id}/child/attachment/{attachmentId}", Delete);
    }

    /// <summary>The attachment that the path names, on the content that the path names.</summary>
    public static Attachment Of(Call call)
    {
        Content container = Named.Content(call);
        Content named = Named.Content(call, "attachmentId");
        return named is Attachment attachment && attachment.ContainerId == container.Id ? attachment : throw ConfluenceException.NoContent(named.Id);
    }

    private static Answer Update(Call call)
    {
        Attachment attachment = Of(call);
        JsonObject version = Field.Object(call.Json, "version") ?? throw ConfluenceException.BadRequest("version is required");
        JsonObject? metadata = Field.Object(call.Json, "metadata");
        JsonObject? container = Field.Object(call.Json, "container");
        call.Wiki.UpdateAttachment(
            call.User,
            attachment,
            Field.Number(version, "number") ?? throw ConfluenceException.BadRequest("version.number is required"),
            Field.Text(call.Json, "title"),
            metadata is null ? null : Field.Text(metadata, "comment"),
            metadata is null ? null : Field.Text(metadata, "mediaType"),
            container is null ? null : Named.Content(call.Wiki, call.User, Field.RequiredText(container, "id")));
        Rendering rendering = new(call);
        return Answer.Ok(rendering.Top(rendering.Content(attachment, Expansion.Of(call, "metadata", "version", "container"))));
    }

    private static Answer Delete(Call call)
    {
        call.Wiki.Trash(call.User, Of(call));
        return Answer.NoContent();
    }
}
