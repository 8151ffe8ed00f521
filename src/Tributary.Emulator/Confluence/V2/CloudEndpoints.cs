using Tributary.Emulator.Confluence.V2.Pages;

namespace Tributary.Emulator.Confluence.V2;

/// <summary>Cloud's REST API v2, under <c>/wiki/api/v2</c>.</summary>
internal static class CloudEndpoints
{
    public static void Map(Routes routes)
    {
        GetPage.Map(routes);
        CreatePage.Map(routes);
        UpdatePage.Map(routes);
        DeletePage.Map(routes);
    }
}
