using System.Globalization;
using System.Text;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Jira.ServiceDesks;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>An issue, or one piece of a long one.</summary>
/// <param name="Fields">The others that hold a value, by name: whole where the caller named them.</param>
/// <param name="Description">As Markdown.</param>
/// <param name="DescriptionBase">Names the description's state: who changes it gives it back.</param>
/// <param name="Cursor">Reads on; null when nothing is left.</param>
internal sealed record IssueResult(
    string Key,
    string Summary,
    string? Type,
    string? Status,
    DateTime? UpdatedDate,
    string Url,
    IReadOnlyDictionary<string, string>? Fields,
    string? Description = null,
    string? DescriptionBase = null,
    IReadOnlyList<IssueCommentItem>? Comments = null,
    int? TotalComments = null,
    IReadOnlyList<IssueWorklogItem>? Worklogs = null,
    int? TotalWorklogs = null,
    IReadOnlyList<IssueLinkItem>? Links = null,
    IReadOnlyList<RemoteLinkItem>? RemoteLinks = null,
    IReadOnlyList<WatcherItem>? Watchers = null,
    int? WatchCount = null,
    IReadOnlyList<ChangeItem>? Changes = null,
    IReadOnlyList<TransitionItem>? Transitions = null,
    IReadOnlyList<SlaItem>? Slas = null,
    string? Cursor = null) : IToolResult
{
    // Of a field that comes when nothing is left for it.
    private const int LeastTokens = 20;

    // Shown elsewhere in the result, or of no use to a reader.
    private static readonly HashSet<string> Apart =
    [
        "summary", "status", "issuetype", "updated", "description", "comment", "project", "creator", "statusCategory", "statuscategorychangedate", "lastViewed", "workratio", "watches", "votes", "worklog",
        "progress", "aggregateprogress", "aggregatetimespent", "aggregatetimeestimate", "aggregatetimeoriginalestimate", "timespent", "timeestimate", "timeoriginalestimate", "thumbnail", "issuerestriction",
    ];

    /// <param name="named">The ids of the fields that are shown whole.</param>
    /// <param name="maxTokens">For the fields.</param>
    /// <param name="links">Shows links to the issues in these projects; null shows them in a few words, as a field.</param>
    public static IssueResult Of(Issue issue, IReadOnlyList<Field> known, IReadOnlyCollection<string> named, int maxTokens, ProjectAllowList? links = null)
    {
        var fields = new Dictionary<string, string>();
        foreach (Field field in known.Where(field => !Apart.Contains(field.Id) && (links is null || field.Id != "issuelinks") && field.Schema.Custom?.EndsWith(":gh-lexo-rank", StringComparison.Ordinal) != true))
        {
            if (issue.Field(field.Id) is not { } value || FieldText.Whole(value, field.Schema) is not { } whole)
                continue;
            string text = named.Contains(field.Id) ? FieldText.Fitting(whole, Math.Max(maxTokens, LeastTokens)) : FieldText.Beginning(whole);
            if (fields.TryAdd(WikiText.Line(field.Name), text))
                maxTokens -= BodyCut.Tokens(text);
        }

        IssueItem item = IssueItem.Of(issue, []);
        return new IssueResult(
            item.Key, item.Summary, item.Type, item.Status, item.UpdatedDate, item.Url, fields.Count > 0 ? fields : null,
            Links: links is null ? null : [.. issue.Links.Where(link => links.Contains(link.Other.Project)).Select(IssueLinkItem.Of)],
            Changes: issue.Changes is { } changes ? [.. changes.SelectMany(ChangeItem.Of)] : null);
    }

    public string ToText()
    {
        var text = new StringBuilder($"{Key} ({string.Join(", ", new[] { Type, Status }.OfType<string>())}) {Url}");
        if (UpdatedDate is { } updated)
            text.Append(CultureInfo.InvariantCulture, $"\nUpdated {updated:yyyy-MM-dd HH:mm} UTC");
        if (DescriptionBase is not null)
            text.Append("\nDescription base: ").Append(DescriptionBase);
        var content = new StringBuilder("Summary: ").Append(Summary);
        ILookup<bool, KeyValuePair<string, string>> fields = (Fields ?? new Dictionary<string, string>()).ToLookup(field => field.Value.Contains('\n', StringComparison.Ordinal));
        foreach ((string name, string value) in fields[false])
            content.Append('\n').Append(name).Append(": ").Append(value);
        text.Append('\n').Append(Fence.Around("the issue", content.ToString()));
        foreach ((string name, string value) in fields[true])
            text.Append('\n').Append(Fence.Around(name, value));
        if (!string.IsNullOrEmpty(Description))
            text.Append('\n').Append(Fence.Around("description", Description));
        AppendList(text, "comments", Comments, comment => comment.ToText(), TotalComments, "\n\n");
        AppendList(text, "worklogs", Worklogs, worklog => worklog.ToText(), TotalWorklogs);
        AppendList(text, "links", Links, link => link.ToText());
        AppendList(text, "remote links", RemoteLinks, link => link.ToText());
        AppendList(text, "watchers", Watchers, watcher => watcher.ToText());
        AppendList(text, "changes", Changes, change => change.ToText());
        AppendList(text, "transitions", Transitions, transition => transition.ToText());
        AppendList(text, "SLAs", Slas, sla => sla.ToText());
        if (Cursor is not null)
            text.Append("\nThe issue goes on: repeat with cursor ").Append(Cursor);
        return text.ToString();
    }

    /// <param name="total">Of a list that comes in pieces.</param>
    private static void AppendList<T>(StringBuilder text, string label, IReadOnlyList<T>? items, Func<T, string> show, int? total = null, string between = "\n")
    {
        if (items is null)
            return;
        if (items.Count == 0)
        {
            text.Append("\nNo ").Append(label);
            return;
        }

        if (total is not null)
            text.Append(CultureInfo.InvariantCulture, $"\n{items.Count} of {total} {label}");
        text.Append('\n').Append(Fence.Around(label, string.Join(between, items.Select(show))));
    }
}

