using System.Collections.Frozen;
using Tributary.Atlassian.Routing;
using static Tributary.Atlassian.Confluence.Routing.ConfluenceOperation;

namespace Tributary.Atlassian.Confluence.Routing;

/// <summary>Where each operation is answered: v2 on Cloud, v1 there for what v2 lacks, and Data Center's own API. No row, no operation.</summary>
internal static class Capabilities
{
    private static readonly FrozenDictionary<ConfluenceOperation, Capability<ConfluenceOperation>> Table = new[]
    {
        Row(GetPage, cloud: Get("api/v2/pages/{id}"), dataCenter: Get("rest/api/content/{id}")),
        Row(GetBlogPost, cloud: Get("api/v2/blogposts/{id}"), dataCenter: null, instead: GetPage),
        Row(FindPages, cloud: Get("api/v2/pages"), dataCenter: Get("rest/api/content")),
        Row(ListPagesOfSpace, cloud: Get("api/v2/spaces/{id}/pages"), dataCenter: Get("rest/api/content")),
        Row(CreatePage, cloud: Post("api/v2/pages"), dataCenter: Post("rest/api/content")),
        Row(UpdatePage, cloud: Put("api/v2/pages/{id}"), dataCenter: Put("rest/api/content/{id}")),
        Row(UpdateBlogPost, cloud: Put("api/v2/blogposts/{id}"), dataCenter: Put("rest/api/content/{id}")),
        Row(DeletePage, cloud: Delete("api/v2/pages/{id}"), dataCenter: Delete("rest/api/content/{id}")),
        Row(CreateBlogPost, cloud: Post("api/v2/blogposts"), dataCenter: Post("rest/api/content")),
        Row(DeleteBlogPost, cloud: Delete("api/v2/blogposts/{id}"), dataCenter: Delete("rest/api/content/{id}")),
        Row(ListDescendants, cloud: Get("api/v2/pages/{id}/descendants"), dataCenter: Get("rest/api/content/{id}/descendant/page")),
        Row(ListChildPages, cloud: null, dataCenter: Get("rest/api/content/{id}/child/page"), instead: ListDescendants),
        Row(ListVersions, cloud: Get("api/v2/pages/{id}/versions"), dataCenter: Get("rest/experimental/content/{id}/version")),
        Row(ListBlogPostVersions, cloud: Get("api/v2/blogposts/{id}/versions"), dataCenter: null, instead: ListVersions),
        Row(MovePage, cloud: Put("rest/api/content/{id}/move/{position}/{targetId}"), dataCenter: null, instead: UpdatePage),
        Row(CopyPage, cloud: Post("rest/api/content/{id}/copy"), dataCenter: null, instead: CreatePage),
        Row(Search, cloud: Get("rest/api/search"), dataCenter: Get("rest/api/search")),
        Row(ListSpaces, cloud: Get("api/v2/spaces"), dataCenter: Get("rest/api/space")),
        Row(GetSpace, cloud: Get("api/v2/spaces/{id}"), dataCenter: Get("rest/api/space/{id}")),
        Row(ListComments, cloud: null, dataCenter: Get("rest/api/content/{id}/child/comment"), instead: ListFooterComments),
        Row(ListFooterComments, cloud: Get("api/v2/pages/{id}/footer-comments"), dataCenter: null, instead: ListComments),
        Row(ListInlineComments, cloud: Get("api/v2/pages/{id}/inline-comments"), dataCenter: null, instead: ListComments),
        Row(ListFooterReplies, cloud: Get("api/v2/footer-comments/{id}/children"), dataCenter: null, instead: ListComments),
        Row(ListInlineReplies, cloud: Get("api/v2/inline-comments/{id}/children"), dataCenter: null, instead: ListComments),
        Row(GetFooterComment, cloud: Get("api/v2/footer-comments/{id}"), dataCenter: null, instead: GetComment),
        Row(GetInlineComment, cloud: Get("api/v2/inline-comments/{id}"), dataCenter: null, instead: GetComment),
        Row(GetComment, cloud: null, dataCenter: Get("rest/api/content/{id}"), instead: GetFooterComment),
        Row(AddComment, cloud: null, dataCenter: Post("rest/api/content"), instead: AddFooterComment),
        Row(AddFooterComment, cloud: Post("api/v2/footer-comments"), dataCenter: null, instead: AddComment),
        // Data Center's public API knows inline comments by reading alone: these are the addresses that its own pages call. They may change with any release.
        Row(AddInlineComment, cloud: Post("api/v2/inline-comments"), dataCenter: Post("rest/inlinecomments/1.0/comments")),
        Row(AnswerInlineComment, cloud: Post("api/v2/inline-comments"), dataCenter: Post("rest/inlinecomments/1.0/comments/{id}/replies")),
        Row(ResolveInlineComment, cloud: null, dataCenter: Put("rest/inlinecomments/1.0/comments/{id}/resolve/{key}/dangling/false"), instead: UpdateInlineComment),
        Row(UpdateComment, cloud: null, dataCenter: Put("rest/api/content/{id}"), instead: UpdateFooterComment),
        Row(UpdateFooterComment, cloud: Put("api/v2/footer-comments/{id}"), dataCenter: null, instead: UpdateComment),
        Row(UpdateInlineComment, cloud: Put("api/v2/inline-comments/{id}"), dataCenter: null, instead: UpdateComment),
        Row(DeleteComment, cloud: null, dataCenter: Delete("rest/api/content/{id}"), instead: DeleteFooterComment),
        Row(DeleteFooterComment, cloud: Delete("api/v2/footer-comments/{id}"), dataCenter: null, instead: DeleteComment),
        Row(DeleteInlineComment, cloud: Delete("api/v2/inline-comments/{id}"), dataCenter: null, instead: DeleteComment),
        Row(ListAttachments, cloud: Get("api/v2/pages/{id}/attachments"), dataCenter: Get("rest/api/content/{id}/child/attachment")),
        Row(AddAttachment, cloud: null, dataCenter: Post("rest/api/content/{id}/child/attachment"), instead: PutAttachment),
        // Creates, or adds a version where the name exists: one request for both.
        Row(PutAttachment, cloud: Put("rest/api/content/{id}/child/attachment"), dataCenter: null, instead: AddAttachment),
        Row(AddAttachmentVersion, cloud: null, dataCenter: Post("rest/api/content/{id}/child/attachment/{attachmentId}/data"), instead: PutAttachment),
        Row(DownloadAttachment, cloud: Get("rest/api/content/{id}/child/attachment/{attachmentId}/download"), dataCenter: null, instead: ListAttachments),
        Row(GetAttachment, cloud: Get("api/v2/attachments/{id}"), dataCenter: Get("rest/api/content/{id}")),
        Row(DeleteAttachment, cloud: Delete("api/v2/attachments/{id}"), dataCenter: Delete("rest/api/content/{id}/child/attachment/{attachmentId}")),
        Row(ListLabels, cloud: Get("api/v2/pages/{id}/labels"), dataCenter: Get("rest/api/content/{id}/label")),
        Row(ListBlogPostLabels, cloud: Get("api/v2/blogposts/{id}/labels"), dataCenter: null, instead: ListLabels),
        Row(AddLabels, cloud: Post("rest/api/content/{id}/label"), dataCenter: Post("rest/api/content/{id}/label")),
        Row(RemoveLabel, cloud: Delete("rest/api/content/{id}/label"), dataCenter: Delete("rest/api/content/{id}/label")),
        Row(GetRestrictions, cloud: Get("rest/api/content/{id}/restriction/byOperation"), dataCenter: Get("rest/api/content/{id}/restriction/byOperation")),
        Row(SetRestrictions, cloud: Put("rest/api/content/{id}/restriction"), dataCenter: Put("rest/api/content/{id}/restriction")),
        Row(ListProperties, cloud: Get("api/v2/pages/{id}/properties"), dataCenter: Get("rest/api/content/{id}/property")),
        Row(ListBlogPostProperties, cloud: Get("api/v2/blogposts/{id}/properties"), dataCenter: null, instead: ListProperties),
        Row(AddProperty, cloud: Post("api/v2/pages/{id}/properties"), dataCenter: Post("rest/api/content/{id}/property")),
        Row(AddBlogPostProperty, cloud: Post("api/v2/blogposts/{id}/properties"), dataCenter: null, instead: AddProperty),
        Row(UpdateProperty, cloud: Put("api/v2/pages/{id}/properties/{key}"), dataCenter: Put("rest/api/content/{id}/property/{key}")),
        Row(UpdateBlogPostProperty, cloud: Put("api/v2/blogposts/{id}/properties/{key}"), dataCenter: null, instead: UpdateProperty),
        Row(DeleteProperty, cloud: Delete("api/v2/pages/{id}/properties/{key}"), dataCenter: Delete("rest/api/content/{id}/property/{key}")),
        Row(DeleteBlogPostProperty, cloud: Delete("api/v2/blogposts/{id}/properties/{key}"), dataCenter: null, instead: DeleteProperty),
        Row(ListTemplates, cloud: Get("rest/api/template/page"), dataCenter: null, lacking: "page templates over its REST API"),
        Row(ListBlueprints, cloud: Get("rest/api/template/blueprint"), dataCenter: null, lacking: "page templates over its REST API"),
        Row(GetPageViews, cloud: Get("rest/api/analytics/content/{id}/views"), dataCenter: null, lacking: "numbers of views over its REST API"),
        Row(GetPageViewers, cloud: Get("rest/api/analytics/content/{id}/viewers"), dataCenter: null, lacking: "numbers of views over its REST API"),
        Row(FindUsers, cloud: Get("rest/api/search/user"), dataCenter: Get("rest/api/search")),
        Row(ListGroupsOfUser, cloud: Get("rest/api/user/memberof"), dataCenter: Get("rest/api/user/memberof")),
        Row(FindGroups, cloud: Get("rest/api/group/picker"), dataCenter: null, instead: GetGroup),
        Row(GetGroup, cloud: null, dataCenter: Get("rest/api/group/{id}"), instead: FindGroups),
        Row(GetUsers, cloud: Post("api/v2/users-bulk") with { OnlyReads = true }, dataCenter: null, instead: GetUser),
        Row(GetUser, cloud: Get("rest/api/user"), dataCenter: Get("rest/api/user")),
        Row(GetCurrentUser, cloud: Get("rest/api/user/current"), dataCenter: Get("rest/api/user/current")),
        Row(GetServerInformation, cloud: null, dataCenter: Get("rest/applinks/1.0/manifest"), lacking: "a version number"),
    }.ToFrozenDictionary(row => row.Operation);

