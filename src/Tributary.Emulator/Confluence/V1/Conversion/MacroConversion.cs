using Tributary.Emulator.Confluence.V1.Contents;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;
using Tributary.Markup.Syntax;

namespace Tributary.Emulator.Confluence.V1.Conversion;

/// <summary><c>/content/{id}/history/{version}/macro/id/{macroId}/convert/{to}</c>: one macro as the page shows it, at once or to be looked for.</summary>
internal static class MacroConversion
{
    private const string Macro = "/content/{id}/history/{version}/macro/id/{macroId}/convert";

    public static void Map(Routes routes)
    {
        routes.Get(Macro + "/{to}", call => Answer.Ok(Asked(call).Render(call)));
        routes.Get(Macro + "/async/{to}", call => Answer.Ok(Asked(call).Announce(call)));
    }

    private static ConvertedBody Asked(Call call)
    {
        (Content content, StorageDocument document, StorageElement macro) = MacroBody.Of(call);
        return ConvertedBody.Of(call, content, document.Source[macro.Start..macro.End], call.Route("to"));
    }
}
