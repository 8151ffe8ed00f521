using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary><c>/issue/{issueIdOrKey}/transitions</c>: what can be done, and doing it.</summary>
internal static class IssueTransitions
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/issue/{issueIdOrKey}/transitions", List);
        routes.Post("/issue/{issueIdOrKey}/transitions", Transit);
    }

    private static Answer List(JiraCall call)
    {
        Issue issue = call.Issue();
        var transitions = new Transitions(call);
        bool withFields = call.Many("expand").Contains("transitions.fields");
        string? id = call.Query("transitionId");
        return Answer.Ok(new()
        {
            ["expand"] = "transitions",
            ["transitions"] = new JsonArray([.. transitions.Open(issue).Where(transition => id is null || transition.Id == id).Select(transition => transitions.Of(issue, transition, withFields))]),
        });
    }

    private static Answer Transit(JiraCall call)
    {
        Issue issue = call.Issue();
        if (Given.Object(call.Json, "transition") is not { } given || Given.Text(given, "id") is not { } id) throw JiraException.BadRequest("Missing 'transition' identifier");
        if (!id.All(char.IsAsciiDigit)) throw JiraException.BadRequest("'transition' identifier must be an integer");
        Transition transition = new Transitions(call).Open(issue).FirstOrDefault(open => open.Id == id)
            ?? throw JiraException.BadRequest(call.IsCloud
                ? $"Transition id '{id}' is not valid for this issue."
                : "It seems that you have tried to perform a workflow operation that is not valid for the current state of this issue. The likely cause is that somebody has changed the issue recently, please look at the issue history for details.");
        IssueChange change = new FieldInput(call, call.Jira.ProjectOf(issue), issue.TypeId, transition.Screen, issue).Read(call.Json, requiresAll: true);
        call.Jira.Transit(call.User, issue, transition, change.Values);
        change.ApplyEffects(issue);
        return Answer.NoContent();
    }
}
