using System.Globalization;
using System.Text;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.Agile;

internal sealed record SprintItem(long Id, string Name, string State, string? Goal, DateTime? StartDate, DateTime? EndDate, DateTime? CompleteDate)
{
    public static SprintItem Of(Sprint sprint) => new(
        sprint.Id, WikiText.Line(sprint.Name), sprint.State, sprint.Goal is null ? null : WikiText.Line(sprint.Goal),
        sprint.StartAt?.UtcDateTime, sprint.EndAt?.UtcDateTime, sprint.CompletedAt?.UtcDateTime);

    public string ToText()
    {
        var text = new StringBuilder($"{Id}: {Name} ({State}");
        if (StartDate is not null || EndDate is not null)
            text.Append(CultureInfo.InvariantCulture, $", {StartDate:yyyy-MM-dd} to {EndDate:yyyy-MM-dd}");
        if (CompleteDate is not null)
            text.Append(CultureInfo.InvariantCulture, $", completed {CompleteDate:yyyy-MM-dd}");
        return text.Append(')').Append(Goal is null ? "" : $": {Goal}").ToString();
    }
}
