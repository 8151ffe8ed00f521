using Tributary.Emulator.Confluence.V1.Analytics;
using Tributary.Emulator.Confluence.V1.Attachments;
using Tributary.Emulator.Confluence.V1.Contents;
using Tributary.Emulator.Confluence.V1.Conversion;
using Tributary.Emulator.Confluence.V1.Labels;
using Tributary.Emulator.Confluence.V1.LongTasks;
using Tributary.Emulator.Confluence.V1.Pages;
using Tributary.Emulator.Confluence.V1.People;
using Tributary.Emulator.Confluence.V1.Restrictions;
using Tributary.Emulator.Confluence.V1.Search;
using Tributary.Emulator.Confluence.V1.Spaces;
using Tributary.Emulator.Confluence.V1.Templates;
using Tributary.Emulator.Confluence.V1.Watches;
using Tributary.Emulator.Hosting;

namespace Tributary.Emulator.Confluence;

/// <summary>The v1 endpoints under <c>/rest/api</c> that Cloud still has; Data Center has most of them too.</summary>
internal static class SharedV1Endpoints
{
    public static void Map(Routes routes)
    {
        SiteSearch.Map(routes);
        ContentSearch.Map(routes);
        AttachmentCollection.Map(routes);
        AttachmentById.Map(routes);
        AttachmentData.Map(routes);
        AttachmentDownload.Map(routes);
        ContentLabels.Map(routes);
        ContentRestrictions.Map(routes);
        RestrictionByOperation.Map(routes);
        PageVersions.Map(routes);
        Descendants.Map(routes);
        MacroBody.Map(routes);
        Users.Map(routes);
        Groups.Map(routes);
        SpaceWrites.Map(routes);
        Watches.Map(routes);
        LongTaskAnswers.Map(routes);
        BodyConversion.Map(routes);
        if (routes.Site.IsCloud) MapCloud(routes);
    }

    private static void MapCloud(Routes routes)
    {
        MovePage.Map(routes);
        CopyPage.Map(routes);
        CopyPageHierarchy.Map(routes);
        ArchivePages.Map(routes);
        DeletePageTree.Map(routes);
        PermissionCheck.Map(routes);
        SpaceLabels.Map(routes);
        LabelledContents.Map(routes);
        Watchers.Map(routes);
        ContentTemplates.Map(routes);
        ContentViews.Map(routes);
    }
}
