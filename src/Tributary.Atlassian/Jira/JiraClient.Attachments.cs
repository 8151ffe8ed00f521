using Tributary.Atlassian.Http.Egress;
using Tributary.Atlassian.Jira.Models;
using Tributary.Atlassian.Jira.Routing;
using Tributary.Atlassian.Jira.Wire;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira;

public sealed partial class JiraClient
{
    /// <summary>Adds a file, beside others of the same name.</summary>
    /// <exception cref="AtlassianException">A write that was cut off is <see cref="AtlassianErrorKind.OutcomeUnknown"/>; it is never sent twice, for the stream is read once.</exception>
    public async Task<IssueAttachment> AddAttachmentAsync(IssueKey key, NewIssueAttachment attachment, CancellationToken cancellationToken)
    {
        string operation = $"attach {attachment.FileName} to {key}";
        Route route = Route(JiraOperation.AddAttachment);
        var upload = new UploadProgress(attachment.Content, connection.Egress.Limits.AttachmentBytes);
        var request = new UpstreamRequest(operation, route.Method, route.Template, route.Path(key.ToString()))
        {
            Content = () => FileForm.Of(upload, attachment.FileName, attachment.ContentType),
            Upload = upload,
            Product = AtlassianProduct.Jira,
        };
        return (await SendAsync(request, JiraJson.Default.IReadOnlyListJsonElement, cancellationToken)).Select(IssueAttachment.Of).FirstOrDefault()
            ?? throw JsonAnswers.Missing(operation, "the attached file", AtlassianProduct.Jira);
    }

    /// <summary>Streams the bytes of a file, at most <see cref="Http.EgressLimits.AttachmentBytes"/>.</summary>
    /// <returns>How many bytes were written.</returns>
    public Task<long> DownloadAttachmentAsync(IssueAttachment attachment, Stream destination, CancellationToken cancellationToken)
    {
        Route route = Route(JiraOperation.DownloadAttachment);
        string path = route.Path(JiraId.Parse(attachment.Id).ToString(), attachment.FileName);
        var request = new UpstreamRequest($"download attachment {attachment.Id}", route.Method, route.Template, path) { Streamed = true, Accept = "*/*", Product = AtlassianProduct.Jira };
        return connection.Egress.DownloadAsync(request, destination, cancellationToken);
    }

    /// <summary>Deletes for good.</summary>
    public Task DeleteAttachmentAsync(JiraId id, CancellationToken cancellationToken) =>
        SendAsync(Route(JiraOperation.DeleteAttachment).Request($"delete attachment {id}", id.ToString()), cancellationToken);
}
