using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Contents;

/// <summary><c>/content/{id}</c>: read, updated, trashed, restored and purged.</summary>
internal static class ContentById
{
    public static void Map(Routes routes)
    {
        routes.Get("/content/{id}", Get);
        routes.Put("/content/{id}", Update);
        routes.Delete("/content/{id}", Delete);
    }

    private static Answer Get(Call call)
    {
        Content content = call.Wiki.Visible(call.User, call.RouteId());
        Rendering rendering = new(call);
        return Answer.Ok(rendering.Top(rendering.Content(content, VersionOf(call, content), Expansion.Of(call, "history", "space", "version"))));
    }

    private static ContentVersion VersionOf(Call call, Content content)
    {
        ContentStatus[] statuses = ContentRequests.Statuses(call);
        if (!statuses.Contains(ContentStatus.Current) && statuses.Contains(ContentStatus.Draft) && content.UnpublishedDraft is { } draft) return draft;
        bool historical = call.Many("status").Contains("historical");
        if (!historical && !statuses.Contains(content.Status)) throw ConfluenceException.NoContent(content.Id);
        return call.Number("version") is { } number ? Named.Version(content, number) : content.Latest;
    }

    private static Answer Update(Call call)
    {
        Content content = call.Wiki.Visible(call.User, call.RouteId());
        (int? number, string message, bool minor) = ContentRequests.Version(call.Json);
        if (number is null) throw ConfluenceException.BadRequest("Must supply an incremented version when updating Content. No version supplied.");
        RequireSameKind(call, content);
        Content updated = content is Comment comment
            ? call.Wiki.UpdateComment(call.User, comment, number, ContentRequests.Body(call, call.Json), message, ContentRequests.Resolved(call.Json))
            : call.Wiki.Update(call.User, content, new ContentChange(number, Field.Text(call.Json, "title"), ContentRequests.Body(call, call.Json))
            {
                Message = message,
                Minor = minor,
                ParentId = ContentRequests.Parent(call.Json),
                Status = Field.Status(call.Json, ContentStatus.Current, ContentStatus.Draft) ?? StatusInQuery(call),
            });
        Rendering rendering = new(call);
        return Answer.Ok(rendering.Top(rendering.Content(updated, Expansion.Of(call, "body.storage", "version", "space", "history", "ancestors"))));
    }

    // A page out of the trash is asked for with the new status in the query alone.
    private static ContentStatus? StatusInQuery(Call call) => call.Query("status") switch
    {
        null => null,
        "current" => ContentStatus.Current,
        "draft" => ContentStatus.Draft,
        { } other => throw ConfluenceException.BadRequest($"Unsupported status: {other}"),
    };

    private static void RequireSameKind(Call call, Content content)
    {
        string kind = Rendering.TypeName(content);
        if (Field.Text(call.Json, "type") is { } type && type != kind) throw ConfluenceException.BadRequest($"Cannot change the type of content from {kind} to {type}");
        if (Field.Object(call.Json, "space") is { } space
            && Field.Text(space, "key") is { } key
            && !key.Equals(call.Wiki.SpaceOf(content).Key, StringComparison.OrdinalIgnoreCase))
        {
            throw ConfluenceException.BadRequest("You can't change an existing page's space.");
        }
    }

    private static Answer Delete(Call call)
    {
        Content content = call.Wiki.Visible(call.User, call.RouteId());
        if (call.Query("status") == "draft")
        {
            call.Wiki.DiscardDraft(call.User, content);
        }
        else if (call.Query("status") == "trashed")
        {
            call.Wiki.Purge(call.User, content);
        }
        else if (content is Comment comment)
        {
            call.Wiki.DeleteComment(call.User, comment);
        }
        else
        {
            call.Wiki.Trash(call.User, content);
        }

        return Answer.NoContent();
    }
}
