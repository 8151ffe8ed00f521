using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.Fields;

/// <summary>Names of fields and values, as people say them, held against a screen and turned into what Jira takes.</summary>
internal sealed class FieldResolver(JiraClient jira, ProjectAllowList allowed, PeopleFinder people, SprintFinder sprints, FieldProblems problems)
{
    /// <summary>What texts with structure are written in.</summary>
    public RichTextFormat TextFormat { get; init; } = jira.TextFormat;

    /// <summary>What was given for texts with structure, by the fields' ids: who changes such a text writes it over the one that is there.</summary>
    public Dictionary<string, string> Markdown { get; } = [];

    /// <param name="given">Values by names or ids of fields.</param>
    /// <param name="where">The screen in words: <c>a new Bug in ENG</c>.</param>
    public async Task<Dictionary<string, FieldValue>> ResolveAsync(JsonElement? given, IReadOnlyList<ScreenField> screen, ProjectKey project, string where, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        if (given is not { ValueKind: JsonValueKind.Object } fields)
            return values;

        foreach (JsonProperty property in fields.EnumerateObject())
        {
            ScreenField[] found = Find(property.Name, screen);
            if (found is [var field])
            {
                if (!values.ContainsKey(field.Id) && await ValueAsync(field, property.Value, project, cancellationToken) is { } value)
                    values[field.Id] = value;
            }
            else if (found.Length > 1)
            {
                problems.Add($"Several fields are called \"{Shown(property.Name)}\": {string.Join(", ", found.Select(one => one.Id))}. Give the id.");
            }
            else
            {
                problems.Add($"\"{Shown(property.Name)}\" is no field of {where}. {FieldNames.Instead(property.Name, [.. screen.Select(one => WikiText.Line(one.Name))])}");
            }
        }

        return values;
    }

    // Cloud has one field for what stands above an issue, Data Center one for epics and one for sub-tasks: either name finds what there is.
    private static ScreenField[] Find(string name, IReadOnlyList<ScreenField> screen)
    {
        ScreenField[] found = FieldNames.Find(name, screen, field => field.Id, field => field.Name);
        string meant = string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();
        return found.Length == 0 && meant is "parent" or "epic" or "epiclink"
            ? [.. screen.Where(field => field.Id == "parent" || field.Schema.IsEpicLink).OrderByDescending(field => field.Schema.IsEpicLink == (meant != "parent")).Take(1)]
            : found;
    }

    /// <summary>Adds a problem for each field that must be given and is not.</summary>
    /// <param name="given">As the caller sent them: what was given and is wrong has its problem already.</param>
    public static void CheckRequired(FieldProblems problems, IReadOnlyDictionary<string, FieldValue> values, JsonElement? given, IReadOnlyList<ScreenField> screen, string where)
    {
        string[] names = given is { ValueKind: JsonValueKind.Object } fields ? [.. fields.EnumerateObject().Select(field => field.Name)] : [];
        foreach (ScreenField field in screen.Where(field => field.MustBeGiven && !values.ContainsKey(field.Id)))
        {
            if (!names.Any(name => FieldNames.Find(name, [field], one => one.Id, one => one.Name).Length > 0))
                problems.Add($"\"{WikiText.Line(field.Name)}\" is required for {where}.{(field.Allowed is { Count: > 0 } allowed ? " " + FieldNames.Listed(Names(allowed)) : "")}");
        }
    }

