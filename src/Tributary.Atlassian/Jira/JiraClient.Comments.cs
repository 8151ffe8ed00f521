using System.Text.Json;
using Tributary.Atlassian.Jira.Models;
using Tributary.Atlassian.Jira.Routing;
using Tributary.Atlassian.Jira.Wire;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira;

public sealed partial class JiraClient
{
    /// <summary>Newest first.</summary>
    public async Task<CommentList> ListCommentsAsync(IssueKey key, int start, int limit, CancellationToken cancellationToken)
    {
        var query = new Parameters { { "startAt", start }, { "maxResults", limit }, { "orderBy", "-created" } };
        WireComments list = await SendAsync(Route(JiraOperation.ListComments).Request($"list comments of {key}", key.ToString(), query: query), JiraJson.Default.WireComments, cancellationToken);
        IssueComment[] comments = [.. (list.Comments ?? []).Select(JiraReader.Comment)];
        return new CommentList(comments, list.Total ?? comments.Length);
    }

    public async Task<IssueComment> GetCommentAsync(IssueKey key, JiraId id, CancellationToken cancellationToken) => JiraReader.Comment(
        await SendAsync(Route(JiraOperation.GetComment).Request($"get comment {id} of {key}", key.ToString(), id.ToString()), JiraJson.Default.WireComment, cancellationToken));

    /// <param name="visibility">Who alone may see it; null: all who see the issue.</param>
    /// <param name="isInternal">Of service projects: whether customers do not see it.</param>
    public async Task<IssueComment> AddCommentAsync(IssueKey key, RichText body, Visibility? visibility, bool isInternal, CancellationToken cancellationToken)
    {
        Func<HttpContent> content = Body(json =>
        {
            Write(json, body, visibility);
            if (!isInternal) return;
            json.WriteStartArray("properties");
            json.WriteStartObject();
            json.WriteString("key", "sd.public.comment");
            json.WriteStartObject("value");
            json.WriteBoolean("internal", true);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        });
        return JiraReader.Comment(await SendAsync(Route(JiraOperation.AddComment).Request($"comment on issue {key}", key.ToString(), content: content), JiraJson.Default.WireComment, cancellationToken));
    }

    /// <param name="comment">As it was read.</param>
    /// <param name="visibility">From now on; null opens it to all who see the issue.</param>
    public async Task<IssueComment> UpdateCommentAsync(IssueKey key, IssueComment comment, RichText body, Visibility? visibility, CancellationToken cancellationToken)
    {
        Func<HttpContent> content = Body(json =>
        {
            Write(json, body, visibility);
            if (visibility is null && comment.Visibility is not null) json.WriteNull("visibility");
        });
        return JiraReader.Comment(await SendAsync(
            Route(JiraOperation.UpdateComment).Request($"update comment {comment.Id} of {key}", key.ToString(), JiraId.Parse(comment.Id).ToString(), content: content), JiraJson.Default.WireComment, cancellationToken));
    }

    /// <summary>Deletes for good.</summary>
    public Task DeleteCommentAsync(IssueKey key, JiraId id, CancellationToken cancellationToken) =>
        SendAsync(Route(JiraOperation.DeleteComment).Request($"delete comment {id} of {key}", key.ToString(), id.ToString()), cancellationToken);

    private void Write(Utf8JsonWriter json, RichText body, Visibility? visibility)
    {
        json.WritePropertyName("body");
        new FieldValue.Rich(body).Write(json, Site.Deployment);
        if (visibility is null) return;
        json.WriteStartObject("visibility");
        json.WriteString("type", visibility.Type);
        json.WriteString("value", visibility.Name);
        json.WriteEndObject();
    }
}
