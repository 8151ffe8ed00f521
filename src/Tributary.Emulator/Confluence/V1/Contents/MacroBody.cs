using System.Text.Json.Nodes;
using Tributary.Emulator.World;
using Tributary.Markup.Syntax;

namespace Tributary.Emulator.Confluence.V1.Contents;

/// <summary><c>GET /content/{id}/history/{version}/macro/id/{macroId}</c>: one macro of one version. Version 0 is the latest.</summary>
internal static class MacroBody
{
    public static void Map(Routes routes) => routes.Get("/content/{id}/history/{version}/macro/id/{macroId}", Get);

    private static Answer Get(Call call)
    {
        Content content = call.Wiki.Visible(call.User, call.RouteId());
        int number = (int)call.RouteNumber("version");
        ContentVersion version = number == 0 ? content.Latest : content.Version(number) ?? throw ConfluenceException.NotFound($"No version {number} of content with id : {content.Id}");
        string macroId = call.Route("macroId");
        StorageDocument document = StorageDocument.Parse(version.Body);
        StorageElement macro = document.Descendants().FirstOrDefault(element => element.Name == "ac:structured-macro" && element["ac:macro-id"] == macroId)
            ?? throw ConfluenceException.NotFound($"No macro with id {macroId} in content with id : {content.Id}");
        var parameters = new JsonObject();
        foreach (StorageElement parameter in macro.Elements().Where(element => element.Name == "ac:parameter"))
        {
            parameters[parameter["ac:name"] ?? ""] = new JsonObject { ["value"] = Inner(document, parameter) };
        }

        StorageElement? body = macro.Child("ac:rich-text-body") ?? macro.Child("ac:plain-text-body");
        return Answer.Ok(new JsonObject
        {
            ["name"] = macro["ac:name"],
            ["body"] = body is null ? "" : body.Name == "ac:plain-text-body" ? string.Concat(body.Children.OfType<StorageText>().Select(text => text.Value)) : Inner(document, body),
            ["parameters"] = parameters,
            ["_links"] = new Rendering(call).Base([]),
        });
    }

    private static string Inner(StorageDocument document, StorageElement element) => document.Source[element.ContentStart..element.ContentEnd];
}
