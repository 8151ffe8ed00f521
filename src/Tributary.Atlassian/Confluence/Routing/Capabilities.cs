using System.Collections.Frozen;
using static Tributary.Atlassian.Confluence.Routing.ConfluenceOperation;

namespace Tributary.Atlassian.Confluence.Routing;

/// <summary>Where each operation is answered: v2 on Cloud, v1 there for what v2 lacks, and Data Center's own API. No row, no operation.</summary>
internal static class Capabilities
{
    private static readonly FrozenDictionary<(ConfluenceOperation, Deployment), Route> Routes = new[]
    {
        Row(GetPage, cloud: Get("api/v2/pages/{id}"), dataCenter: Get("rest/api/content/{id}")),
        Row(GetBlogPost, cloud: Get("api/v2/blogposts/{id}"), dataCenter: null),
        Row(FindPages, cloud: Get("api/v2/pages"), dataCenter: Get("rest/api/content")),
        Row(ListPagesOfSpace, cloud: Get("api/v2/spaces/{id}/pages"), dataCenter: Get("rest/api/content")),
        Row(CreatePage, cloud: Post("api/v2/pages"), dataCenter: Post("rest/api/content")),
        Row(UpdatePage, cloud: Put("api/v2/pages/{id}"), dataCenter: Put("rest/api/content/{id}")),
        Row(UpdateBlogPost, cloud: Put("api/v2/blogposts/{id}"), dataCenter: Put("rest/api/content/{id}")),
        Row(DeletePage, cloud: Delete("api/v2/pages/{id}"), dataCenter: Delete("rest/api/content/{id}")),
        Row(CreateBlogPost, cloud: Post("api/v2/blogposts"), dataCenter: Post("rest/api/content")),
        Row(DeleteBlogPost, cloud: Delete("api/v2/blogposts/{id}"), dataCenter: Delete("rest/api/content/{id}")),
        Row(ListDescendants, cloud: Get("api/v2/pages/{id}/descendants"), dataCenter: Get("rest/api/content/{id}/descendant/page")),
        Row(ListChildPages, cloud: null, dataCenter: Get("rest/api/content/{id}/child/page")),
        Row(ListVersions, cloud: Get("api/v2/pages/{id}/versions"), dataCenter: Get("rest/experimental/content/{id}/version")),
        Row(ListBlogPostVersions, cloud: Get("api/v2/blogposts/{id}/versions"), dataCenter: null),
        Row(MovePage, cloud: Put("rest/api/content/{id}/move/{position}/{targetId}"), dataCenter: null),
        Row(CopyPage, cloud: Post("rest/api/content/{id}/copy"), dataCenter: null),
        Row(Search, cloud: Get("rest/api/search"), dataCenter: Get("rest/api/search")),
        Row(ListSpaces, cloud: Get("api/v2/spaces"), dataCenter: Get("rest/api/space")),
        Row(GetSpace, cloud: Get("api/v2/spaces/{id}"), dataCenter: Get("rest/api/space/{id}")),
        Row(ListComments, cloud: null, dataCenter: Get("rest/api/content/{id}/child/comment")),
        Row(ListFooterComments, cloud: Get("api/v2/pages/{id}/footer-comments"), dataCenter: null),
        Row(ListInlineComments, cloud: Get("api/v2/pages/{id}/inline-comments"), dataCenter: null),
        Row(ListFooterReplies, cloud: Get("api/v2/footer-comments/{id}/children"), dataCenter: null),
        Row(ListInlineReplies, cloud: Get("api/v2/inline-comments/{id}/children"), dataCenter: null),
        Row(GetFooterComment, cloud: Get("api/v2/footer-comments/{id}"), dataCenter: null),
        Row(GetInlineComment, cloud: Get("api/v2/inline-comments/{id}"), dataCenter: null),
        Row(ListAttachments, cloud: Get("api/v2/pages/{id}/attachments"), dataCenter: Get("rest/api/content/{id}/child/attachment")),
        Row(AddAttachment, cloud: null, dataCenter: Post("rest/api/content/{id}/child/attachment")),
        // Creates, or adds a version where the name exists: one request for both.
        Row(PutAttachment, cloud: Put("rest/api/content/{id}/child/attachment"), dataCenter: null),
        Row(AddAttachmentVersion, cloud: null, dataCenter: Post("rest/api/content/{id}/child/attachment/{attachmentId}/data")),
        Row(DownloadAttachment, cloud: Get("rest/api/content/{id}/child/attachment/{attachmentId}/download"), dataCenter: null),
        Row(GetUsers, cloud: Post("api/v2/users-bulk") with { OnlyReads = true }, dataCenter: null),
        Row(GetUser, cloud: Get("rest/api/user"), dataCenter: Get("rest/api/user")),
        Row(GetCurrentUser, cloud: Get("rest/api/user/current"), dataCenter: Get("rest/api/user/current")),
        Row(GetServerInformation, cloud: null, dataCenter: Get("rest/applinks/1.0/manifest")),
    }.SelectMany(rows => rows).ToFrozenDictionary(row => row.Key, row => row.Value);

    /// <exception cref="AtlassianException">This deployment does not offer it.</exception>
    public static Route Of(ConfluenceOperation operation, Deployment deployment) => Routes.TryGetValue((operation, deployment), out Route? route)
        ? route
        : throw Unsupported(operation.ToString(), deployment, "this operation");

    public static bool Has(ConfluenceOperation operation, Deployment deployment) => Routes.ContainsKey((operation, deployment));

    public static AtlassianException Unsupported(string operation, Deployment deployment, string what) => new(
        AtlassianErrorKind.Unsupported, operation, status: null,
        $"Confluence {(deployment == Deployment.Cloud ? "Cloud" : "Data Center")} does not offer {what}.");

    private static IEnumerable<KeyValuePair<(ConfluenceOperation, Deployment), Route>> Row(ConfluenceOperation operation, Route? cloud, Route? dataCenter)
    {
        if (cloud is not null) yield return new((operation, Deployment.Cloud), cloud);
        if (dataCenter is not null) yield return new((operation, Deployment.DataCenter), dataCenter);
    }

    private static Route Get(string template) => new(HttpMethod.Get, template);

    private static Route Post(string template) => new(HttpMethod.Post, template);

    private static Route Put(string template) => new(HttpMethod.Put, template);

    private static Route Delete(string template) => new(HttpMethod.Delete, template);
}
