using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.Fields;

/// <summary>One value, or one of a list, as people say it, turned into what Jira takes.</summary>
internal sealed class ValueResolver(PeopleFinder people, SprintFinder sprints, IssueFinder issues, FieldProblems problems)
{
    private const int LongestLine = 255;

    /// <returns>Null where a problem was added.</returns>
    public async Task<FieldValue?> OneAsync(ScreenField field, string type, JsonElement given, ProjectKey project, CancellationToken cancellationToken)
    {
        if (type == "issuelink" || field.Schema.IsEpicLink)
            return await OtherIssueAsync(field, given, project, cancellationToken);
        if (given.ValueKind == JsonValueKind.Object && NameIn(given, field, type) is null && field.Schema.System is not ("summary" or "labels"))
            return type == "timetracking" ? Times(field, given) : new FieldValue.Raw(given);
        string? text = given.ValueKind switch
        {
            JsonValueKind.Object => NameIn(given, field, type),
            JsonValueKind.String => given.GetString()!.Trim(),
            JsonValueKind.Number => given.GetRawText(),
            _ => null,
        };
        if (text is null)
            return type is "any" or "object" ? new FieldValue.Raw(given) : Wrong(field, $"takes {Expected(field, type)}, not {given.GetRawText()}");

        if (FieldText.IsCut(text) || (text.EndsWith('…') && field.Schema.Type == "array" && field.Allowed?.Any(value => value.Name == text) != true))
            return Cut(field, text);

        return type switch
        {
            "number" => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? new FieldValue.Number(number) : Wrong(field, $"takes a number, not \"{Shown(text)}\""),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? new FieldValue.Text(text) : Wrong(field, $"takes a date such as 2026-01-31, not \"{Shown(text)}\""),
            "datetime" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
                ? new FieldValue.Text(moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture))
                : Wrong(field, $"takes a time such as 2026-01-31T09:30:00Z, not \"{Shown(text)}\""),
            "user" => await PersonAsync(field, text, project, cancellationToken),
            "project" => new FieldValue.Key(text),
            "timetracking" => new FieldValue.Raw(JsonElement.Parse(new JsonObject { ["originalEstimate"] = text }.ToJsonString())),
            "string" when field.Schema.System == "summary" && SummaryFault(given.ToString()) is { } fault => Wrong(field, fault),
            "string" when field.Schema.System == "labels" && text.Any(char.IsWhiteSpace) => Wrong(field, $"takes words without blanks, not \"{Shown(text)}\""),
            "string" when field.Schema.System == "labels" && text.Length > LongestLine => Wrong(field, $"takes words of at most {LongestLine} characters; \"{Shown(text)}\" has {text.Length}"),
            "string" or "any" when field.Allowed is null => new FieldValue.Text(given.ValueKind == JsonValueKind.String ? given.GetString()! : text),
            _ => Choice(field, text),
        };
    }

    /// <returns>Null where Jira takes it.</returns>
    public static string? SummaryFault(string summary) =>
        string.IsNullOrWhiteSpace(summary) ? "is required and cannot be empty"
        : summary.AsSpan().ContainsAny('\n', '\r') ? "takes one line, without line breaks"
        : summary.Length > LongestLine ? $"takes at most {LongestLine} characters, not {summary.Length}"
        : null;

    // Read as "estimate 3d, remaining 1d": the same words write it.
    private FieldValue? Times(ScreenField field, JsonElement given)
    {
        var times = new JsonObject();
        foreach (JsonProperty time in given.EnumerateObject())
        {
            string? name = time.Name switch
            {
                "estimate" or "originalEstimate" => "originalEstimate",
                "remaining" or "remainingEstimate" => "remainingEstimate",
                _ => null,
            };
            if (name is null || time.Value.ValueKind != JsonValueKind.String || !times.TryAdd(name, time.Value.GetString()))
                return Wrong(field, $"takes {{\"estimate\": \"3d\", \"remaining\": \"1d 4h\"}} or one of these, not {Shown(given.GetRawText())}");
        }

        return new FieldValue.Raw(JsonElement.Parse(times.ToJsonString()));
    }

    private async Task<FieldValue?> OtherIssueAsync(ScreenField field, JsonElement given, ProjectKey project, CancellationToken cancellationToken)
    {
        if (given.ValueKind == JsonValueKind.Object && given.EnumerateObject().Count() == 1 && given.TryGetProperty("key", out JsonElement inside))
            given = inside;
        if (given.ValueKind != JsonValueKind.String || !IssueKey.TryParse(given.GetString()!.Trim(), out IssueKey key))
            return Wrong(field, $"takes the key of an issue such as {project}-1, not {Shown(given.GetRawText())}");
        if (await issues.FindAsync(key, cancellationToken) is not { } found)
            return Wrong(field, $"knows no issue {key}, or this user does not see it");
        return field.Schema.IsEpicLink ? new FieldValue.Text(found.ToString()) : new FieldValue.Key(found.ToString());
    }

    private FieldValue? Choice(ScreenField field, string text)
    {
        if (field.Allowed is not { } allowed)
            return Wrong(field, "takes Jira's own JSON here: its values are not listed");

        // A cascading select: "Europe > Berlin".
        string[] path = text.Split('>', 2, StringSplitOptions.TrimEntries);
        AllowedValue[] found = FieldNames.Find(text, allowed, value => value.Id, value => value.Name);
        if (found.Length == 0 && path.Length == 2)
            found = FieldNames.Find(path[0], allowed, value => value.Id, value => value.Name);
        else
            path = [text];
        if (found is not [var choice, ..])
            return Wrong(field, $"has no value \"{Shown(text)}\". {FieldNames.Instead(text, Names(allowed))}");
        if (path.Length == 1)
            return new FieldValue.Choice(choice.Id);

        return FieldNames.Find(path[1], choice.Children, value => value.Id, value => value.Name) is [var child, ..]
            ? new FieldValue.Choice(choice.Id, child.Id)
            : Wrong(field, $"has no value \"{Shown(path[1])}\" under \"{WikiText.Line(choice.Name)}\". {FieldNames.Instead(path[1], Names(choice.Children))}");
    }

    private async Task<FieldValue?> PersonAsync(ScreenField field, string text, ProjectKey project, CancellationToken cancellationToken)
    {
        (JiraUser? user, string? problem) = await people.FindAsync(text, field.Schema.System == "assignee" ? project : null, cancellationToken);
        return user is null ? Wrong(field, problem!) : new FieldValue.User(user.Id);
    }

    /// <returns>Null where a problem was added.</returns>
    public async Task<FieldValue?> SprintAsync(ScreenField field, JsonElement given, ProjectKey project, CancellationToken cancellationToken)
    {
        if (given.ValueKind == JsonValueKind.Array && given.GetArrayLength() == 1)
            given = given[0];
        string text = given.ValueKind == JsonValueKind.String ? given.GetString()!.Trim() : given.GetRawText();
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
            return new FieldValue.Number(id);

        (Sprint? sprint, string? problem) = await sprints.FindAsync(text, project, cancellationToken);
        return sprint is null ? Wrong(field, problem!) : new FieldValue.Number(sprint.Id);
    }

    public FieldValue? Cut(ScreenField field, string text) => Wrong(
        field, $"was given what a shorter answer cut off: \"{WikiText.Line(text.Length <= 80 ? text : "…" + text[^80..])}\". Read all of it with jira_get_issue, fields [\"{WikiText.Line(field.Name)}\"]");

    /// <returns>Always null.</returns>
    public FieldValue? Wrong(ScreenField field, string why)
    {
        problems.Add($"\"{WikiText.Line(field.Name)}\" {why.TrimEnd('.')}.");
        return null;
    }

    // {"name": "High"} and {"value": "Major"} are held against the list as the bare word is.
    private static string? NameIn(JsonElement given, ScreenField field, string type)
    {
        if (field.Allowed is null || type is "user" || given.EnumerateObject().Count() != 1)
            return null;
        JsonProperty only = given.EnumerateObject().First();
        return only.Name is "id" or "name" or "value" && only.Value.ValueKind == JsonValueKind.String ? only.Value.GetString() : null;
    }

    private static string Expected(ScreenField field, string type) => type switch
    {
        "number" => "a number",
        "user" => "a name, e-mail address or id of a person",
        _ when field.Allowed is { } allowed => "one of its values: " + string.Join(", ", Names(allowed)),
        _ => "a text",
    };

    public static string[] Names(IReadOnlyList<AllowedValue> allowed) => [.. allowed.Select(value => WikiText.Line(value.Name))];

    public static string Shown(string text) => WikiText.Beginning(text, 80);
}
