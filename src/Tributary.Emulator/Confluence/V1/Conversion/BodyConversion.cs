using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Conversion;

/// <summary>Bodies from one representation to another: at once on Data Center, by a request and a look back on Cloud.</summary>
internal static class BodyConversion
{
    public static void Map(Routes routes)
    {
        if (routes.Site.IsCloud)
        {
            routes.Post("/contentbody/convert/async/{to}", call => Answer.Ok(new JsonObject { ["asyncId"] = call.Wiki.AddConversion(call.User, call.Route("to"), Convert(call)).Id }));
            routes.Get("/contentbody/convert/async/{id}", LookBack);
        }
        else
        {
            routes.Post("/contentbody/convert/{to}", call => Answer.Ok(Rendered(call, call.Route("to"), Convert(call))));
        }
    }

    private static string Convert(Call call)
    {
        Content? context = call.Query("contentIdContext") is { } id ? Named.Content(call.Wiki, call.User, id) : null;
        string storage = Bodies.Accept(call, Field.RequiredText(call.Json, "representation"), Field.RequiredText(call.Json, "value"));
        string to = call.Route("to");
        return Bodies.Render(call, context, storage, to) ?? throw ConfluenceException.BadRequest($"Unsupported conversion to {to}");
    }

    private static Answer LookBack(Call call)
    {
        World.Conversion conversion = call.Wiki.FindConversion(call.User, call.Route("id")) ?? throw ConfluenceException.NotFound($"No conversion found with id : {call.Route("id")}");
        JsonObject rendered = Rendered(call, conversion.Format, conversion.Value);
        rendered["renderTaskId"] = call.Route("id");
        rendered["status"] = "COMPLETED";
        return Answer.Ok(rendered);
    }

    private static JsonObject Rendered(Call call, string to, string value) => new()
    {
        ["value"] = value,
        ["representation"] = to,
        ["_expandable"] = new JsonObject { ["content"] = "", ["embeddedContent"] = "", ["webresource"] = "", ["mediaToken"] = "" },
        ["_links"] = new Rendering(call).Base([]),
    };
}
