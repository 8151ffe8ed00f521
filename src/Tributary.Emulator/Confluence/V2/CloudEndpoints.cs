using Tributary.Emulator.Confluence.V2.Attachments;
using Tributary.Emulator.Confluence.V2.Comments;
using Tributary.Emulator.Confluence.V2.Custom;
using Tributary.Emulator.Confluence.V2.Labels;
using Tributary.Emulator.Confluence.V2.Likes;
using Tributary.Emulator.Confluence.V2.Pages;
using Tributary.Emulator.Confluence.V2.People;
using Tributary.Emulator.Confluence.V2.Permissions;
using Tributary.Emulator.Confluence.V2.Properties;
using Tributary.Emulator.Confluence.V2.Spaces;
using Tributary.Emulator.Confluence.V2.Tasks;
using Tributary.Emulator.Confluence.V2.Tree;
using Tributary.Emulator.Confluence.V2.Versions;
using Tributary.Emulator.Hosting;

namespace Tributary.Emulator.Confluence.V2;

/// <summary>Cloud's REST API v2, under <c>/wiki/api/v2</c>.</summary>
internal static class CloudEndpoints
{
    public static void Map(Routes routes)
    {
        ListPages.Map(routes);
        GetPage.Map(routes);
        CreatePage.Map(routes);
        CreateBlogPost.Map(routes);
        UpdatePage.Map(routes);
        RenamePage.Map(routes);
        DeletePage.Map(routes);

        GetChildren.Map(routes);
        GetDescendants.Map(routes);
        GetAncestors.Map(routes);
        Places.Map(routes);

        ListVersions.Map(routes);
        GetVersion.Map(routes);
        ListLabels.Map(routes);
        GetLikes.Map(routes);
        GetOperations.Map(routes);
        ContentProperties.Map(routes);

        ListAttachments.Map(routes);
        GetAttachment.Map(routes);
        DeleteAttachment.Map(routes);

        ListComments.Map(routes);
        GetComment.Map(routes);
        CreateFooterComment.Map(routes);
        CreateInlineComment.Map(routes);
        UpdateComment.Map(routes);
        DeleteComment.Map(routes);

        ListSpaces.Map(routes);
        GetSpace.Map(routes);
        CreateSpace.Map(routes);
        SpaceProperties.Map(routes);
        ListSpacePermissions.Map(routes);

        ListTasks.Map(routes);
        OneTask.Map(routes);

        ListCustomContent.Map(routes);
        OneCustomContent.Map(routes);

        FindUsers.Map(routes);
        ConvertIdsToTypes.Map(routes);
    }
}
