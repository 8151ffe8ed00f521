using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Reading;

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
        [Description("The role or group that alone may see it.")] string? visible_to = null,
        [Description("Of a service desk: hidden from customers.")] bool internal_note = false,
        CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(body))
            throw ToolException.InvalidParams("`body` is empty.", "Give the comment's text.");

        await allowed.CheckAsync(jira, issue_key, cancellationToken);
        if (internal_note)
            await CheckDeskAsync(issue_key, cancellationToken);
        Visibility? visibility = string.IsNullOrWhiteSpace(visible_to) ? null : await new VisibilityFinder(jira).FindAsync(visible_to, issue_key.Project, cancellationToken);
        RichText text = IssueMarkup.FromMarkdown(body, jira.TextFormat).Text;
        IssueComment comment = await jira.AddCommentAsync(issue_key, text, visibility, internal_note, cancellationToken);
        string readers = visibility is null ? "" : $", for {WikiText.Line(visibility.Name)} alone";
        string customers = !internal_note ? "" : comment.IsInternal == true ? " Customers do not see it." : " Jira does not tell that it is hidden from customers: check it.";
        return new AddedCommentResult(comment.Id, issue_key.ToString(), $"Added comment {comment.Id} to {issue_key}{readers}.{customers}");
    }

    // Elsewhere Jira takes the mark of an internal note, and shows the comment to all.
    private async Task CheckDeskAsync(IssueKey key, CancellationToken cancellationToken)
    {
        Issue issue = await jira.GetIssueAsync(key, ["project"], withChanges: false, cancellationToken);
        if (issue.Field("project") is not { ValueKind: JsonValueKind.Object } project || FieldText.Text(project, "projectTypeKey") != "service_desk")
            throw ToolException.InvalidParams($"{issue.Key.Project} is no service desk: all who see {issue.Key} would read the note.", "Nothing was written. Leave internal_note out, or give visible_to.");
    }
}

internal sealed record AddedCommentResult(string Id, string Key, string Message) : IToolResult
{
    public string ToText() => Message;
}
