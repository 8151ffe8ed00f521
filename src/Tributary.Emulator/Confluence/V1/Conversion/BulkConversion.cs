using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Conversion;

/// <summary><c>/contentbody/convert/async/bulk/tasks</c>: many bodies at once.</summary>
internal static class BulkConversion
{
    private const string Tasks = "/contentbody/convert/async/bulk/tasks";

    public static void Map(Routes routes)
    {
        routes.Post(Tasks, call => Answer.List([.. Asked(call).Select(converted => converted.Announce(call))]));
        routes.Get(Tasks, call => Answer.List([.. call.Many("ids").Select(id => ConvertedBody.LookBack(call, id))]));
    }

    // All or none: each is converted before the first is kept.
    private static ConvertedBody[] Asked(Call call) => [.. (Field.Array(call.Json, "conversionInputs") ?? []).Select(given =>
    {
        JsonObject input = given as JsonObject ?? throw ConfluenceException.BadMessage("A conversion must be an object with to and body");
        JsonObject body = Field.Object(input, "body") ?? throw ConfluenceException.BadRequest("body is required");
        return ConvertedBody.Of(call, body, Field.RequiredText(input, "to"), Field.Text(input, "contentIdContext"));
    })];
}
