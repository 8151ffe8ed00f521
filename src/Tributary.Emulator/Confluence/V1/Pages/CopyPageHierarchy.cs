using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Pages;

/// <summary><c>POST /content/{id}/pagehierarchy/copy</c>: a page with all below it, as a long task.</summary>
internal static class CopyPageHierarchy
{
    public static void Map(Routes routes) => routes.Post("/content/{id}/pagehierarchy/copy", Copy);

    private static Answer Copy(Call call)
    {
        Content source = Named.Content(call);
        Content destination = Named.Content(call.Wiki, call.User, Field.RequiredText(call.Json, "destinationPageId"));
        JsonObject titles = Field.Object(call.Json, "titleOptions") ?? [];
        string prefix = Field.Text(titles, "prefix") ?? "";
        string? search = Field.Text(titles, "search");
        string replacement = Field.Text(titles, "replace") ?? "";
        Content copy = call.Wiki.CopyTree(
            call.User,
            source,
            destination,
            Field.Flag(call.Json, "copyDescendants") ?? true,
            title => prefix + (string.IsNullOrEmpty(search) ? title : title.Replace(search, replacement, StringComparison.Ordinal)),
            CopyPage.Options(call.Json));
        return LongTasks.LongTaskAnswers.Accepted(call, call.Wiki.StartTask("Copy page hierarchy", $"Copied to {copy.Id}"));
    }
}
