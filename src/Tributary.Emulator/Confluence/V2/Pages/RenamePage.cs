using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Pages;

/// <summary>PUT /pages/{id}/title.</summary>
internal static class RenamePage
{
    public static void Map(Routes routes) => routes.Put("/pages/{id}/title", Serve);

    private static Answer Serve(Call call)
    {
        Content page = ContentCollection.Pages.Find(call);
        JsonObject request = call.Json;
        ContentStatus status = Field.Status(request, ContentStatus.Current, ContentStatus.Draft) ?? throw ConfluenceException.BadMessage("status must not be null");
        string title = Field.RequiredText(request, "title");
        if (status != page.Status) throw ConfluenceException.NotFound($"No {Wire.Name(status)} content found with id : {page.Id}");
        return Answer.Ok(PageJson.Alone(call, call.Wiki.Rename(call.User, page, title), bodyFormat: null));
    }
}
