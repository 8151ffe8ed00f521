using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>Which role of a project or group of people is meant by a name.</summary>
internal sealed class VisibilityFinder(JiraClient jira)
{
    /// <exception cref="ToolException">Neither a role nor one of this user's groups is called so; nothing has been sent.</exception>
    public async Task<Visibility> FindAsync(string name, ProjectKey project, CancellationToken cancellationToken)
    {
        IReadOnlyList<string>? roles = await jira.ListRolesAsync(project, cancellationToken);
        if (FieldNames.Find(name, roles ?? [], role => role, role => role) is [var role, ..])
            return new Visibility(Visibility.Role, role);

        IReadOnlyList<string> groups = await jira.ListOwnGroupsAsync(cancellationToken);
        if (FieldNames.Find(name, groups, group => group, group => group) is [var group, ..])
            return new Visibility(Visibility.Group, group);

        // Jira itself judges a role where it does not list them.
        return roles is null
            ? new Visibility(Visibility.Role, name)
            : throw ToolException.InvalidParams(
                $"No role of {project} and no group of this user is called \"{WikiText.Line(name)}\". {FieldNames.Instead(name, [.. roles.Concat(groups).Select(WikiText.Line)])}", "Nothing was written. Give one of them.");
    }
}