    /// <summary>Every row, in the table's order.</summary>
    public static IReadOnlyList<Capability<ConfluenceOperation>> All { get; } = [.. Enum.GetValues<ConfluenceOperation>().Select(operation => Table[operation])];

    /// <exception cref="AtlassianException">This deployment does not offer it.</exception>
    public static Route Of(ConfluenceOperation operation, Deployment deployment) =>
        Table[operation].On(deployment) ?? throw Unsupported(operation.ToString(), deployment, Table[operation].Lacking ?? "this operation");

    public static bool Has(ConfluenceOperation operation, Deployment deployment) => Table[operation].On(deployment) is not null;

    public static AtlassianException Unsupported(string operation, Deployment deployment, string what) => new(
        AtlassianErrorKind.Unsupported, operation, status: null,
        $"Confluence {(deployment == Deployment.Cloud ? "Cloud" : "Data Center")} does not offer {what}.");

    private static Capability<ConfluenceOperation> Row(ConfluenceOperation operation, Route? cloud, Route? dataCenter, string? lacking = null, ConfluenceOperation? instead = null) =>
        new(operation, cloud, dataCenter, lacking, instead);

    private static Route Get(string template) => new(HttpMethod.Get, template);

    private static Route Post(string template) => new(HttpMethod.Post, template);

    private static Route Put(string template) => new(HttpMethod.Put, template);

    private static Route Delete(string template) => new(HttpMethod.Delete, template);
}
