using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Jira.People;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Watchers;

/// <summary><c>/issue/{issueIdOrKey}/votes</c>.</summary>
internal static class Votes
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/issue/{issueIdOrKey}/votes", List);
        routes.Post("/issue/{issueIdOrKey}/votes", call => Set(call, isVoting: true));
        routes.Delete("/issue/{issueIdOrKey}/votes", call => Set(call, isVoting: false));
    }

    private static Answer List(JiraCall call)
    {
        Issue issue = call.Issue();
        return Answer.Ok(new()
        {
            ["self"] = $"{call.Api}/issue/{issue.Key}/votes",
            ["votes"] = issue.Voters.Count,
            ["hasVoted"] = issue.Voters.Contains(call.User.AccountId),
            ["voters"] = new JsonArray([.. call.Wiki.Users.Where(user => issue.Voters.Contains(user.AccountId)).Select(user => UserJson.Of(call, user))]),
        });
    }

    private static Answer Set(JiraCall call, bool isVoting)
    {
        Issue issue = call.Issue();
        if (issue.Text("reporter") == call.User.AccountId) throw JiraException.NotFound("You cannot vote for an issue you have reported.");
        if (issue.Text("resolution") is not null) throw JiraException.NotFound("You cannot vote or change your vote on resolved issues.");
        call.Jira.Vote(issue, call.User, isVoting);
        return Answer.NoContent();
    }
}
