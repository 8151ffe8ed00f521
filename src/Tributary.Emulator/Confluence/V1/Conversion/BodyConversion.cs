using Tributary.Emulator.Hosting;

namespace Tributary.Emulator.Confluence.V1.Conversion;

/// <summary>Bodies from one representation to another: at once on Data Center, by a request and a look back on Cloud.</summary>
internal static class BodyConversion
{
    public static void Map(Routes routes)
    {
        if (!routes.Site.IsCloud)
        {
            routes.Post("/contentbody/convert/{to}", call => Answer.Ok(Asked(call).Render(call)));
            return;
        }

        routes.Post("/contentbody/convert/async/{to}", call => Answer.Ok(Asked(call).Announce(call)));
        routes.Get("/contentbody/convert/async/{id}", call => Answer.Ok(ConvertedBody.LookBack(call, call.Route("id"))));
        BulkConversion.Map(routes);
        MacroConversion.Map(routes);
    }

    private static ConvertedBody Asked(Call call) => ConvertedBody.Of(call, call.Json, call.Route("to"), call.Query("contentIdContext"));
}
