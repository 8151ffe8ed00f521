using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tributary.Emulator.Jira.People;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary>A field's value as the wire has it, turned into the form that is kept; or Jira's complaint about it.</summary>
/// <param name="issue">Null while it is created.</param>
internal sealed class FieldValue(JiraCall call, Project project, string typeId, Issue? issue)
{
    private const int LongestLine = 255;

    private readonly RichText texts = new(call);

    /// <returns>Null: no value.</returns>
    public JsonNode? Read(Field field, JsonNode? wire)
    {
        if (wire is null) return field.Kind == FieldKind.Sprints ? ClosedSprints(field) : null;
        if (!field.IsList) return One(field, wire);
        if (field.Kind == FieldKind.Sprints) return Sprints(field, wire);
        if (wire is not JsonArray items) throw Wrong(field, "data was not an array");
        string[] read = [.. items.Select((item, place) => Item(field, item, place)).Distinct(StringComparer.Ordinal)];
        return read.Length == 0 ? null : new JsonArray([.. read.Select(item => JsonValue.Create(item))]);
    }

    private JsonNode? One(Field field, JsonNode wire) => field.Kind switch
    {
        FieldKind.Text => Line(field, wire),
        FieldKind.RichText => texts.Kept(field.Id, wire),
        FieldKind.Url => Uri.TryCreate(Text(field, wire), UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" ? url.OriginalString : throw Wrong(field, "Not a valid URL"),
        FieldKind.Number => wire.GetValueKind() == JsonValueKind.Number ? wire.GetValue<double>() : throw Wrong(field, "Operation value must be a number"),
        FieldKind.Date => Day(field, Text(field, wire)),
        FieldKind.Moment => JiraTime.Read(Text(field, wire)) is { } moment ? Tracker.Moment(moment) : throw Wrong(field, $"Error parsing time: {Text(field, wire)}"),
        FieldKind.User => Person(field, wire),
        FieldKind.Option => Choice(field, wire, "value", [.. field.Options.Select(option => (option.Id, option.Value))], "Option"),
        FieldKind.Priority => Choice(field, wire, "name", [.. Catalog.Priorities.Select(priority => (priority.Id, priority.Name))], "Priority"),
        FieldKind.Resolution => Choice(field, wire, "name", [.. Catalog.Resolutions.Select(resolution => (resolution.Id, resolution.Name))], "Resolution"),
        FieldKind.IssueType => Type(field, wire),
        FieldKind.Issue => field.IsCustom ? Epic(field, wire) : Parent(field, wire),
        _ => throw Unsettable(field.Id),
    };

    private string Item(Field field, JsonNode? wire, int place) => field.Kind switch
    {
        FieldKind.Labels => Label(field, wire, place),
        FieldKind.Users => wire is null ? throw Wrong(field, "expected Object") : Person(field, wire)?.GetValue<string>() ?? throw Wrong(field, "expected Object"),
        FieldKind.Options => Choice(field, wire, "value", [.. field.Options.Select(option => (option.Id, option.Value))], "Option"),
        FieldKind.Versions => Choice(field, wire, "name", [.. project.Versions.Select(version => (version.Id, version.Name))], "Version"),
        _ => Choice(field, wire, "name", [.. project.Components.Select(component => (component.Id, component.Name))], "Component"),
    };

    public static JiraException Unsettable(string fieldId) => Wrong(fieldId, $"Field '{fieldId}' cannot be set. It is not on the appropriate screen, or unknown.");

    private static string Text(Field field, JsonNode wire) => wire.GetValueKind() == JsonValueKind.String ? wire.GetValue<string>() : throw Wrong(field, "Operation value must be a string");

    private static JsonValue? Line(Field field, JsonNode wire)
    {
        string text = Text(field, wire);
        if (field.Id == "summary")
        {
            if (text.Contains('\n', StringComparison.Ordinal)) throw Wrong(field, "The summary is invalid because it contains newline characters.");
            if (text.Length > LongestLine) throw Wrong(field, "Summary must be less than 255 characters.");
            text = text.Trim();
        }

        if (text.Length > LongestLine) throw Wrong(field, "The entered text is too long. It exceeds the allowed limit of 255 characters.");
        return text.Length == 0 ? null : JsonValue.Create(text);
    }

    private static JsonNode Day(Field field, string text) => JiraTime.ReadDay(text) is { } day ? JiraTime.Text(day) : throw Wrong(field, $"Error parsing date string: {text}");

    private static string Label(Field field, JsonNode? wire, int place)
    {
        if (wire?.GetValueKind() != JsonValueKind.String) throw Wrong(field, $"string expected at index {place}");
        string label = wire.GetValue<string>();
        if (label.Contains(' ', StringComparison.Ordinal)) throw Wrong(field, $"The label '{label}' contains spaces which is invalid.");
        if (label.Length == 0) throw Wrong(field, "The label can't be empty.");
        return label.Length <= LongestLine ? label : throw Wrong(field, $"The label '{label}' exceeds the maximum length for a label of 255 characters.");
    }

    private JsonNode? Person(Field field, JsonNode wire)
    {
        if (wire is not JsonObject given) throw Wrong(field, "expected Object");
        string? identity = call.IsCloud ? Given.Text(given, "accountId") ?? Given.Text(given, "id") : Given.Text(given, "name") ?? Given.Text(given, "key");

        // Nobody, or whoever the project would choose: no project of this site chooses anyone.
        if (identity is null && given.ContainsKey(call.IsCloud ? "accountId" : "name")) return null;
        if (field.Id == "assignee" && identity is "-1" or "") return null;
        if (identity is null) throw Wrong(field, call.IsCloud ? $"Specify a valid value for {field.Id}" : "expected 'name' property to be a string");
        User? user = UserJson.Find(call.Site, identity);
        return field.Id switch
        {
            "assignee" when user is null => throw Wrong(field, call.IsCloud ? $"User '{identity}' cannot be assigned issues." : $"User '{identity}' does not exist."),
            "assignee" when !call.Jira.Assignable(project).Contains(user) => throw Wrong(field, $"User '{(call.IsCloud ? user.DisplayName : user.Username)}' cannot be assigned issues."),
            "reporter" when user is null => throw Wrong(field, "The reporter specified is not a user."),
            _ when user is null => throw Wrong(field, $"User '{identity}' was not found in the system."),
            _ => user.AccountId,
        };
    }

    /// <summary>One of several, by its id or its name.</summary>
    private string Choice(Field field, JsonNode? wire, string nameProperty, (string Id, string Name)[] all, string kind)
    {
        if (wire is JsonObject given && Given.Text(given, "id") is { } id)
            return all.Any(one => one.Id == id) ? id : throw Wrong(field, $"{kind} id '{id}' is not valid");
        if (wire is not JsonObject named || (Given.Text(named, nameProperty) ?? Given.Text(named, "name")) is not { } name)
        {
            throw Wrong(field, call.IsCloud ? $"Specify a valid 'id' or 'name' for {field.Name}"
                : kind == "Option" ? "Could not find valid 'id' or 'value' in the Parent Option object."
                : $"Could not find valid 'id' or 'name' in {field.Name.ToLowerInvariant()} object.");
        }

        return all.Where(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(one => one.Id).FirstOrDefault()
            ?? throw Wrong(field, kind == "Option" ? $"Option value '{name}' is not valid" : $"{kind} name '{name}' is not valid");
    }

    private JsonNode Type(Field field, JsonNode wire)
    {
        (string Id, string Name)[] all = [.. Catalog.IssueTypes.Select(type => (type.Id, type.Name))];
        string id = IssueTypeGiven.Find(wire, all) ?? throw Wrong(field, call.IsCloud ? "Specify a valid issue type" : "valid issue type is required");
        return Screen.TypesLike(project, typeId).Contains(id) ? id : throw Wrong(field, "The issue type selected is invalid.");
    }

    private JsonNode Parent(Field field, JsonNode wire)
    {
        string named = wire is JsonObject given ? Given.Text(given, "key") ?? Given.Text(given, "id") ?? "" : throw Wrong(field, "data was not an object");
        Issue? parent = call.Jira.FindIssue(named);
        if (parent is null || !call.Jira.CanSee(call.User, parent)) throw Wrong(field, "Could not find issue by id or key.");
        IssueType type = Catalog.IssueTypes.First(type => type.Id == typeId), above = Catalog.IssueTypes.First(type => type.Id == parent.TypeId);
        bool fits = above.Level == type.Level + 1 && parent != issue && (!type.IsSubtask || parent.ProjectId == project.Id);
        if (!fits) throw Wrong("parentId", "Given parent issue does not belong to appropriate hierarchy.");
        return $"{parent.Id}";
    }

    private JsonNode Epic(Field field, JsonNode wire)
    {
        string key = Text(field, wire);
        Issue? epic = call.Jira.FindIssue(key);
        if (epic is null || !call.Jira.CanSee(call.User, epic)) throw Wrong(field, $"Issue '{key}' does not exist or you do not have permission to see it.");
        return epic.TypeId == Catalog.Epic ? $"{epic.Id}" : throw Wrong(field, $"Issue '{key}' must be of type 'Epic'.");
    }

    // The sprint that it is in; those that are over stay in its memory.
    private JsonArray Sprints(Field field, JsonNode wire)
    {
        if (!long.TryParse(Given.Text(wire), NumberStyles.None, CultureInfo.InvariantCulture, out long id)) throw Wrong(field, "Number value expected as the Sprint id.");
        if (call.Jira.FindSprint(id) is not { } sprint) throw Wrong(field, $"Sprint with ID {id} does not exist, or you do not have permission to view it.");
        if (sprint.State == "closed") throw Wrong(field, "Issue can be assigned only active or future sprints.");
        return new([.. Over(field).Append($"{id}").Select(one => JsonValue.Create(one))]);
    }

    private JsonArray? ClosedSprints(Field field) => Over(field).ToArray() is { Length: > 0 } over ? new([.. over.Select(one => JsonValue.Create(one))]) : null;

    private IEnumerable<string> Over(Field field) => (issue?.Texts(field.Id) ?? []).Where(past => call.Jira.FindSprint(long.Parse(past, CultureInfo.InvariantCulture)) is { State: "closed" });

    private static JiraException Wrong(Field field, string message) => Wrong(field.Id, message);

    private static JiraException Wrong(string fieldId, string message) => JiraException.BadField(fieldId, message);
}
