using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Agile;

/// <summary>Issues into sprints, back to the backlog, up and down by rank.</summary>
internal static class MoveIssues
{
    public static void Map(JiraRoutes routes)
    {
        routes.Post("/sprint/{sprintId}/issue", ToSprint);
        routes.Post("/backlog/issue", ToBacklog);
        routes.Post("/backlog/{boardId}/issue", call =>
        {
            Boards.Find(call);
            return ToBacklog(call);
        });
        routes.Put("/issue/rank", Rank);
    }

    private static Answer ToSprint(JiraCall call)
    {
        Sprint sprint = Sprints.Find(call);
        return Move(call, issue => call.Jira.MoveToSprint(call.User, issue, sprint));
    }

    private static Answer ToBacklog(JiraCall call) => Move(call, issue => call.Jira.MoveToBacklog(call.User, issue));

    // All that can be wrong is looked at before anything moves.
    private static Answer Move(JiraCall call, Action<Issue> move)
    {
        IReadOnlyList<Issue> issues = AgileCall.IssuesToMove(call);
        (Issue Issue, bool After)? anchor = AgileCall.Anchor(call);
        foreach (Issue issue in issues) move(issue);
        if (anchor is { } place) call.Jira.RankIssues(issues, place.Issue, place.After);
        return Answer.NoContent();
    }

    private static Answer Rank(JiraCall call)
    {
        IReadOnlyList<Issue> issues = AgileCall.IssuesToMove(call);
        (Issue Issue, bool After) place = AgileCall.Anchor(call) ?? throw JiraException.BadRequest("One of rankBeforeIssue and rankAfterIssue must be given.");
        call.Jira.RankIssues(issues, place.Issue, place.After);
        return Answer.NoContent();
    }
}
