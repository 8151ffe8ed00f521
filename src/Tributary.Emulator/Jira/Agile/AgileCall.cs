using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Agile;

/// <summary>What requests to the agile API have in common.</summary>
internal static class AgileCall
{
    private const int MostToMove = 50;

    public static string Api(JiraCall call) => $"{call.Origin}/rest/agile/1.0";

    /// <summary>The issues that a body names by key or id, each of which one may edit.</summary>
    public static IReadOnlyList<Issue> IssuesToMove(JiraCall call)
    {
        JsonArray given = Given.Array(call.Json, "issues") ?? throw JiraException.BadRequest("The list of issues must not be empty.");
        if (given.Count == 0) throw JiraException.BadRequest("The list of issues must not be empty.");
        if (given.Count > MostToMove) throw JiraException.BadRequest($"The maximum number of issues that can be moved in one operation is {MostToMove}.");
        return [.. given.Select(issue => call.Jira.EditableIssue(call.User, Given.Text(issue) ?? throw Given.Invalid()))];
    }

    /// <summary>The issue that the body wants others ranked before or after; null for none.</summary>
    public static (Issue Issue, bool After)? Anchor(JiraCall call)
    {
        string? before = Given.Text(call.Json, "rankBeforeIssue"), after = Given.Text(call.Json, "rankAfterIssue");
        if (before is not null && after is not null) throw JiraException.BadRequest("Only one of rankBeforeIssue and rankAfterIssue may be given.");
        return (before ?? after) is { } anchor ? (call.Jira.VisibleIssue(call.User, anchor), before is null) : null;
    }

    public static void RequireEdit(JiraCall call, Board board)
    {
        if (!call.Jira.CanEdit(call.User, Boards.ProjectOf(call, board))) throw JiraException.Forbidden("You do not have permission to manage sprints on this board.");
    }

    public static DateTimeOffset? Moment(JsonObject from, string name) => Given.Text(from, name) switch
    {
        null or "" => null,
        { } text when JiraTime.Read(text) is { } moment => moment,
        { } text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) => moment.ToUniversalTime(),
        { } text => throw JiraException.BadField(name, $"'{text}' is not a valid date. Use the format yyyy-MM-dd'T'HH:mm:ss.SSSZ."),
    };
}