/// <param name="Base">Names the comment's state: who edits it gives it back.</param>
/// <param name="InternalNote">True where customers of a service desk do not see it.</param>
internal sealed record IssueCommentItem(string Id, string? Author, DateTime? CreatedDate, string Body, string Base, string? VisibleTo, bool? InternalNote)
{
    public static IssueCommentItem Of(IssueComment comment) => new(
        comment.Id, comment.Author is null ? null : WikiText.Line(comment.Author.DisplayName), comment.CreatedAt?.UtcDateTime, IssueMarkup.ToMarkdown(comment.Body), IssueMarkup.BaseOf(comment.Body),
        comment.Visibility is null ? null : WikiText.Line(comment.Visibility.Name), comment.IsInternal == true ? true : null);

    public string ToText() => string.Create(
        CultureInfo.InvariantCulture,
        $"[{Id}, base {Base}] {Author}, {CreatedDate:yyyy-MM-dd HH:mm}{(VisibleTo is null ? "" : $", for {VisibleTo} alone")}{(InternalNote == true ? ", internal" : "")}\n{Body}");
}

internal sealed record IssueWorklogItem(string Id, string? Author, DateTime? StartedDate, string TimeSpent, string? Comment, string? VisibleTo)
{
    public static IssueWorklogItem Of(Worklog worklog) => new(
        worklog.Id, worklog.Author is null ? null : WikiText.Line(worklog.Author.DisplayName), worklog.StartedAt?.UtcDateTime, WikiText.Line(worklog.TimeSpent),
        worklog.Comment is null ? null : IssueMarkup.ToMarkdown(worklog.Comment), worklog.Visibility is null ? null : WikiText.Line(worklog.Visibility.Name));

    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"[{Id}] {Author}, {StartedDate:yyyy-MM-dd HH:mm}: {TimeSpent}{(VisibleTo is null ? "" : $", for {VisibleTo} alone")}{(Comment is null ? "" : "\n" + Comment)}");
}

