using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;
using Tributary.Markup.Syntax;

namespace Tributary.Emulator.Confluence.V1.Contents;

/// <summary><c>GET /content/{id}/history/{version}/macro/id/{macroId}</c>: one macro of one version. Version 0 is the latest.</summary>
internal static class MacroBody
{
    public static void Map(Routes routes) => routes.Get("/content/{id}/history/{version}/macro/id/{macroId}", Get);

    /// <summary>The macro that the path names.</summary>
    public static (Content Content, StorageDocument Document, StorageElement Macro) Of(Call call)
    {
        Content content = Named.Content(call);
        long number = call.RouteNumber("version");
        ContentVersion version = number == 0 ? content.Latest : Named.Version(content, number);
        string macroId = call.Route("macroId");
        StorageDocument document = StorageDocument.Parse(version.Body);
        StorageElement macro = document.Descendants().FirstOrDefault(element => element.Name == "ac:structured-macro" && element["ac:macro-id"] == macroId)
            ?? throw ConfluenceException.NotFound($"No macro with id {macroId} in content with id : {content.Id}");
        return (content, document, macro);
    }

    private static Answer Get(Call call)
    {
        (_, StorageDocument document, StorageElement macro) = Of(call);
        var parameters = new JsonObject();
        foreach (StorageElement parameter in macro.Elements().Where(element => element.Name == "ac:parameter"))
        {
            parameters[parameter["ac:name"] ?? ""] = new JsonObject { ["value"] = Inner(document, parameter) };
        }

        return Answer.Ok(new JsonObject
        {
            ["name"] = macro["ac:name"],
            ["body"] = BodyOf(document, macro),
            ["parameters"] = parameters,
            ["_links"] = new Rendering(call).Base([]),
        });
    }

    // Plain text comes out of its CDATA; rich text stays storage format.
    private static string BodyOf(StorageDocument document, StorageElement macro) =>
        macro.Child("ac:rich-text-body") is { } rich ? Inner(document, rich)
        : macro.Child("ac:plain-text-body") is { } plain ? string.Concat(plain.Children.OfType<StorageText>().Select(text => text.Value))
        : "";

    private static string Inner(StorageDocument document, StorageElement element) => document.Source[element.ContentStart..element.ContentEnd];
}
