using Tributary.Emulator.Search.Text;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Search.Jql;

/// <summary>What JQL asks of issues beside the values of their fields: keys, moments, comments, work, links, people around them.</summary>
internal static class FieldsBeside
{
    private static readonly string[] TextFields = ["summary", "description", "environment"];

    public static IEnumerable<SearchField> All(bool isCloud) =>
    [
        new KeyField { Names = isCloud ? ["issuekey", "key", "issue", "id", "workItemKey"] : ["issuekey", "key", "issue", "id"], Type = JqlType.Issue, SortKey = (issue, _) => JqlValues.KeyOrder(issue) },
        Category(),
        Moment("created", ["created", "createdDate"], issue => [issue.CreatedAt]),
        Moment("updated", ["updated", "updatedDate"], issue => [issue.UpdatedAt]),
        Moment(null, ["lastViewed"], _ => []),
        Moment(null, ["statusCategoryChangedDate"], CategoryChanges),
        Moment(null, ["worklogDate"], issue => issue.Worklogs.Select(worklog => worklog.StartedAt), sorts: false),
        Number("votes", ["votes"], issue => issue.Voters.Count),
        Number("watches", ["watchers"], issue => issue.Watchers.Count),
        Number("timespent", ["timespent"], Spent, JqlType.Duration),
        Number(null, ["workRatio"], issue => issue.Number("timeoriginalestimate") is > 0 and var estimate ? Math.Floor((Spent(issue) ?? 0) * 100 / estimate) : null),
        Number(null, ["hierarchyLevel"], issue => Catalog.IssueTypes.First(type => type.Id == issue.TypeId).Level),
        People(["watcher"], issue => issue.Watchers),
        People(["voter"], issue => issue.Voters),
        People(["worklogAuthor"], issue => issue.Worklogs.Select(worklog => worklog.AuthorId)),
        Comments(),
        Texts("worklogComment", (issue, _) => issue.Worklogs.Where(worklog => worklog.Comment is not null).Select(worklog => IssueText.OfMarkup(worklog.Comment!))),
        Texts("text", AllTexts),
        Texts("textfields", AllTexts),
        new ChoiceField { Names = ["attachments"], Type = JqlType.Attachment, Of = Catalog.Field("attachment"), ValuesOf = (issue, _) => issue.Files.Select(file => file.Name), Find = (_, _, _) => null },
        new ChoiceField { Names = ["level"], Type = JqlType.SecurityLevel, ValuesOf = (_, _) => [], Find = (_, _, _) => null },
        new ChoiceField { Names = ["category"], Type = JqlType.ProjectCategory, ValuesOf = (_, _) => [], Find = (_, _, _) => null },
        new ChoiceField { Names = ["projectType"], Type = JqlType.ProjectType, TakesEmpty = false, ValuesOf = (issue, context) => [context.Jira.ProjectOf(issue).Type], Find = (_, text, _) => text.ToLowerInvariant() is "software" or "service_desk" or "business" ? [text] : null },
        new ChoiceField { Names = ["issueLink"], Type = JqlType.Issue, ValuesOf = (issue, context) => context.Jira.LinksOf(issue).Select(link => JqlValues.Id(link.Other)), Find = JqlValues.Issues, Missing = JqlValues.NoIssue },
        new ChoiceField { Names = ["issueLinkType"], Type = JqlType.LinkType, ValuesOf = LinkTypes, Find = (_, text, _) => Catalog.LinkTypes.Any(type => Named(type, text)) ? [text] : null },
        new ChoiceField { Names = ["parentEpic"], Type = JqlType.Issue, ValuesOf = (issue, context) => Above(issue, context).Select(JqlValues.Id), Find = JqlValues.Epics, Missing = JqlValues.NoIssue },
        new FilterField { Names = ["filter", "savedFilter", "searchRequest", "request"], Type = JqlType.Filter },
        new NumberField { Names = ["Rank", "cf[10019]"], Type = JqlType.Rank, Of = Catalog.Field(Catalog.Rank), ValueOf = (issue, _) => issue.Rank, SortKey = (issue, _) => issue.Rank },
    ];

    /// <summary>The parents of an issue up to the top, by parent or by epic link.</summary>
    public static IEnumerable<Issue> Above(Issue issue, JqlContext context)
    {
        for (int level = 0; level < 10 && (issue.Text("parent") ?? issue.Text(Catalog.EpicLink)) is { } id && context.Jira.FindIssue(id) is { } parent; level++)
        {
            yield return parent;
            issue = parent;
        }
    }

