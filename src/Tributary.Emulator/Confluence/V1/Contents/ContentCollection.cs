using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Contents;

/// <summary><c>/content</c>: contents found by space, title and type (GET), and created (POST).</summary>
internal static class ContentCollection
{
    public static void Map(Routes routes)
    {
        routes.Get("/content", Find);
        routes.Post("/content", Create);
    }

    private static Answer Find(Call call)
    {
        ContentType type = ContentRequests.Type(call.Query("type") ?? "page");
        ContentStatus[] statuses = ContentRequests.Statuses(call);
        string? title = call.Query("title");
        DateOnly? day = call.Query("postingDay") is { } text
            ? DateOnly.TryParse(text, CultureInfo.InvariantCulture, out DateOnly parsed) ? parsed : throw ConfluenceException.BadRequest($"Invalid postingDay: {text}")
            : null;
        IReadOnlyList<string> ids = call.Many("ids");
        IEnumerable<Content> contents = call.Query("spaceKey") is { } key ? InSpace(call, key) : call.Wiki.Contents;
        return Lists.Contents(call, contents.Where(content =>
            content.Type == type
            && statuses.Contains(content.Status)
            && (title is null || content.Title.Equals(title, StringComparison.OrdinalIgnoreCase))
            && (day is null || DateOnly.FromDateTime(content.CreatedAt.UtcDateTime) == day)
            && (ids.Count == 0 || ids.Contains(content.Id))));
    }

    // A space that is not there has no content: Data Center answers an empty list, not 404.
    private static IEnumerable<Content> InSpace(Call call, string key) =>
        call.Wiki.FindSpace(key) is { } space && call.Wiki.CanView(call.User, space) ? call.Wiki.ContentsOf(space) : [];

    private static Answer Create(Call call)
    {
        ContentType type = ContentRequests.Type(Field.RequiredText(call.Json, "type"));
        Content created = type switch
        {
            ContentType.Page or ContentType.BlogPost => CreatePage(call, type),
            ContentType.Comment => CreateComment(call),
            _ => throw ConfluenceException.BadRequest($"Cannot create content of type {Wire.Name(type)} here"),
        };
        Rendering rendering = new(call);
        return Answer.Ok(rendering.Top(rendering.Content(created, Expansion.Of(call, "body.storage", "version", "space", "history", "container", "ancestors"))));
    }

    private static Content CreatePage(Call call, ContentType type)
    {
        JsonObject given = Field.Object(call.Json, "space") ?? throw ConfluenceException.BadRequest("Space is required");
        Space space = call.Wiki.VisibleSpace(call.User, Field.RequiredText(given, "key"));
        return call.Wiki.Create(call.User, new NewContent(type, space, Field.Text(call.Json, "title") ?? "", ContentRequests.Body(call, call.Json) ?? "")
        {
            ParentId = ContentRequests.Parent(call.Json),
            Status = Field.Status(call.Json, ContentStatus.Current, ContentStatus.Draft) ?? ContentStatus.Current,
            Message = ContentRequests.Version(call.Json).Message,
        });
    }

    private static Comment CreateComment(Call call)
    {
        JsonObject container = Field.Object(call.Json, "container") ?? throw ConfluenceException.BadRequest("A comment needs a container");
        Content commented = Named.Content(call.Wiki, call.User, Field.RequiredText(container, "id"));
        string body = ContentRequests.Body(call, call.Json) ?? throw ConfluenceException.BadRequest("A comment needs a body");
        if (ContentRequests.Parent(call.Json) is not { } answered) return ContentRequests.InlineSelection(call.Json) is { } selection
            ? call.Wiki.AddInlineComment(call.User, commented, body, selection, 1, 0)
            : call.Wiki.AddFooterComment(call.User, commented, answered: null, body);
        Comment parent = call.Wiki.Visible<Comment>(call.User, answered);
        return parent.Location == CommentLocation.Inline ? call.Wiki.AnswerInlineComment(call.User, parent, body) : call.Wiki.AddFooterComment(call.User, commented, parent, body);
    }
}
