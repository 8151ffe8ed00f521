using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;

namespace Tributary.Tools.Jira.Fields;

/// <summary>Whether an issue is there, in an open project; asked once in a call.</summary>
internal sealed class IssueFinder(JiraClient jira, ProjectAllowList allowed)
{
    private readonly Dictionary<IssueKey, IssueKey?> found = [];

    /// <returns>The key it has now; null where there is none that this user sees.</returns>
    public async Task<IssueKey?> FindAsync(IssueKey key, CancellationToken cancellationToken)
    {
        allowed.Check(key.Project);
        if (!found.TryGetValue(key, out IssueKey? now))
            found[key] = now = await AskAsync(key, cancellationToken);
        if (now is { } known)
            allowed.Check(known.Project);
        return now;
    }

    private async Task<IssueKey?> AskAsync(IssueKey key, CancellationToken cancellationToken)
    {
        try
        {
            Issue issue = await jira.GetIssueAsync(key, ["summary"], withChanges: false, cancellationToken);
            return issue.Key;
        }
        catch (AtlassianException absent) when (absent.Kind == AtlassianErrorKind.ResourceNotFound)
        {
            return null;
        }
    }
}
