using System.Globalization;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence.V2;

/// <summary>Turns what the v2 API answers into the client's words.</summary>
internal sealed class V2Reader(Links links, Site site)
{
    /// <param name="key">v2 names a page's space by its number alone.</param>
    public Page Page(V2Page page, string type, SpaceKey key, string operation, string? answeredBase = null) => new(
        Id(page.Id, operation),
        type,
        page.Status ?? "current",
        page.Title ?? "",
        key,
        Version(page.Version ?? new V2Version(1, null, null, null)),
        links.Absolute(page.Links?.Webui, page.Links?.Base ?? answeredBase),
        PageId.TryParse(page.ParentId, out PageId parent) ? parent : null,
        page.AuthorId,
        page.CreatedAt,
        Body(page.Body),
        page.Labels?.Results?.Select(label => label.Name).OfType<string>().ToArray());

    public static PageVersion Version(V2Version version) => new(version.Number ?? 1, version.CreatedAt, version.AuthorId, NullIfEmpty(version.Message));

    public static TreeItem TreeItem(V2TreeItem item, string operation) =>
        new(Id(item.Id, operation), item.Type ?? "page", item.Title ?? "", PageId.TryParse(item.ParentId, out PageId parent) ? parent : null, item.Depth ?? 1);

    public Space Space(V2Space space, string? answeredBase, string operation) => new(
        JsonAnswers.Needed(space.Id, operation, "the space's id"),
        SpaceKey.TryParse(space.Key, out SpaceKey key) ? key : throw JsonAnswers.Missing(operation, "the space's key"),
        space.Name ?? "",
        space.Type ?? "global",
        space.Status ?? "current",
        links.Absolute(space.Links?.Webui ?? $"/spaces/{Uri.EscapeDataString(key.ToString())}", space.Links?.Base ?? answeredBase),
        PageId.TryParse(space.HomepageId, out PageId homepage) ? homepage : null,
        NullIfEmpty(space.Description?.Plain?.Value));

    /// <param name="thread">The comment that it answers, at any depth; null at the top.</param>
    public Comment Comment(V2Comment comment, string location, Comment? thread, string? answeredBase, string operation) => new(
        Id(comment.Id, operation),
        comment.Version?.AuthorId,
        comment.Version?.CreatedAt,
        Body(comment.Body)?.Value ?? "",
        links.Absolute(comment.Links?.Webui, comment.Links?.Base ?? answeredBase),
        location,
        location == "inline" ? comment.ResolutionStatus ?? thread?.Status ?? "open" : comment.Status ?? "current",
        PageId.TryParse(comment.ParentCommentId, out PageId parent) ? parent : thread?.Id,
        comment.Version?.Number ?? 1,
        PageId.TryParse(comment.PageId ?? comment.BlogPostId ?? comment.AttachmentId ?? comment.CustomContentId, out PageId content) ? content : thread?.ContentId);

    public Attachment Attachment(V2Attachment attachment, PageId page, string operation)
    {
        PageId id = Id(attachment.Id, operation);
        return new Attachment(
            id, attachment.Title ?? "", attachment.MediaType ?? "application/octet-stream", attachment.FileSize ?? 0, attachment.CreatedAt ?? attachment.Version?.CreatedAt,
            Download(attachment.DownloadLink ?? attachment.Links?.Download, page, id), attachment.Version?.Number ?? 1, NullIfEmpty(attachment.Comment));
    }

    /// <summary>On the site's own origin: behind the gateway the browser's address would not take the token.</summary>
    public string Download(string? link, PageId page, PageId attachment) => site.BrowserUrl is null || link is null
        ? site.BaseUrl.AbsoluteUri.TrimEnd('/') + "/" + Capabilities.Of(ConfluenceOperation.DownloadAttachment, Deployment.Cloud).Path(page.ToString(), attachment.ToString())
        : links.Absolute(link);

    public static User User(V2User user) => new(user.AccountId ?? "", user.DisplayName ?? user.PublicName ?? user.AccountId ?? "", NullIfEmpty(user.Email));

    public static PageBody? Body(V2Bodies? bodies) => bodies switch
    {
        { Storage: { Value: { } storage } } => new PageBody(BodyFormat.Storage, storage),
        { View: { Value: { } view } } => new PageBody(BodyFormat.View, view),
        { AtlasDocFormat: { Value: { } document } } => new PageBody(BodyFormat.AtlasDocFormat, document),
        _ => null,
    };

    public static V2Body Body(PageBody body) => new(Format(body.Format)!, body.Value);

    public static string? Format(BodyFormat format) => format switch
    {
        BodyFormat.Storage => "storage",
        BodyFormat.View => "view",
        BodyFormat.AtlasDocFormat => "atlas_doc_format",
        _ => null,
    };

    public static long? SpaceId(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : null;

    private static PageId Id(string? text, string operation) => PageId.TryParse(text, out PageId id) ? id : throw JsonAnswers.Missing(operation, "an id");

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
