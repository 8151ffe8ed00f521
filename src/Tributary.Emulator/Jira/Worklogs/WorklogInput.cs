using System.Text.Json.Nodes;
using Tributary.Emulator.Jira.Comments;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Worklogs;

/// <summary>Work as a request gives it.</summary>
internal sealed record WorklogInput(DateTimeOffset StartedAt, long Seconds, string? Comment, Visibility? Visibility)
{
    public static WorklogInput New(JiraCall call, JsonObject given, Project project) => new(
        Started(given) ?? call.Wiki.Now,
        Spent(given) ?? throw JiraException.BadField("timeLogged", "You must indicate the time spent working."),
        new RichText(call).Kept("comment", given["comment"]),
        Audience.Of(call, given, project, "logWorkLevel"));

    /// <summary>What the request leaves out stays.</summary>
    public static WorklogInput Edited(JiraCall call, JsonObject given, Project project, Worklog known) => new(
        Started(given) ?? known.StartedAt,
        Spent(given) ?? known.Seconds,
        given.ContainsKey("comment") ? new RichText(call).Kept("comment", given["comment"]) : known.Comment,
        given.ContainsKey("visibility") ? Audience.Of(call, given, project, "logWorkLevel") : known.Visibility);

    private static DateTimeOffset? Started(JsonObject given) => Given.Text(given, "started") switch
    {
        null => null,
        { } text => JiraTime.Read(text) ?? throw JiraException.BadRequest($"Worklog must have valid 'started' date: {text}"),
    };

    private static long? Spent(JsonObject given)
    {
        if (Given.Number(given, "timeSpentSeconds") is { } exact) return exact >= 60 ? exact : throw Invalid();
        return Given.Text(given, "timeSpent") is not { } text ? null : Duration.Seconds(text) is > 0 and var seconds ? seconds : throw Invalid();
    }

    private static JiraException Invalid() => JiraException.BadField("timeLogged", "Invalid time duration entered.");
}
