using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>The files of an issue that is open to this server. Jira tells of a file alone, not where it is attached: so files are found by way of their issue.</summary>
internal sealed class IssueFiles(JiraClient jira, ProjectAllowList allowed)
{
    private const int MostShown = 10;

    public async Task<IReadOnlyList<IssueAttachment>> ListAsync(IssueKey key, CancellationToken cancellationToken)
    {
        allowed.Check(key.Project);
        Issue issue = await jira.GetIssueAsync(key, ["summary", "attachment"], withChanges: false, cancellationToken);
        allowed.Check(issue.Key.Project);
        return issue.Attachments;
    }

    /// <exception cref="ToolException">There is none, or there are several of this name.</exception>
    public async Task<IssueAttachment> FindAsync(IssueKey key, JiraId? id, string? filename, CancellationToken cancellationToken)
    {
        IReadOnlyList<IssueAttachment> files = await ListAsync(key, cancellationToken);
        IssueAttachment[] found = [.. files.Where(file => id is { } wanted ? file.Id == wanted.ToString() : file.FileName == filename)];
        return found switch
        {
            [var one] => one,
            [] => throw new ToolException(
                ErrorCode.ResourceNotFound, $"{key} has no attachment {(id is { } wanted ? wanted : $"\"{WikiText.Beginning(filename!, 80)}\"")}.{Shown(files)}", "Give one of its files; jira_list_attachments lists all."),
            _ => throw ToolException.InvalidParams($"{key} has several attachments of this name.{Shown(found)}", "Give the attachment_id of one."),
        };
    }

    private static string Shown(IReadOnlyList<IssueAttachment> files) => files.Count == 0 ? "" : " There are "
        + string.Join(", ", files.Take(MostShown).Select(file => $"{file.Id} \"{WikiText.Line(file.FileName)}\"{(file.CreatedAt is { } date ? $" of {date.UtcDateTime:yyyy-MM-dd}" : "")}"))
        + (files.Count > MostShown ? $" and {files.Count - MostShown} more." : ".");
}
