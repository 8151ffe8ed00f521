using Tributary.Atlassian.Jira;

namespace Tributary.Tools;

/// <summary>The projects that the operator opened. Empty means all that the credential may see.</summary>
internal sealed class ProjectAllowList(IReadOnlyList<ProjectKey> keys)
{
    public IReadOnlyList<ProjectKey> Keys => keys;

    public bool IsRestricted => keys.Count > 0;

    public bool Contains(ProjectKey key) => !IsRestricted || keys.Contains(key);

    public void Check(ProjectKey key)
    {
        if (!Contains(key))
            throw new ToolException(ErrorCode.NotAllowed, $"Project {key} is outside the projects this server may use.", $"Use {string.Join(", ", keys)}; the operator sets them with JIRA_PROJECTS_FILTER.");
    }

    /// <summary>A key goes with an issue that moves into another project: where projects are restricted, the issue itself tells where it is now.</summary>
    public async Task CheckAsync(JiraClient jira, IssueKey key, CancellationToken cancellationToken)
    {
        Check(key.Project);
        if (IsRestricted)
            Check((await jira.GetIssueAsync(key, ["summary"], withChanges: false, cancellationToken)).Key.Project);
    }
}
