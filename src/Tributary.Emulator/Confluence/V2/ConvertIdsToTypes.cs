using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2;

/// <summary>POST /content/convert-ids-to-types: the type of each id, null for what the user may not see.</summary>
internal static class ConvertIdsToTypes
{
    private const int Most = 100;

    public static void Map(Routes routes) => routes.Post("/content/convert-ids-to-types", Serve);

    private static Answer Serve(Call call)
    {
        JsonArray ids = Field.Array(call.Json, "contentIds") ?? throw ConfluenceException.BadMessage("contentIds must not be null");
        if (ids.Count > Most) throw ConfluenceException.BadRequest($"At most {Most} content ids can be converted at once");
        var results = new JsonObject();
        foreach (string id in ids.Select(id => id?.ToString() ?? "").Distinct())
        {
            results[id] = call.Wiki.Find(id) is { } content && call.Wiki.CanView(call.User, content) ? TypeOf(content) : null;
        }

        return Answer.Ok(new() { ["results"] = results });
    }

    private static string TypeOf(Content content) => content switch
    {
        Comment { Location: CommentLocation.Inline } => "inline-comment",
        Comment => "footer-comment",
        CustomContent custom => custom.CustomType,
        _ => Wire.Name(content.Type),
    };
}