    /// <returns>Null where a problem was added.</returns>
    private async Task<FieldValue?> ValueAsync(ScreenField field, JsonElement given, ProjectKey project, CancellationToken cancellationToken)
    {
        FieldSchema schema = field.Schema;
        if (given.ValueKind is JsonValueKind.Null || (given.ValueKind == JsonValueKind.String && given.GetString()!.Length == 0))
            return field.Required ? Wrong(field, "is required and cannot be emptied") : schema.Type == "array" && !schema.IsSprint ? new FieldValue.List([]) : new FieldValue.None();
        if (schema.IsSprint)
            return await SprintAsync(field, given, project, cancellationToken);
        if (schema.Type != "array")
            return await OneAsync(field, schema.Type, given, project, cancellationToken);

        // One value stands for a list of one; a comma separates several, as people write them.
        JsonElement[] items = given.ValueKind == JsonValueKind.Array ? [.. given.EnumerateArray()]
            : given.ValueKind == JsonValueKind.String ? [.. given.GetString()!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Element)]
            : [given];
        var values = new List<FieldValue>();
        foreach (JsonElement item in items)
        {
            if (await OneAsync(field, schema.Items ?? "any", item, project, cancellationToken) is { } value)
                values.Add(value);
        }

        return values.Count == items.Length ? new FieldValue.List(values) : null;
    }

    private async Task<FieldValue?> OneAsync(ScreenField field, string type, JsonElement given, ProjectKey project, CancellationToken cancellationToken)
    {
        if (type == "issuelink" || field.Schema.IsEpicLink)
            return OtherIssue(field, given, project);
        if (given.ValueKind == JsonValueKind.Object && NameIn(given, field, type) is not { } named)
            return new FieldValue.Raw(given);
        string? text = given.ValueKind switch
        {
            JsonValueKind.Object => NameIn(given, field, type),
            JsonValueKind.String => given.GetString()!.Trim(),
            JsonValueKind.Number => given.GetRawText(),
            _ => null,
        };
        if (text is null)
            return type is "any" or "object" ? new FieldValue.Raw(given) : Wrong(field, $"takes {Expected(field, type)}, not {given.GetRawText()}");

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
            "string" when field.Schema.System == "labels" && text.Any(char.IsWhiteSpace) => Wrong(field, $"takes words without blanks, not \"{Shown(text)}\""),
            "string" when field.Schema.IsRichText && field.Schema.Type != "array" => new FieldValue.Rich(IssueMarkup.FromMarkdown(Markdown[field.Id] = given.ValueKind == JsonValueKind.String ? given.GetString()! : text, TextFormat).Text),
            "string" or "any" when field.Allowed is null => new FieldValue.Text(given.ValueKind == JsonValueKind.String ? given.GetString()! : text),
            _ => Choice(field, text),
        };
    }

    private FieldValue? OtherIssue(ScreenField field, JsonElement given, ProjectKey project)
    {
        if (given.ValueKind == JsonValueKind.Object && given.EnumerateObject().Count() == 1 && given.TryGetProperty("key", out JsonElement inside))
            given = inside;
        if (given.ValueKind != JsonValueKind.String || !IssueKey.TryParse(given.GetString()!.Trim(), out IssueKey key))
            return Wrong(field, $"takes the key of an issue such as {project}-1, not {Shown(given.GetRawText())}");

        allowed.Check(key.Project);
        return field.Schema.IsEpicLink ? new FieldValue.Text(key.ToString()) : new FieldValue.Key(key.ToString());
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

    private async Task<FieldValue?> SprintAsync(ScreenField field, JsonElement given, ProjectKey project, CancellationToken cancellationToken)
    {
        if (given.ValueKind == JsonValueKind.Array && given.GetArrayLength() == 1)
            given = given[0];
        string text = given.ValueKind == JsonValueKind.String ? given.GetString()!.Trim() : given.GetRawText();
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
            return new FieldValue.Number(id);

        (Sprint? sprint, string? problem) = await sprints.FindAsync(text, project, cancellationToken);
        return sprint is null ? Wrong(field, problem!) : new FieldValue.Number(sprint.Id);
    }

    private FieldValue? Wrong(ScreenField field, string why)
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

    private static string[] Names(IReadOnlyList<AllowedValue> allowed) => [.. allowed.Select(value => WikiText.Line(value.Name))];

    private static JsonElement Element(string text) => JsonElement.Parse(JsonValue.Create(text).ToJsonString());

    private static string Shown(string text) => WikiText.Beginning(text, 80);
}
