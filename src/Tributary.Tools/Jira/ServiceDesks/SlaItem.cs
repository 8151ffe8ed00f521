using System.Globalization;
using System.Text;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.ServiceDesks;

/// <param name="State"><c>ongoing</c>, <c>paused</c>, <c>met</c>, <c>breached</c> or <c>not started</c>.</param>
internal sealed record SlaItem(string Name, string State, string? Goal, string? Elapsed, string? Remaining, DateTime? BreachDate)
{
    public static SlaItem Of(Sla sla) => new(WikiText.Line(sla.Name), sla.State, Line(sla.Goal), Line(sla.Elapsed), Line(sla.Remaining), sla.BreachesAt?.UtcDateTime);

    public string ToText()
    {
        var text = new StringBuilder($"{Name}: {State}");
        if (Goal is not null)
            text.Append($", {Elapsed} of {Goal}, {Remaining} left");
        if (BreachDate is not null && State is "ongoing")
            text.Append(CultureInfo.InvariantCulture, $", until {BreachDate:yyyy-MM-dd HH:mm} UTC");
        return text.ToString();
    }

    private static string? Line(string? text) => text is null ? null : WikiText.Line(text);
}
