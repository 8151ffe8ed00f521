using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Pages;

/// <summary><c>POST /content/archive</c>: pages out of sight, as a long task.</summary>
internal static class ArchivePages
{
    public static void Map(Routes routes) => routes.Post("/content/archive", Archive);

    private static Answer Archive(Call call)
    {
        Content[] pages = [.. (Field.Array(call.Json, "pages") ?? []).Select(page => call.Wiki.Visible(call.User, Field.RequiredText(page as JsonObject ?? throw ConfluenceException.BadMessage("A page must be an object with id"), "id"), ContentType.Page))];
        if (pages.Length == 0) throw ConfluenceException.BadRequest("At least one page is required");
        foreach (Content page in pages) call.Wiki.RequireEdit(call.User, page);
        foreach (Content page in pages) call.Wiki.Archive(call.User, page);
        return LongTasks.LongTaskAnswers.Accepted(call, call.Wiki.StartTask("Archive pages", $"Archived {pages.Length} pages"));
    }
}
