using System.Text.Json;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;

namespace Tributary.Tools.Jira;

/// <summary>Issues without what they tell of other projects than the open ones: links, parents and epics there, and the history of these.</summary>
internal static class InsideProjects
{
    private static readonly char[] BetweenWords = [' ', ',', '.', ';', ':', '(', ')', '"', '\'', '\n'];

    /// <param name="known">What is known of the fields that are to be shown.</param>
    public static Issue Inside(this ProjectAllowList allowed, Issue issue, IReadOnlyList<Field> known)
    {
        if (!allowed.IsRestricted)
            return issue;

        HashSet<string> epics = [.. known.Where(field => field.Schema.IsEpicLink).Select(field => field.Id)];
        Dictionary<string, JsonElement> fields = issue.Fields
            .Where(field => !(epics.Contains(field.Key) ? IsOutside(allowed, Text(field.Value)) : Tells(allowed, field.Value)))
            .ToDictionary(field => field.Key, field => field.Value.ValueKind == JsonValueKind.Array ? Inside(allowed, field.Value) : field.Value);
        return issue with { Fields = fields, Changes = issue.Changes is { } changes ? [.. changes.Select(allowed.Inside)] : null };
    }

    public static IssueChange Inside(this ProjectAllowList allowed, IssueChange change) => allowed.IsRestricted
        ? change with { Items = [.. change.Items.Where(item => !Tells(allowed, item, item.Before) && !Tells(allowed, item, item.After))] }
        : change;

    private static bool Tells(ProjectAllowList allowed, FieldChange item, string? text) => text is not null && item.Field.ToLowerInvariant() switch
    {
        // "This issue blocks SUP-7"
        "link" => text.Split(BetweenWords).Any(word => IsOutside(allowed, word)),

        // An issue that moved names the project that it was in.
        "project" => true,
        "key" or "parent" or "epic link" or "epic child" or "issueparentassociation" or "parent issue" => IsOutside(allowed, text.Trim()),
        _ => false,
    };

    private static JsonElement Inside(ProjectAllowList allowed, JsonElement list) => list.EnumerateArray().Any(item => Tells(allowed, item))
        ? JsonElement.Parse($"[{string.Join(',', list.EnumerateArray().Where(item => !Tells(allowed, item)).Select(item => item.GetRawText()))}]")
        : list;

    // An issue, {"key":..., "fields":...}, or a link that holds one.
    private static bool Tells(ProjectAllowList allowed, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return false;
        foreach (string side in (string[])["inwardIssue", "outwardIssue"])
        {
            if (value.TryGetProperty(side, out JsonElement other) && Tells(allowed, other))
                return true;
        }

        return value.TryGetProperty("key", out JsonElement key) && IsOutside(allowed, Text(key));
    }

    private static bool IsOutside(ProjectAllowList allowed, string? text) => IssueKey.TryParse(text, out IssueKey key) && !allowed.Contains(key.Project);

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
