using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Attachments;

/// <summary><c>/content/{id}/child/attachment</c>: new files (POST), new or newer files (PUT).</summary>
internal static class AttachmentCollection
{
    public static void Map(Routes routes)
    {
        routes.Post("/content/{id}/child/attachment", call => Receive(call, replaces: !call.Site.IsCloud && call.Flag("allowDuplicated")));
        routes.Put("/content/{id}/child/attachment", call => Receive(call, replaces: true));
    }

    private static Answer Receive(Call call, bool replaces)
    {
        Content container = Named.Content(call);
        call.Wiki.RequireEdit(call.User, container);
        Upload[] uploads = Upload.Of(call);
        foreach (Upload upload in uploads)
        {
            // All or none: a name that is taken or impossible keeps the others out too.
            Wiki.RequireFileName(upload.FileName);
            if (replaces || call.Wiki.FindAttachment(container, upload.FileName) is null) continue;
            throw ConfluenceException.BadRequest($"Cannot add a new attachment with same file name as an existing attachment: {upload.FileName}");
        }

        Attachment[] stored = [.. uploads.Select(upload => Store(call, container, upload))];
        Rendering rendering = new(call);
        Expansion expand = Expansion.Of(call, "metadata", "version", "container");
        JsonArray results = [.. stored.Select(attachment => rendering.Content(attachment, expand))];
        return Answer.Ok(Lists.Envelope(call, results, 0, results.Count, hasMore: false));
    }

    private static Attachment Store(Call call, Content container, Upload upload) => call.Wiki.FindAttachment(container, upload.FileName) is { } known
        ? call.Wiki.UpdateAttachmentData(call.User, known, upload.File, upload.Comment, upload.IsMinor)
        : call.Wiki.AddAttachment(call.User, container, upload.FileName, upload.File, upload.Comment, upload.IsMinor);
}
