using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;

namespace Tributary.Emulator.Jira;

/// <summary><c>/configuration</c>: what is switched on, and how time is written. On Data Center also <c>/rest/auth/1/session</c>, which clients ask to see who they are.</summary>
internal static class Configuration
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/configuration", _ => Answer.Ok(new()
        {
            ["votingEnabled"] = true,
            ["watchingEnabled"] = true,
            ["unassignedIssuesAllowed"] = true,
            ["subTasksEnabled"] = true,
            ["issueLinkingEnabled"] = true,
            ["timeTrackingEnabled"] = true,
            ["attachmentsEnabled"] = true,
            ["timeTrackingConfiguration"] = new JsonObject { ["workingHoursPerDay"] = 8.0, ["workingDaysPerWeek"] = 5.0, ["timeFormat"] = "pretty", ["defaultUnit"] = "minute" },
        }));
        if (routes.IsCloud) routes.Get("/configuration/timetracking", _ => Answer.Ok(new() { ["key"] = "JIRA", ["name"] = "JIRA provided time tracking" }));
    }

    public static void MapSession(JiraRoutes routes) =>
        routes.Get("/session", call => Answer.Ok(new() { ["self"] = $"{call.Api}/user?username={call.User.Username}", ["name"] = call.User.Username, ["loginInfo"] = new JsonObject { ["loginCount"] = 1 } }));
}
