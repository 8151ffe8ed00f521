using System.Globalization;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Search.Jql;

/// <summary>The fields of issues, as JQL sees each.</summary>
internal static class FieldsOfCatalog
{
    private static readonly string[] WithHistory = ["status", "assignee", "reporter", "priority", "resolution", "fixVersions"];

    public static IEnumerable<SearchField> All(bool isCloud) => Catalog.Fields
        .Where(field => field.ClauseNames.Count > 0 && field.Kind != FieldKind.Computed)
        .Select(field => One(field, isCloud));

    /// <summary>Its own names, and for a custom field its number.</summary>
    public static IReadOnlyList<string> Names(Field field) => field.CustomId is { } id ? [.. field.ClauseNames, string.Create(CultureInfo.InvariantCulture, $"cf[{id}]")] : field.ClauseNames;

    public static IEnumerable<string> Values(Issue issue, string fieldId) => issue.Values.GetValueOrDefault(fieldId) switch
    {
        null => [],
        System.Text.Json.Nodes.JsonArray list => list.Select(item => item!.GetValue<string>()),
        var value => [value.GetValue<string>()],
    };

    private static SearchField One(Field field, bool isCloud) => field.Kind switch
    {
        FieldKind.Text or FieldKind.RichText or FieldKind.Url => new WordsField
        {
            Names = Names(field),
            Of = field,
            Type = JqlType.Text,
            TextsOf = (issue, _) => IssueText.Of(issue, field),
            SortKey = (issue, _) => issue.Text(field.Id),
        },
        FieldKind.Number or FieldKind.Duration => new NumberField
        {
            Names = Names(field),
            Of = field,
            Type = field.Kind == FieldKind.Number ? JqlType.Number : JqlType.Duration,
            ValueOf = (issue, _) => issue.Number(field.Id),
            SortKey = (issue, _) => issue.Number(field.Id),
        },
        FieldKind.Date or FieldKind.Moment => new MomentField
        {
            Names = Names(field),
            Of = field,
            Type = JqlType.Date,
            WholeDays = field.Kind == FieldKind.Date,
            MomentsOf = (issue, _) => issue.Text(field.Id) is { } text ? [DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)] : [],
            SortKey = (issue, _) => issue.Text(field.Id),
            Descends = field.Kind == FieldKind.Moment,
        },
        _ => Choice(field, isCloud),
    };

    private static ChoiceField Choice(Field field, bool isCloud)
    {
        (JqlType type, Func<JqlContext, string, bool, IReadOnlyList<string>?> find) = Finder(field);
        return new ChoiceField
        {
            Names = field.Id == "project" && isCloud ? [.. field.ClauseNames, "space"] : field.Id == Catalog.RequestType ? [.. Names(field), "Customer Request Type"] : Names(field),
            Of = field,
            Type = type,
            ValuesOf = field.Id switch
            {
                // On Cloud an epic is the parent of its stories, and the old name for it still works.
                Catalog.EpicLink => EpicOf,
                "parent" when !isCloud => (issue, _) => Catalog.IssueTypes.First(known => known.Id == issue.TypeId).IsSubtask ? Values(issue, "parent") : [],
                _ => (issue, _) => Values(issue, field.Id),
            },
            Find = find,
            Missing = field.Kind switch
            {
                FieldKind.Issue => JqlValues.NoIssue,
                FieldKind.Sprints => (_, operand) => operand.IsNumber ? JqlMessage.NoSprintId(operand.Text!) : JqlMessage.NoSprint(operand.Text!),
                _ => (name, operand) => operand.IsNumber ? JqlMessage.NoId(name, operand.Text!) : JqlMessage.NoValue(name, operand.Text!),
            },
            Order = field.Kind switch
            {
                FieldKind.Priority => (_, left, right) => JqlValues.Place(Catalog.Priorities, priority => priority.Id == right) - JqlValues.Place(Catalog.Priorities, priority => priority.Id == left),
                FieldKind.Resolution => (_, left, right) => JqlValues.Place(Catalog.Resolutions, resolution => resolution.Id == left) - JqlValues.Place(Catalog.Resolutions, resolution => resolution.Id == right),
                FieldKind.Versions => JqlValues.VersionOrder,
                _ => null,
            },
            HasHistory = WithHistory.Contains(field.Id),
            SortKey = (issue, context) => JqlValues.SortKey(field, issue, context),
            Descends = field.Kind == FieldKind.Priority,
        };
    }

    private static IEnumerable<string> EpicOf(Issue issue, JqlContext context) =>
        issue.Text(Catalog.EpicLink) is { } epic ? [epic] : issue.Text("parent") is { } parent && context.Jira.FindIssue(parent) is { TypeId: Catalog.Epic } ? [parent] : [];

    private static (JqlType Type, Func<JqlContext, string, bool, IReadOnlyList<string>?> Find) Finder(Field field) => field.Kind switch
    {
        FieldKind.Project => (JqlType.Project, JqlValues.Projects),
        FieldKind.IssueType => (JqlType.IssueType, (_, text, isNumber) => JqlValues.Named(Catalog.IssueTypes, type => type.Id, type => type.Name, text, isNumber)),
        FieldKind.Status => (JqlType.Status, (_, text, isNumber) => JqlValues.Named(Catalog.Statuses, status => status.Id, status => status.Name, text, isNumber)),
        FieldKind.Priority => (JqlType.Priority, (_, text, isNumber) => JqlValues.Named(Catalog.Priorities, priority => priority.Id, priority => priority.Name, text, isNumber)),
        FieldKind.Resolution => (JqlType.Resolution, (_, text, isNumber) => JqlValues.Named(Catalog.Resolutions, resolution => resolution.Id, resolution => resolution.Name, text, isNumber)),
        FieldKind.User or FieldKind.Users => (JqlType.User, JqlValues.Users),
        FieldKind.Versions => (JqlType.Version, JqlValues.Versions),
        FieldKind.Components => (JqlType.Component, JqlValues.Components),
        FieldKind.Sprints => (JqlType.Sprint, JqlValues.Sprints),
        FieldKind.Issue when field.Id == Catalog.EpicLink => (JqlType.Issue, JqlValues.Epics),
        FieldKind.Issue => (JqlType.Issue, JqlValues.Issues),
        FieldKind.Labels => (JqlType.Label, (_, text, _) => [text]),
        _ when field.Id == Catalog.RequestType => (JqlType.RequestType, JqlValues.RequestTypes),
        _ => (JqlType.Option, (_, text, isNumber) => JqlValues.Named(field.Options, option => option.Id, option => option.Value, text, isNumber)),
    };
}
