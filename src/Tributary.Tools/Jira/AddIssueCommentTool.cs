using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Catalog;

namespace Tributary.Tools.Jira;

/// <summary>Comments on an issue.</summary>
[McpServerToolType]
internal sealed class AddIssueCommentTool(JiraClient jira, ProjectAllowList allowed)
{
    [McpServerTool(Name = "jira_add_comment", Title = "Comment on an issue", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true)]
    [Description("Adds a comment in Markdown.")]
    public async Task<AddedCommentResult> AddCommentAsync(
        IssueKey issue_key,
        [Prose] string body,
        [Description("The project role that alone may see it.")] string? visible_to = null,
        CancellationToken cancellationToken = default)
    {
        allowed.Check(issue_key.Project);
        if (string.IsNullOrWhiteSpace(body))
            throw ToolException.InvalidParams("`body` is empty.", "Give the comment's text.");
        if (allowed.IsRestricted)
            allowed.Check((await jira.GetIssueAsync(issue_key, ["summary"], withChanges: false, cancellationToken)).Key.Project);

        RichText text = IssueMarkup.FromMarkdown(body, jira.TextFormat).Text;
        IssueComment comment = await jira.AddCommentAsync(issue_key, text, string.IsNullOrWhiteSpace(visible_to) ? null : visible_to, cancellationToken);
        return new AddedCommentResult(comment.Id, issue_key.ToString(), $"Added comment {comment.Id} to {issue_key}.");
    }
}

internal sealed record AddedCommentResult(string Id, string Key, string Message) : IToolResult
{
    public string ToText() => Message;
}
