using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tributary.Atlassian.Jira.Models;

namespace Tributary.Tools.Jira.Agile;

/// <summary>The sprints of an issue that are not over, as its fields tell them: Cloud with objects, Data Center with the text of a Java object.</summary>
internal static partial class OpenSprints
{
    /// <param name="fields">The ids of the fields that hold sprints.</param>
    public static long[] Of(Issue issue, string[] fields) =>
    [
        .. fields.Select(issue.Field).OfType<JsonElement>().Where(value => value.ValueKind == JsonValueKind.Array).SelectMany(value => value.EnumerateArray()).Select(Id).OfType<long>().Distinct(),
    ];

    private static long? Id(JsonElement sprint)
    {
        if (sprint.ValueKind == JsonValueKind.Object)
            return sprint.TryGetProperty("id", out JsonElement id) && id.TryGetInt64(out long number) && !IsClosed(sprint.TryGetProperty("state", out JsonElement state) ? state.ToString() : "") ? number : null;

        // com.atlassian.greenhopper.service.sprint.Sprint@1f[id=7,rapidViewId=1,state=ACTIVE,name=Sprint 7,...]
        return sprint.ValueKind == JsonValueKind.String && Text().Match(sprint.GetString()!) is { Success: true } match && !IsClosed(match.Groups["state"].Value)
            ? long.Parse(match.Groups["id"].Value, CultureInfo.InvariantCulture)
            : null;
    }

    private static bool IsClosed(string state) => state.Equals(Sprint.Closed, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\[id=(?<id>\d{1,18}),.*?state=(?<state>[A-Za-z]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Text();
}