    private static ChoiceField Category() => new()
    {
        Names = ["statusCategory"],
        Of = Catalog.Field("statusCategory"),
        Type = JqlType.StatusCategory,
        TakesEmpty = true,
        ValuesOf = (issue, _) => [Catalog.Statuses.First(status => status.Id == issue.StatusId).Category],
        Find = (_, text, _) => text.ToLowerInvariant() switch
        {
            "new" or "to do" or "2" => ["new"],
            "indeterminate" or "in progress" or "4" => ["indeterminate"],
            "done" or "complete" or "3" => ["done"],
            "undefined" or "no category" or "1" => ["undefined"],
            _ => null,
        },
        SortKey = (issue, _) => Catalog.Statuses.First(status => status.Id == issue.StatusId).Category switch { "new" => 2, "indeterminate" => 3, _ => 4 },
    };

    private static MomentField Moment(string? field, string[] names, Func<Issue, IEnumerable<DateTimeOffset>> momentsOf, bool sorts = true) => new()
    {
        Names = names,
        Of = field is null ? null : Catalog.Field(field),
        Type = JqlType.Date,
        MomentsOf = (issue, _) => momentsOf(issue),
        SortKey = sorts ? (issue, _) => momentsOf(issue).Select(moment => (IComparable?)moment).LastOrDefault() : null,
        Descends = true,
    };

    private static NumberField Number(string? field, string[] names, Func<Issue, double?> valueOf, JqlType type = JqlType.Number) => new()
    {
        Names = names,
        Of = field is null ? null : Catalog.Field(field),
        Type = type,
        TakesEmpty = names[0] is not ("votes" or "watchers" or "hierarchyLevel"),
        ValueOf = (issue, _) => valueOf(issue),
        SortKey = (issue, _) => valueOf(issue),
        Descends = names[0] is "votes" or "watchers",
    };

    private static ChoiceField People(string[] names, Func<Issue, IEnumerable<string>> valuesOf) => new()
    {
        Names = names,
        Type = JqlType.User,
        ValuesOf = (issue, _) => valuesOf(issue),
        Find = JqlValues.Users,
    };

    private static WordsField Comments() => new()
    {
        Names = ["comment"],
        Of = Catalog.Field("comment"),
        Type = JqlType.Text,
        TakesEmpty = false,
        IsAbout = true,
        TextsOf = CommentTexts,
    };

    private static WordsField Texts(string name, Func<Issue, JqlContext, IEnumerable<SearchableText>> textsOf) =>
        new() { Names = [name], Type = JqlType.Text, TakesEmpty = false, IsAbout = true, TextsOf = textsOf };

    private static IEnumerable<SearchableText> AllTexts(Issue issue, JqlContext context) => Catalog.Fields
        .Where(field => TextFields.Contains(field.Id) || (field.IsCustom && field.Kind is FieldKind.Text or FieldKind.RichText))
        .SelectMany(field => IssueText.Of(issue, field))
        .Concat(CommentTexts(issue, context));

    // What somebody may not read, no search tells.
    private static IEnumerable<SearchableText> CommentTexts(Issue issue, JqlContext context) => issue.Comments
        .Where(comment => context.Jira.CanSee(context.User, comment.Visibility, context.Jira.ProjectOf(issue)))
        .Select(comment => IssueText.OfMarkup(comment.Body));

    private static double? Spent(Issue issue) => issue.Worklogs.Count == 0 ? null : issue.Worklogs.Sum(worklog => worklog.Seconds);

    private static IEnumerable<DateTimeOffset> CategoryChanges(Issue issue)
    {
        DateTimeOffset last = issue.CreatedAt;
        foreach (Change change in issue.History)
        {
            foreach (ChangeItem item in change.Items.Where(item => item.FieldId == "status"))
            {
                if (Of(item.From) != Of(item.To)) last = change.When;
            }
        }

        return [last];

        static string? Of(string? statusId) => Catalog.Statuses.FirstOrDefault(status => status.Id == statusId)?.Category;
    }

    private static IEnumerable<string> LinkTypes(Issue issue, JqlContext context) => context.Jira.LinksOf(issue).SelectMany(link =>
    {
        IssueLinkType type = Catalog.LinkTypes.First(type => type.Id == link.Link.TypeId);
        return new[] { type.Name, link.IsOutward ? type.Outward : type.Inward };
    });

    private static bool Named(IssueLinkType type, string text) =>
        new[] { type.Name, type.Inward, type.Outward }.Contains(text, StringComparer.OrdinalIgnoreCase);
}
