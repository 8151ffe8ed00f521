using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Labels;

/// <summary><c>GET /label</c> on Cloud: a label, and what wears it.</summary>
internal static class LabelledContents
{
    public static void Map(Routes routes) => routes.Get("/label", Get);

    private static Answer Get(Call call)
    {
        string name = call.Query("name") ?? throw ConfluenceException.BadRequest("The label name is required");
        Label label = call.Wiki.Labels.FirstOrDefault(label => label.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw ConfluenceException.NotFound($"No label found with name : {name}");
        string? type = call.Query("type");
        if (type is not (null or "page" or "blogpost" or "attachment" or "page_template")) throw ConfluenceException.BadRequest($"Unsupported type: {type}");
        JsonObject contents = Lists.Page(
            call,
            from content in call.Wiki.Contents
            where content.Labels.Contains(label) && content.Type is ContentType.Page or ContentType.BlogPost or ContentType.Attachment
            where content.Status == ContentStatus.Current && (type is null || Wire.Name(content.Type) == type) && call.Wiki.CanView(call.User, content)
            select content,
            content => new JsonObject { ["contentType"] = Wire.Name(content.Type), ["contentId"] = content.Number, ["title"] = content.Title });
        contents.Remove("_links");
        return Answer.Ok(new JsonObject { ["label"] = new Rendering(call).Label(label), ["associatedContents"] = contents });
    }
}
