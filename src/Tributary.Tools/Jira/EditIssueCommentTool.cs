using System.ComponentModel;
using System.Text;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Diff;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Jira;

/// <summary>Changes what a comment on an issue says, over what is there, or who may see it.</summary>
[McpServerToolType]
internal sealed class EditIssueCommentTool(JiraClient jira, ProjectAllowList allowed, Turns turns)
{
    private const string Everyone = "everyone";

    [McpServerTool(Name = "jira_edit_comment", Title = "Edit a comment", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true)]
    [Description("Edits a comment. What its Markdown leaves as it was stays byte for byte.")]
    public async Task<EditedCommentResult> EditCommentAsync(
        IssueKey issue_key,
        JiraId comment_id,
        [Prose, Description("All of it, as Markdown.")] string body,
        [Description("The base you read with it.")] string? comment_base = null,
        [Description("A role, a group or everyone. Default: as it was.")] string? visible_to = null,
        bool dry_run = false,
        [Description("What a lossy_write refusal listed.")] string[]? allow_loss = null,
        CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(body))
            throw ToolException.InvalidParams("`body` is empty.", "Give the comment's new text; jira_delete_comment deletes it.");

        await allowed.CheckAsync(jira, issue_key, cancellationToken);
        using IDisposable turn = await turns.TakeAsync(issue_key, cancellationToken);
        IssueComment comment = await jira.GetCommentAsync(issue_key, comment_id, cancellationToken);
        CheckBase(comment, comment_base);
        Visibility? visibility = string.IsNullOrWhiteSpace(visible_to) ? comment.Visibility
            : visible_to.Trim().Equals(Everyone, StringComparison.OrdinalIgnoreCase) ? null
            : await new VisibilityFinder(jira).FindAsync(visible_to, issue_key.Project, cancellationToken);
        RichText written = IssueMarkup.Over("comment", comment.Body, body, allow_loss ?? []);
        if (written.Text == comment.Body.Text && visibility == comment.Visibility)
            return Result(comment, $"Nothing to write: comment {comment.Id} is like this already.");

        string diff = UnifiedDiff.Of(IssueMarkup.ToMarkdown(comment.Body), IssueMarkup.ToMarkdown(written), "comment", "comment after");
        if (dry_run)
        {
            string would = visibility == comment.Visibility ? "" : visibility is null ? " The comment would become public: everyone who sees the issue would see it." : $" {WikiText.Line(visibility.Name)} alone would see it.";
            return Result(comment, $"Dry run: nothing was written.{would}") with { Diff = NullIfEmpty(diff) };
        }

        IssueComment after = await jira.UpdateCommentAsync(issue_key, comment, written, visibility, cancellationToken);
        string readers = visibility == comment.Visibility ? "" : visibility is null ? " Everyone who sees the issue sees it now." : $" {WikiText.Line(visibility.Name)} alone may see it now.";
        return Result(after, $"Edited comment {comment.Id} of {issue_key}.{readers}") with { Diff = NullIfEmpty(diff) };

        EditedCommentResult Result(IssueComment now, string message) => new(comment.Id, issue_key.ToString(), message, IssueMarkup.BaseOf(now.Body));
    }

    private static void CheckBase(IssueComment comment, string? basis)
    {
        string now = IssueMarkup.BaseOf(comment.Body);
        if (basis == now)
            return;

        // Comments are listed newest first: an old one may be far away. What is shown here has been read.
        string shown = Fence.Around($"comment {comment.Id}, base {now}", IssueMarkup.ToMarkdown(comment.Body));
        throw basis is null
            ? ToolException.InvalidParams($"`comment_base` is missing. The comment says:\n{shown}", $"Nothing was changed. Change this Markdown and give comment_base {now}.")
            : new ToolException(ErrorCode.VersionConflict, $"Comment {comment.Id} is not what you read. It says:\n{shown}", $"Nothing was changed. Repeat the change on what is there now, with comment_base {now}.");
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

/// <param name="Base">Names the comment's state: who changes it again gives it back.</param>
internal sealed record EditedCommentResult(string Id, string Key, string Message, string Base, string? Diff = null) : IToolResult
{
    public string ToText()
    {
        var text = new StringBuilder(Message).Append(" Base: ").Append(Base);
        if (Diff is not null)
            text.Append('\n').Append(Fence.Around("what changes", Diff.TrimEnd('\n')));
        return text.ToString();
    }
}
