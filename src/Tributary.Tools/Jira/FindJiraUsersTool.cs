using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>Finds people by name, e-mail or id; or who may be given issues.</summary>
[McpServerToolType]
internal sealed class FindJiraUsersTool(JiraClient jira, ProjectAllowList allowed)
{
    private const int AtOnce = 100;

    [McpServerTool(Name = "jira_find_users", Title = "Find people of Jira", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Finds people by name, e-mail or id; with project_key or issue_key only who may be assigned there.")]
    public async Task<JiraUsersResult> FindUsersAsync(
        [Description("me: yourself.")] string? query = null,
        ProjectKey? project_key = null,
        IssueKey? issue_key = null,
        [Range(1, 100)] int limit = 25,
        [Range(0, 10_000)] int start = 0,
        CancellationToken cancellationToken = default)
    {
        string text = query?.Trim() ?? "";
        ProjectKey? project = issue_key?.Project ?? project_key;
        if (project is { } key)
            allowed.Check(key);
        if (text.Equals("me", StringComparison.OrdinalIgnoreCase))
            return new JiraUsersResult([JiraUserItem.Of(await jira.GetCurrentUserAsync(cancellationToken))], null);
        if (issue_key is { } issue && allowed.IsRestricted)
            allowed.Check((await jira.GetIssueAsync(issue, ["summary"], withChanges: false, cancellationToken)).Key.Project);
        if (project is null && text.Length == 0 && !allowed.IsRestricted)
            throw ToolException.InvalidParams("`query` is missing.", "Give a name or e-mail; or project_key for all who may be assigned there.");

        bool isId = PeopleFinder.IsAccountId(text, jira.Site.Deployment);
        if (isId && project is null && !allowed.IsRestricted)
            return new JiraUsersResult([JiraUserItem.Of(await jira.GetUserAsync(text, cancellationToken))], null);
        if (isId || (project is null && allowed.IsRestricted))
        {
            JiraUser[] inside = await AssignableAsync(project is { } only ? [only] : allowed.Keys, isId ? "" : text, cancellationToken);
            (JiraUser[] items, int? next) = ListPart.Of([.. inside.Where(user => !isId || user.Id == text)], start, limit);
            return new JiraUsersResult([.. items.Select(JiraUserItem.Of)], next);
        }

        IReadOnlyList<JiraUser> found = await jira.FindUsersAsync(new UserQuery(text, project_key, issue_key, start, limit), cancellationToken);

        // Jira tells no total here: a full answer may go on.
        return new JiraUsersResult([.. found.Select(JiraUserItem.Of)], found.Count == limit ? start + limit : null);
    }

    // In a restricted server, whoever has nothing to do with the open projects is not shown.
    private async Task<JiraUser[]> AssignableAsync(IReadOnlyList<ProjectKey> projects, string text, CancellationToken cancellationToken)
    {
        List<JiraUser> all = [];
        foreach (ProjectKey project in projects)
        {
            for (int start = 0, count = AtOnce; count == AtOnce; start += count)
            {
                IReadOnlyList<JiraUser> part = await jira.FindUsersAsync(new UserQuery(text, project, Start: start, Limit: AtOnce), cancellationToken);
                all.AddRange(part);
                count = part.Count;
            }
        }

        return [.. all.DistinctBy(user => user.Id)];
    }
}

internal sealed record JiraUsersResult(IReadOnlyList<JiraUserItem> Users, int? NextStartOffset) : IToolResult
{
    public string ToText() => Users.Count == 0
        ? "Nobody found. Try another spelling, or one part of the name."
        : ListText.Of("user", Users.Select(user => user.ToText()), total: null, NextStartOffset);
}

/// <param name="Id">An account id on Cloud, a user name on Data Center.</param>
/// <param name="Email">Null where Jira does not show it.</param>
/// <param name="Active">Null for those who are.</param>
internal sealed record JiraUserItem(string Id, string Name, string? Email, bool? Active)
{
    public static JiraUserItem Of(JiraUser user) => new(WikiText.Line(user.Id), WikiText.Line(user.DisplayName), user.Email is null ? null : WikiText.Line(user.Email), user.Active ? null : false);

    public string ToText() => $"{Id}: {Name}{(Email is null ? "" : $" <{Email}>")}{(Active == false ? " (inactive)" : "")}";
}
