using System.Text;
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
            routes.Post("/contentbody/convert/async/{to}", call => Answer.Ok(new JsonObject { ["asyncId"] = Pack(call.Route("to"), Convert(call)) }));
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
        (string to, string value) = Unpack(call.Route("id")) ?? throw ConfluenceException.NotFound($"No conversion found with id : {call.Route("id")}");
        JsonObject rendered = Rendered(call, to, value);
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

    // The id carries the result: a conversion is remembered by whoever asked for it, and costs the site nothing.
    private static string Pack(string to, string value) => System.Convert.ToHexStringLower(Encoding.UTF8.GetBytes($"{to}\n{value}"));

    private static (string To, string Value)? Unpack(string id)
    {
        byte[] bytes = new byte[id.Length / 2];
        if (System.Convert.FromHexString(id, bytes, out _, out int written) != System.Buffers.OperationStatus.Done) return null;
        string[] parts = Encoding.UTF8.GetString(bytes, 0, written).Split('\n', 2);
        return parts.Length == 2 ? (parts[0], parts[1]) : null;
    }
}
