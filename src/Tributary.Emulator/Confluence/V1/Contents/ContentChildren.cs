using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Contents;

/// <summary><c>/content/{id}/child</c> and <c>/child/{type}</c>: pages, attachments and comments of a content.</summary>
internal static class ContentChildren
{
    public static void Map(Routes routes)
    {
        routes.Get("/content/{id}/child", All);
        routes.Get("/content/{id}/child/page", call => OfType(call, "page"));
        routes.Get("/content/{id}/child/attachment", Attachments);
        routes.Get("/content/{id}/child/comment", Comments);
        routes.Get("/content/{id}/child/{type}", call => OfType(call, call.Route("type")));
    }

    private static Answer All(Call call)
    {
        Content content = Named.Content(call);
        Rendering rendering = new(call);
        return Answer.Ok(rendering.Top(rendering.ChildrenOf(content, Expansion.Of(call))));
    }

    private static Answer OfType(Call call, string type) => Lists.Contents(call, new Rendering(call).Children(Named.Content(call), type));

    private static Answer Attachments(Call call)
    {
        string? name = call.Query("filename");
        string? mediaType = call.Query("mediaType");
        IEnumerable<Attachment> attachments = new Rendering(call).Children(Named.Content(call), "attachment").Cast<Attachment>();
        return Lists.Contents(
            call,
            attachments.Where(attachment => (name is null || attachment.Title == name) && (mediaType is null || attachment.File.MediaType == mediaType)),
            "metadata");
    }

    private static Answer Comments(Call call)
    {
        Content content = Named.Content(call);
        bool all = call.Query("depth") == "all";
        IReadOnlyList<string> locations = call.Many("location");
        foreach (string location in locations)
        {
            if (location is not ("footer" or "inline" or "resolved")) throw ConfluenceException.BadRequest($"Unsupported location: {location}");
        }

        // Comments of a comment are its answers, wherever they stand.
        IEnumerable<Comment> comments = all && content is not Comment ? call.Wiki.CommentsOn(content) : new Rendering(call).Children(content, "comment").Cast<Comment>();
        return Lists.Contents(call, comments.Where(comment => locations.Count == 0 || locations.Contains(Location(comment))));
    }

    private static string Location(Comment comment) => comment switch
    {
        { Location: CommentLocation.Footer } => "footer",
        { Resolution: Resolution.Resolved } => "resolved",
        _ => "inline",
    };
}
