using Tributary.Emulator.Confluence.V1.Contents;
using Tributary.Emulator.Confluence.V1.InlineComments;
using Tributary.Emulator.Confluence.V1.Labels;
using Tributary.Emulator.Confluence.V1.Likes;
using Tributary.Emulator.Confluence.V1.Pages;
using Tributary.Emulator.Confluence.V1.Properties;
using Tributary.Emulator.Confluence.V1.Spaces;
using Tributary.Emulator.Confluence.V1.Tasks;
using Tributary.Emulator.Hosting;

namespace Tributary.Emulator.Confluence;

/// <summary>The v1 endpoints that Data Center keeps and Cloud has removed, and those that only Data Center ever had.</summary>
internal static class DataCenterEndpoints
{
    /// <summary>Under <c>/rest/api</c> on both; for Cloud <paramref name="routes"/> are those of what it has removed.</summary>
    public static void Map(Routes routes)
    {
        ContentCollection.Map(routes);
        ContentById.Map(routes);
        ContentHistory.Map(routes);
        ContentChildren.Map(routes);
        ContentProperties.Map(routes);
        ContentLabels.MapReads(routes);
        SpaceReads.Map(routes);
        if (!routes.Site.IsCloud) return;
        PageVersions.MapReads(routes);
        InlineTasks.Map(routes);
    }

    /// <param name="at">Gives the routes under a path.</param>
    public static void MapBesideTheApi(Func<string, Routes> at)
    {
        PageVersions.MapExperimental(at("/rest/experimental"));
        InlineCommentPages.Map(at("/rest/inlinecomments/1.0"));
        ContentLikes.Map(at("/rest/likes/1.0"));
        TickTask.Map(at("/rest/inlinetasks/1"));
    }
}
