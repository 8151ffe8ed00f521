using System.Text.Json.Nodes;
using Tributary.Emulator.Confluence.V1.LongTasks;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Pages;

/// <summary><c>POST /content/archive</c>: pages out of sight, as a long task.</summary>
internal static class ArchivePages
{
    public static void Map(Routes routes) => routes.Post("/content/archive", Archive);

    private static Answer Archive(Call call)
    {
        Content[] pages = [.. (Field.Array(call.Json, "pages") ?? []).Select(given => PageOf(call, given))];
        if (pages.Length == 0) throw ConfluenceException.BadRequest("At least one page is required");

        // All or none: each is checked before the first is archived.
        foreach (Content page in pages) call.Wiki.RequireEdit(call.User, page);
        foreach (Content page in pages) call.Wiki.Archive(call.User, page);
        return LongTaskAnswers.Accepted(call, call.Wiki.StartTask("Archive pages", $"Archived {pages.Length} pages"));
    }

    private static Content PageOf(Call call, JsonNode? given)
    {
        JsonObject named = given as JsonObject ?? throw ConfluenceException.BadMessage("A page must be an object with id");
        Content page = Named.Content(call.Wiki, call.User, Field.RequiredText(named, "id"));
        return page is { Type: ContentType.Page, Status: ContentStatus.Current }
            ? page
            : throw ConfluenceException.BadRequest($"Only published pages can be archived: {page.Id}");
    }
}
