using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Files;

internal sealed record AttachmentsResult(IReadOnlyList<AttachmentItem> Attachments, int? TotalAvailable, int? NextStartOffset) : IToolResult
{
    public string ToText() => ListText.Of("attachment", Attachments.Select(attachment => attachment.ToText()), TotalAvailable, NextStartOffset);
}

/// <param name="FileSize">Bytes.</param>
internal sealed record AttachmentItem(string Id, string Title, string MediaType, long FileSize, DateTime? CreatedDate, string DownloadLink)
{
    public static AttachmentItem Of(Attachment attachment) => new(
        attachment.Id.ToString(), WikiText.Line(attachment.Title), WikiText.Line(attachment.MediaType), attachment.FileSize,
        attachment.CreatedAt?.UtcDateTime, attachment.DownloadLink);

    public static AttachmentItem Of(IssueAttachment attachment) => new(
        attachment.Id, WikiText.Line(attachment.FileName), WikiText.Line(attachment.MediaType), attachment.FileSize, attachment.CreatedAt?.UtcDateTime, attachment.ContentUrl);

    public string ToText() => $"{Id}: {Title} ({MediaType}, {FileSize} bytes{(CreatedDate is { } date ? $", {date:yyyy-MM-dd}" : "")}) {DownloadLink}";
}

/// <param name="FileSize">Bytes.</param>
internal sealed record AddedAttachmentResult(string Id, string Title, string MediaType, long FileSize, string DownloadLink, string Message) : IToolResult
{
    public static AddedAttachmentResult Of(AttachmentItem item, string message) => new(item.Id, item.Title, item.MediaType, item.FileSize, item.DownloadLink, message);

    public string ToText() => $"{Message}\n{Id}: {MediaType} {DownloadLink}";
}
