using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Jira;

/// <summary>Deletes an issue for good.</summary>
[McpServerToolType]
internal sealed class DeleteIssueTool(JiraClient jira, ProjectAllowList allowed)
{
    private const int MostShown = 20;

    [Permanent]
    [McpServerTool(Name = "jira_delete_issue", Title = "Delete an issue", ReadOnly = false, Destructive = true, Idempotent = false, OpenWorld = true)]
    [Description("Deletes an issue for good, with all that is in it.")]
    public async Task<DeletedResult> DeleteIssueAsync(IssueKey issue_key, [Description("Its sub-tasks too.")] bool delete_subtasks = false, CancellationToken cancellationToken = default)
    {
        allowed.Check(issue_key.Project);
        Issue issue = await jira.GetIssueAsync(issue_key, ["summary", "description", "subtasks"], withChanges: false, cancellationToken);
        allowed.Check(issue.Key.Project);
        string[] subtasks = issue.Field("subtasks") is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(Shown)] : [];
        if (subtasks.Length > 0 && !delete_subtasks)
        {
            throw ToolException.InvalidParams(
                $"{issue.Key} has {(subtasks.Length == 1 ? "a sub-task" : $"{subtasks.Length} sub-tasks")}:\n{Fence.Around("sub-tasks", Listed(subtasks))}",
                "Nothing was deleted. With delete_subtasks they go too, for good; ask the user first.");
        }

        await jira.DeleteIssueAsync(issue.Key, delete_subtasks, cancellationToken);
        string was = $"{WikiText.Line(issue.Summary)}{(issue.Description is { } description ? "\n\n" + IssueMarkup.Beginning(description) : "")}";
        return new DeletedResult(
            "success", $"{issue.Key} is deleted for good{(subtasks.Length == 0 ? "" : $", and so {(subtasks.Length == 1 ? "is its sub-task" : $"are its {subtasks.Length} sub-tasks")}")}.",
            subtasks.Length == 0 ? was : $"{was}\n\nSub-tasks:\n{Listed(subtasks)}");
    }

    private static string Shown(JsonElement subtask) => WikiText.Line(
        $"{FieldText.Text(subtask, "key")}{(subtask.TryGetProperty("fields", out JsonElement fields) && fields.ValueKind == JsonValueKind.Object && FieldText.Text(fields, "summary") is { } summary ? ": " + summary : "")}");

    private static string Listed(string[] subtasks) => string.Join('\n', subtasks.Take(MostShown)) + (subtasks.Length > MostShown ? $"\nand {subtasks.Length - MostShown} more" : "");
}
