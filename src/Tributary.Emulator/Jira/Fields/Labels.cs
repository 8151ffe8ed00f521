using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;

namespace Tributary.Emulator.Jira.Fields;

/// <summary><c>/label</c>: every label in use on issues that the caller sees. Cloud's alone.</summary>
internal static class Labels
{
    public static void Map(JiraRoutes routes)
    {
        if (routes.IsCloud) routes.Get("/label", List);
    }

    private static Answer List(JiraCall call)
    {
        string[] labels = [.. call.Jira.Issues
            .Where(issue => call.Jira.CanSee(call.User, issue))
            .SelectMany(issue => issue.Texts("labels"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
        return Answer.Ok(Paging.Of(call, 1000).Bean(call, labels, label => JsonValue.Create(label)));
    }
}