/// <param name="Relation">What the issue that was read does to the other: <c>blocks</c>.</param>
internal sealed record IssueLinkItem(string Id, string Relation, string Key, string? Summary, string? Status)
{
    public static IssueLinkItem Of(IssueLink link) => new(
        link.Id, WikiText.Line(link.Words), link.Other.ToString(), link.Summary is null ? null : WikiText.Line(link.Summary), link.Status is null ? null : WikiText.Line(link.Status));

    public string ToText() => $"[{Id}] {Relation} {Key}{(Summary is null ? "" : $": {Summary}")}{(Status is null ? "" : $" ({Status})")}";
}

internal sealed record RemoteLinkItem(string Id, string Title, string Url, string? Relation)
{
    public static RemoteLinkItem Of(RemoteLink link) => new(link.Id, WikiText.Line(link.Title), WikiText.Line(link.Url), string.IsNullOrEmpty(link.Relationship) ? null : WikiText.Line(link.Relationship));

    public string ToText() => $"[{Id}] {(Relation is null ? "" : Relation + " ")}{Title} {Url}";
}

/// <summary>One field in one change.</summary>
internal sealed record ChangeItem(DateTime? Date, string? Author, string Field, string? Before, string? After)
{
    public static IEnumerable<ChangeItem> Of(IssueChange change) => change.Items.Select(item => new ChangeItem(
        change.CreatedAt?.UtcDateTime, change.Author is null ? null : WikiText.Line(change.Author.DisplayName), WikiText.Line(item.Field), Cut(item.Before), Cut(item.After)));

    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Date:yyyy-MM-dd HH:mm} {Author}: {Field} {Before ?? "(none)"} -> {After ?? "(none)"}");

    private static string? Cut(string? text) => string.IsNullOrEmpty(text) ? null : WikiText.Beginning(text, 200);
}

/// <param name="Fields">What is asked on the way, a line each.</param>
internal sealed record TransitionItem(string Id, string Name, string To, IReadOnlyList<string> Fields)
{
    public static TransitionItem Of(Transition transition) => new(transition.Id, WikiText.Line(transition.Name), WikiText.Line(transition.To), [.. transition.Fields.Select(field => FieldItem.Of(field).ToText())]);

    public string ToText() => $"{Id}: {Name} -> {To}" + string.Concat(Fields.Select(field => "\n  " + field));
}

/// <param name="Allowed">The first of its values, where they are listed.</param>
/// <param name="TotalAllowed">How many there are, where these are not all.</param>
internal sealed record FieldItem(string Id, string Name, string Type, bool? Required, IReadOnlyList<string>? Allowed, int? TotalAllowed)
{
    private const int MostValues = 50;

    public static FieldItem Of(ScreenField field) => Of(field, MostValues);

    /// <param name="most">Of its values to list; those of a cascading select with what may come second.</param>
    public static FieldItem Of(ScreenField field, int most)
    {
        string[]? values = field.Allowed is { Count: > 0 } allowed ? [.. allowed.SelectMany(Names)] : null;
        return new FieldItem(field.Id, WikiText.Line(field.Name), TypeOf(field.Schema), field.MustBeGiven, values is null ? null : [.. values.Take(most)], values?.Length > most ? values.Length : null);
    }

    public static FieldItem Of(Field field) => new(field.Id, WikiText.Line(field.Name), TypeOf(field.Schema), null, null, null);

    public string ToText() =>
        $"{Name} ({Id}, {Type}{(Required == true ? ", required" : "")}){(Allowed is null ? "" : ": " + string.Join(", ", Allowed))}{(TotalAllowed is null ? "" : $" and {TotalAllowed - Allowed!.Count} more")}";

    private static IEnumerable<string> Names(AllowedValue value) =>
        value.Children.Count == 0 ? [WikiText.Line(value.Name)] : value.Children.Select(child => $"{WikiText.Line(value.Name)} > {WikiText.Line(child.Name)}").Prepend(WikiText.Line(value.Name));

    private static string TypeOf(FieldSchema schema) => schema.IsSprint ? "sprint" : schema.IsRichText ? "markdown" : schema.Type == "array" ? $"list of {schema.Items}" : schema.Type;
}
