using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Conversion;

/// <summary>A body in the representation that was asked for.</summary>
internal sealed record ConvertedBody(string To, string Value)
{
    /// <param name="given">A body: its value and its representation.</param>
    /// <param name="contextId">The content that links of the body are relative to.</param>
    public static ConvertedBody Of(Call call, JsonObject given, string to, string? contextId)
    {
        Content? context = contextId is null ? null : Named.Content(call.Wiki, call.User, contextId);
        return Of(call, context, Bodies.Accept(call, Field.RequiredText(given, "representation"), Field.RequiredText(given, "value")), to);
    }

    public static ConvertedBody Of(Call call, Content? context, string storage, string to) =>
        new(to, Bodies.Render(call, context, storage, to) ?? throw ConfluenceException.BadRequest($"Unsupported conversion to {to}"));

    /// <summary>Keeps it for whoever asks for it by the id.</summary>
    public JsonObject Announce(Call call) => new() { ["asyncId"] = call.Wiki.AddConversion(call.User, To, Value).Id };

    public static JsonObject LookBack(Call call, string id)
    {
        World.Conversion kept = call.Wiki.FindConversion(call.User, id) ?? throw ConfluenceException.NotFound($"No conversion found with id : {id}");
        JsonObject rendered = new ConvertedBody(kept.Format, kept.Value).Render(call);
        rendered["renderTaskId"] = id;
        rendered["status"] = "COMPLETED";
        return rendered;
    }

    public JsonObject Render(Call call) => new()
    {
        ["value"] = Value,
        ["representation"] = To,
        ["_expandable"] = new JsonObject { ["content"] = "", ["embeddedContent"] = "", ["webresource"] = "", ["mediaToken"] = "" },
        ["_links"] = new Rendering(call).Base([]),
    };
}
