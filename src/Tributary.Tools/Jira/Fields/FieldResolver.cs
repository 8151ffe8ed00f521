using System.Text.Json;
using System.Text.Json.Nodes;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira.Fields;

/// <summary>Names of fields and values, as people say them, held against a screen and turned into what Jira takes.</summary>
internal sealed class FieldResolver(JiraClient jira, ProjectAllowList allowed, PeopleFinder people, SprintFinder sprints, FieldProblems problems, IssueFinder? issues = null)
{
    private const string HowToChange = "To change it by some, give {\"add\": [...], \"remove\": [...]}";

    private readonly Dictionary<string, string> namedAs = [];
    private readonly ValueResolver resolver = new(people, sprints, issues ?? new IssueFinder(jira, allowed), problems);

    /// <summary>What texts with structure are written in.</summary>
    public RichTextFormat TextFormat { get; init; } = jira.TextFormat;

    /// <summary>What is given elsewhere than among the fields: by id, what to say to whom gives it there.</summary>
    public IReadOnlyDictionary<string, string> Elsewhere { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether there are lists already, to be added to and taken from.</summary>
    public bool ChangesLists { get; init; }

    /// <summary>What was given for texts with structure, by the fields' ids: who changes such a text writes it over the one that is there.</summary>
    public Dictionary<string, string> Markdown { get; } = [];

    /// <summary>What lists get and lose.</summary>
    public List<FieldOperation> Operations { get; } = [];

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
            if (found is [] or [{ Id: "issuelinks" or "comment" }] && FieldNames.ToolFor(property.Name) is { } instead)
                problems.Add(instead);
            else if (found is [var field])
            {
                if (IsFirst(field, property.Name) && await ValueAsync(field, property.Value, project, cancellationToken) is { } value)
                    values[field.Id] = value;
            }
            else if (found.Length > 1)
            {
                problems.Add($"Several fields are called \"{ValueResolver.Shown(property.Name)}\": {string.Join(", ", found.Select(one => one.Id))}. Give the id.");
            }
            else
            {
                problems.Add($"\"{ValueResolver.Shown(property.Name)}\" is no field of {where}. {FieldNames.Instead(property.Name, [.. screen.Select(one => WikiText.Line(one.Name))])}");
            }
        }

        return values;
    }

    private bool IsFirst(ScreenField field, string name)
    {
        if (Elsewhere.TryGetValue(field.Id, out string? instead))
            problems.Add(instead);
        else if (!namedAs.TryAdd(field.Id, name))
            problems.Add($"\"{ValueResolver.Shown(namedAs[field.Id])}\" and \"{ValueResolver.Shown(name)}\" are the same field, {field.Id}: give it once.");
        else
            return true;
        return false;
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
                problems.Add($"\"{WikiText.Line(field.Name)}\" is required for {where}.{(field.Allowed is { Count: > 0 } allowed ? " " + FieldNames.Listed(ValueResolver.Names(allowed)) : "")}");
        }
    }

    /// <returns>Null where a problem was added, or an operation.</returns>
    private async Task<FieldValue?> ValueAsync(ScreenField field, JsonElement given, ProjectKey project, CancellationToken cancellationToken)
    {
        FieldSchema schema = field.Schema;
        if (given.ValueKind is JsonValueKind.Null || (given.ValueKind == JsonValueKind.String && given.GetString()!.Length == 0))
            return field.Required ? resolver.Wrong(field, "is required and cannot be emptied") : schema.Type == "array" && !schema.IsSprint ? new FieldValue.List([]) : new FieldValue.None();
        if (schema.IsSprint)
            return await resolver.SprintAsync(field, given, project, cancellationToken);
        if (schema.IsRichText && schema.Type != "array")
            return RichValue(field, given);
        if (schema.Type != "array")
            return await resolver.OneAsync(field, schema.Type, given, project, cancellationToken);
        if (IsChange(given))
        {
            await ChangeAsync(field, given, project, cancellationToken);
            return null;
        }

        JsonElement[] items = Items(given);
        if (ChangesLists && items.FirstOrDefault(item => IsSigned(field, item)) is { ValueKind: JsonValueKind.String } signed)
            return resolver.Wrong(field, $"is a list, and \"{ValueResolver.Shown(signed.GetString()!)}\" would take the place of all of it. {HowToChange}");
        return await ListAsync(field, items, project, cancellationToken) is { } values ? new FieldValue.List(values) : null;
    }

    private FieldValue? RichValue(ScreenField field, JsonElement given)
    {
        if (given.ValueKind == JsonValueKind.String)
        {
            string markdown = given.GetString()!;
            if (FieldText.IsCut(markdown))
                return resolver.Cut(field, markdown);
            Markdown[field.Id] = markdown;
            return new FieldValue.Rich(IssueMarkup.FromMarkdown(markdown, TextFormat).Text);
        }

        return given.ValueKind == JsonValueKind.Object && TextFormat == RichTextFormat.AtlasDocFormat
            ? new FieldValue.Rich(new RichText(TextFormat, given.GetRawText()))
            : resolver.Wrong(field, $"takes Markdown, not {ValueResolver.Shown(given.GetRawText())}");
    }

    private static bool IsChange(JsonElement given) =>
        given.ValueKind == JsonValueKind.Object && given.EnumerateObject().Any() && given.EnumerateObject().All(member => member.Name is "add" or "remove");

    private async Task ChangeAsync(ScreenField field, JsonElement given, ProjectKey project, CancellationToken cancellationToken)
    {
        if (!ChangesLists)
        {
            resolver.Wrong(field, "has nothing yet to add to: give the list");
            return;
        }

        foreach (JsonProperty verb in given.EnumerateObject())
        {
            foreach (FieldValue item in await ListAsync(field, Items(verb.Value), project, cancellationToken) ?? [])
            {
                if (Operations.Any(other => other.FieldId == field.Id && other.Verb != verb.Name && other.Value == item))
                    resolver.Wrong(field, "is to get and to lose the same");
                Operations.Add(new FieldOperation(field.Id, verb.Name, item));
            }
        }
    }

    private static bool IsSigned(ScreenField field, JsonElement item) =>
        item.ValueKind == JsonValueKind.String && item.GetString() is ['+' or '-', _, ..] text && field.Allowed?.Any(value => value.Name == text) != true;

    // One value stands for a list of one; a comma separates several, as people write them.
    private static JsonElement[] Items(JsonElement given) => given.ValueKind switch
    {
        JsonValueKind.Array => [.. given.EnumerateArray()],
        JsonValueKind.String => [.. given.GetString()!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Element)],
        _ => [given],
    };

    /// <returns>Null where a problem was added.</returns>
    private async Task<List<FieldValue>?> ListAsync(ScreenField field, JsonElement[] items, ProjectKey project, CancellationToken cancellationToken)
    {
        var values = new List<FieldValue>();
        foreach (JsonElement item in items)
        {
            if (await resolver.OneAsync(field, field.Schema.Items ?? "any", item, project, cancellationToken) is { } value)
                values.Add(value);
        }

        return values.Count == items.Length ? values : null;
    }

    private static JsonElement Element(string text) => JsonElement.Parse(JsonValue.Create(text).ToJsonString());
}
