using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Attachments;

/// <summary><c>/content/{id}/child/attachment</c>: new files (POST), new or newer files (PUT).</summary>
internal static class AttachmentCollection
{
    public static void Map(Routes routes)
    {
        routes.Post("/content/{id}/child/attachment", call => Upload(call, replaces: call.Flag("allowDuplicated")));
        routes.Put("/content/{id}/child/attachment", call => Upload(call, replaces: true));
    }

    private static Answer Upload(Call call, bool replaces)
    {
        Content container = call.Wiki.Visible(call.User, call.RouteId());
        UploadedFile[] files = Uploads.Of(call);
        if (!replaces)
        {
            // All or none: a name that is taken keeps the others out too.
            foreach (UploadedFile file in files)
            {
                if (call.Wiki.FindAttachment(container, file.FileName) is not null) throw ConfluenceException.BadRequest($"Cannot add a new attachment with same file name as an existing attachment: {file.FileName}");
            }
        }

        Attachment[] stored = [.. files.Select(file => call.Wiki.FindAttachment(container, file.FileName) is { } known
            ? call.Wiki.UpdateAttachmentData(call.User, known, Uploads.Version(file), Uploads.Comment(call), Uploads.IsMinor(call))
            : call.Wiki.AddAttachment(call.User, container, file.FileName, Uploads.Version(file), Uploads.Comment(call), Uploads.IsMinor(call)))];
        Rendering rendering = new(call);
        Expansion expand = Expansion.Of(call, "metadata", "version", "container");
        JsonArray results = [.. stored.Select(attachment => rendering.Content(attachment, expand))];
        return Answer.Ok(Lists.Envelope(call, results, 0, results.Count, hasMore: false));
    }
}
