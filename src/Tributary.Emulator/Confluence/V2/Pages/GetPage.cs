using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Pages;

/// <summary>GET /pages/{id} and GET /blogposts/{id}: the current text, a past version, or the draft.</summary>
internal static class GetPage
{
    public static void Map(Routes routes)
    {
        foreach (ContentCollection collection in (ContentCollection[])[ContentCollection.Pages, ContentCollection.BlogPosts])
        {
            routes.Get($"/{collection.Path}/{{id}}", call => Serve(call, collection));
        }
    }

    private static Answer Serve(Call call, ContentCollection collection)
    {
        Content content = collection.Find(call);
        string? format = BodyJson.Format(call, inList: false);
        if (call.Number("version") is { } number)
        {
            ContentVersion version = content.Version(number) ?? throw ConfluenceException.NotFound($"No version {number} of content with id : {content.Id}");
            return Answer.Ok(PageJson.Alone(call, content, version, version == content.Latest ? Wire.Name(content.Status) : "historical", format));
        }

        if (call.Flag("get-draft"))
        {
            return content.Status == ContentStatus.Draft || content.UnpublishedDraft is null
                ? Answer.Ok(PageJson.Alone(call, content, format))
                : Answer.Ok(PageJson.Alone(call, content, content.UnpublishedDraft, "draft", format));
        }

        IReadOnlyList<string> wanted = call.Many("status");
        bool shown = wanted.Count == 0
            ? content.Status is ContentStatus.Current or ContentStatus.Archived
            : wanted.Contains(Wire.Name(content.Status)) || wanted.Contains("any");
        return shown ? Answer.Ok(PageJson.Alone(call, content, format)) : throw ConfluenceException.NoContent(content.Id);
    }
}
