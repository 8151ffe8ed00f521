using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.Fields;

/// <summary>Which sprint is meant by a name, among those of the project's boards that are not over; asked once in a call.</summary>
internal sealed class SprintFinder(JiraClient jira)
{
    private readonly Dictionary<ProjectKey, IReadOnlyList<Sprint>> known = [];

    public async Task<(Sprint? Sprint, string? Problem)> FindAsync(string name, ProjectKey project, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(project, out IReadOnlyList<Sprint>? sprints))
            known[project] = sprints = await jira.ListSprintsAsync(project, cancellationToken);
        Sprint[] found = FieldNames.Find(name, sprints, sprint => sprint.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), sprint => sprint.Name);
        return found switch
        {
            [var one] => (one, null),
            [] => (null, $"has no open sprint \"{WikiText.Line(name)}\" in {project}. {FieldNames.Instead(name, [.. sprints.Select(sprint => WikiText.Line(sprint.Name))])}"),
            _ => (null, $"fits several sprints: {string.Join(", ", found.Select(sprint => $"{sprint.Id} ({sprint.State})"))}. Give the number of one"),
        };
    }
}
