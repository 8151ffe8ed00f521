using Tributary.Emulator.Confluence;

namespace Tributary.Emulator.Web;

/// <summary>What a person sees with a browser, at the addresses that <c>webui</c> links have.</summary>
internal static class WebEndpoints
{
    public static void Map(Routes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
    }
}
