using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Pages;

/// <summary><c>POST /content/{id}/copy</c>: one page, to a space, below a page, or over a page.</summary>
internal static class CopyPage
{
    public static void Map(Routes routes) => routes.Post("/content/{id}/copy", Copy);

    public static CopyOptions Options(JsonObject given) => new(
        Field.Flag(given, "copyAttachments") ?? false,
        Field.Flag(given, "copyPermissions") ?? false,
        Field.Flag(given, "copyProperties") ?? false,
        Field.Flag(given, "copyLabels") ?? false,
        Field.Flag(given, "copyCustomContents") ?? false);

    private static Answer Copy(Call call)
    {
        Content source = Named.Content(call);
        JsonObject destination = Field.Object(call.Json, "destination") ?? throw ConfluenceException.BadRequest("destination is required");
        string value = Field.RequiredText(destination, "value");
        string title = Field.Text(call.Json, "pageTitle") ?? source.Title;
        string? body = Body(call, call.Json);
        Content copy = Field.RequiredText(destination, "type") switch
        {
            "space" => call.Wiki.Copy(call.User, source, call.Wiki.VisibleSpace(call.User, value), parent: null, title, Options(call.Json), body),
            "parent_page" or "parent_content" => Below(call, source, value, title, body),
            "existing_page" => Over(call, source, value, Field.Text(call.Json, "pageTitle"), body),
            { } other => throw ConfluenceException.BadRequest($"Unsupported destination type: {other}"),
        };
        Rendering rendering = new(call);
        return Answer.Ok(rendering.Top(rendering.Content(copy, Expansion.Of(call, "space", "version", "history"))));
    }

    private static Content Below(Call call, Content source, string parentId, string title, string? body)
    {
        Content parent = Named.Content(call.Wiki, call.User, parentId);
        return call.Wiki.Copy(call.User, source, call.Wiki.SpaceOf(parent), parent, title, Options(call.Json), body);
    }

    private static Content Over(Call call, Content source, string id, string? title, string? body)
    {
        Content existing = Named.Content(call.Wiki, call.User, id);
        return call.Wiki.Update(call.User, existing, new ContentChange(existing.Latest.Number + 1, title, body ?? source.Body));
    }

    private static string? Body(Call call, JsonObject given) =>
        Field.Object(given, "body") is { } body && Field.Object(body, "storage") is { } storage ? Bodies.Accept(call, "storage", Field.RequiredText(storage, "value")) : null;
}
