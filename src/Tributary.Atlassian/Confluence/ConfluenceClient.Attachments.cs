using System.Text;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Confluence.V1;
using Tributary.Atlassian.Confluence.V2;
using Tributary.Atlassian.Http.Egress;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence;

public sealed partial class ConfluenceClient
{
    private const int MostAttachments = 250;

    public async Task<ResultList<Attachment>> ListAttachmentsAsync(PageId pageId, AttachmentQuery query, CancellationToken cancellationToken)
    {
        string operation = $"list attachments of page {pageId}";
        if (!IsCloud) return await ListContentAttachmentsAsync(pageId, query, operation, cancellationToken);
        CursorWalk.CheckStart(query.Start, operation);
        ResultList<Attachment> attachments = await CursorWalk.FromAsync(query.Start, query.Limit, MostAttachments, async (limit, cursor) =>
        {
            V2List<V2Attachment> list = await SendAsync(
                Route(ConfluenceOperation.ListAttachments).Request(operation, pageId.ToString(), query: new Parameters
                {
                    { "filename", query.FileName }, { "mediaType", query.MediaType }, { "limit", limit }, { "cursor", cursor },
                }),
                V2Json.Default.V2ListV2Attachment,
                cancellationToken);
            return new CursorPage<Attachment>([.. (list.Results ?? []).Select(attachment => v2.Attachment(attachment, pageId, operation))], Links.CursorIn(list.Links?.Next));
        });
        return attachments with { NextCursor = null };
    }

    /// <summary>Adds a file, or a new version of it where the page has one of this name.</summary>
    /// <exception cref="AtlassianException">A write that was cut off is <see cref="AtlassianErrorKind.OutcomeUnknown"/>; it is never sent twice, for the stream is read once.</exception>
    public async Task<Attachment> AddAttachmentAsync(PageId pageId, NewAttachment attachment, CancellationToken cancellationToken)
    {
        string operation = $"attach {attachment.FileName} to page {pageId}";
        UpstreamRequest request = IsCloud
            ? Upload(ConfluenceOperation.PutAttachment, pageId, "", attachment, operation)
            : await FindAttachmentAsync(pageId, attachment.FileName, cancellationToken) is { } existing
                ? Upload(ConfluenceOperation.AddAttachmentVersion, pageId, existing.ToString(), attachment, operation)
                : Upload(ConfluenceOperation.AddAttachment, pageId, "", attachment, operation);
        V1Content answer = await SendAsync(request, V1Json.Default.V1Content, cancellationToken);
        V1Content added = answer.Results is [var first, ..] ? first : answer;
        return v1.Attachment(added, operation, IsCloud ? (link, id) => v2.Download(link, pageId, id) : null);
    }

    /// <summary>Reads what a page says of one of its attachments.</summary>
    public async Task<Attachment> GetAttachmentAsync(PageId pageId, PageId attachmentId, CancellationToken cancellationToken)
    {
        string operation = $"get attachment {attachmentId}";
        Route route = Route(ConfluenceOperation.GetAttachment);
        if (IsCloud)
        {
            V2Attachment attachment = await SendAsync(route.Request(operation, attachmentId.ToString()), V2Json.Default.V2Attachment, cancellationToken);
            return (attachment.PageId ?? attachment.BlogPostId) == pageId.ToString() && attachment.Status is "current" or null
                ? v2.Attachment(attachment, pageId, operation)
                : throw NotAttached(attachmentId, pageId, operation);
        }

        V1Content content = await SendAsync(
            route.Request(operation, attachmentId.ToString(), query: new Parameters { { "expand", "version,history,container" } }), V1Json.Default.V1Content, cancellationToken);
        return content.Type == "attachment" && content.Container?.Id == pageId.ToString() ? v1.Attachment(content, operation) : throw NotAttached(attachmentId, pageId, operation);
    }

    /// <summary>Moves an attachment to the trash of its space; only people can take it out again, in Confluence.</summary>
    public async Task DeleteAttachmentAsync(PageId pageId, PageId attachmentId, CancellationToken cancellationToken)
    {
        string operation = $"delete attachment {attachmentId}";
        Route route = Route(ConfluenceOperation.DeleteAttachment);
        UpstreamRequest request = IsCloud ? route.Request(operation, attachmentId.ToString()) : route.Request(operation, pageId.ToString(), attachmentId.ToString());
        using UpstreamAnswer answer = await Egress.SendAsync(request, cancellationToken);
    }

    /// <summary>Streams an attachment's bytes, at most <see cref="Http.EgressLimits.AttachmentBytes"/>.</summary>
    /// <returns>How many bytes were written.</returns>
    public Task<long> DownloadAttachmentAsync(Attachment attachment, Stream destination, CancellationToken cancellationToken)
    {
        string operation = $"download attachment {attachment.Id}";
        string root = Site.BaseUrl.AbsoluteUri.TrimEnd('/') + "/";
        if (!attachment.DownloadLink.StartsWith(root, StringComparison.Ordinal))
        {
            throw new AtlassianException(
                AtlassianErrorKind.ServerError, operation, status: null, "The attachment's link leads out of the configured site; it was not followed.");
        }

        var request = new UpstreamRequest(operation, HttpMethod.Get, "download/attachments/{id}", attachment.DownloadLink[root.Length..]) { Streamed = true, Accept = "*/*" };
        return Egress.DownloadAsync(request, destination, cancellationToken);
    }

    private async Task<ResultList<Attachment>> ListContentAttachmentsAsync(PageId pageId, AttachmentQuery query, string operation, CancellationToken cancellationToken)
    {
        V1List<V1Content> list = await SendAsync(
            Route(ConfluenceOperation.ListAttachments).Request(operation, pageId.ToString(), query: new Parameters
            {
                { "filename", query.FileName }, { "mediaType", query.MediaType }, { "expand", "version,history" }, { "start", query.Start }, { "limit", query.Limit },
            }),
            V1Json.Default.V1ListV1Content,
            cancellationToken);
        Attachment[] attachments = [.. (list.Results ?? []).Select(content => v1.Attachment(content, operation))];
        return new ResultList<Attachment>(attachments, list.Total, NextStart(list.Links, query.Start, attachments.Length));
    }

    private async Task<PageId?> FindAttachmentAsync(PageId pageId, string fileName, CancellationToken cancellationToken)
    {
        ResultList<Attachment> found = await ListAttachmentsAsync(pageId, new AttachmentQuery(fileName, Limit: 10), cancellationToken);
        return found.Items.FirstOrDefault(attachment => attachment.Title == fileName)?.Id;
    }

    private static AtlassianException NotAttached(PageId attachment, PageId page, string operation) => new(
        AtlassianErrorKind.ResourceNotFound, operation, status: 200, $"Page {page} has no attachment {attachment}.");

    private UpstreamRequest Upload(ConfluenceOperation operation, PageId pageId, string attachmentId, NewAttachment attachment, string words)
    {
        Route route = Route(operation);
        var upload = new UploadProgress(attachment.Content, Egress.Limits.AttachmentBytes);
        return new UpstreamRequest(words, route.Method, route.Template, route.Path(pageId.ToString(), attachmentId))
        {
            Content = () => Multipart(upload, attachment),
            Upload = upload,
        };
    }

    private static MultipartFormDataContent Multipart(UploadProgress upload, NewAttachment attachment)
    {
        MultipartFormDataContent form = FileForm.Of(upload, attachment.FileName, attachment.ContentType);
        form.Add(new StringContent("true"), "minorEdit");
        if (attachment.Comment is { } comment) form.Add(new StringContent(comment, Encoding.UTF8), "comment");
        return form;
    }
}
