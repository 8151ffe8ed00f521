namespace Tributary.Atlassian.Confluence.Routing;

/// <summary>What the client asks of Confluence, whatever the address is that answers it.</summary>
internal enum ConfluenceOperation
{
    GetPage,
    GetBlogPost,
    FindPages,
    ListPagesOfSpace,
    CreatePage,
    UpdatePage,
    UpdateBlogPost,
    DeletePage,
    Search,
    ListSpaces,
    GetSpace,
    ListComments,
    ListFooterComments,
    ListInlineComments,
    ListFooterReplies,
    ListInlineReplies,
    GetFooterComment,
    GetInlineComment,
    ListAttachments,
    AddAttachment,
    PutAttachment,
    AddAttachmentVersion,
    DownloadAttachment,
    GetUsers,
    GetUser,
    GetCurrentUser,
    GetServerInformation,
}
