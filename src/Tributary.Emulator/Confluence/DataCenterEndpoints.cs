using Tributary.Emulator.Confluence.V1.Contents;
using Tributary.Emulator.Confluence.V1.Labels;
using Tributary.Emulator.Confluence.V1.Pages;
using Tributary.Emulator.Confluence.V1.Properties;
using Tributary.Emulator.Confluence.V1.Spaces;

namespace Tributary.Emulator.Confluence;

/// <summary>The v1 endpoints that Data Center keeps and Cloud has removed, under <c>/rest/api</c>.</summary>
internal static class DataCenterEndpoints
{
    public static void Map(Routes routes)
    {
        ContentCollection.Map(routes);
        ContentById.Map(routes);
        ContentHistory.Map(routes);
        ContentChildren.Map(routes);
        ContentProperties.Map(routes);
        SpaceReads.Map(routes);
        routes.Get("/content/{id}/label", ContentLabels.List);
    }

    /// <summary>Under <c>/rest/experimental</c>.</summary>
    public static void MapExperimental(Routes routes) => PageVersions.MapExperimental(routes);
}
