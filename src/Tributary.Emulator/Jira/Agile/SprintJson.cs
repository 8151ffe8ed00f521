using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Agile;

internal static class SprintJson
{
    public static JsonObject Of(JiraCall call, Sprint sprint)
    {
        var json = new JsonObject
        {
            ["id"] = sprint.Id,
            ["self"] = $"{AgileCall.Api(call)}/sprint/{sprint.Id}",
            ["state"] = sprint.State,
            ["name"] = sprint.Name,
        };
        foreach ((string name, DateTimeOffset? moment) in new[] { ("startDate", sprint.StartDate), ("endDate", sprint.EndDate), ("completeDate", sprint.CompleteDate) })
        {
            if (moment is not null) json[name] = Moment(moment.Value);
        }

        if (call.IsCloud)
        {
            json["createdDate"] = Moment(sprint.CreatedAt);
        }
        else
        {
            if (sprint.State != "future" && sprint.StartDate is { } start) json["activatedDate"] = Moment(start);
            json["synced"] = false;
            json["autoStartStop"] = false;
        }

        json["originBoardId"] = sprint.BoardId;
        if (sprint.Goal.Length > 0 || call.IsCloud) json["goal"] = sprint.Goal;
        return json;
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
