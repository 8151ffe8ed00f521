using System.Globalization;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Search.Jql;

/// <summary>Names and ids of a query, as the values that issues keep; null where there is none. A number is an id first and a name second, a text the other way round.</summary>
internal static class JqlValues
{
    public static IReadOnlyList<string>? Named<T>(IEnumerable<T> all, Func<T, string> id, Func<T, string> name, string text, bool isNumber)
    {
        string[] byId = [.. all.Select(id).Where(known => known == text)];
        if (isNumber && byId.Length > 0) return byId;
        string[] byName = [.. all.Where(known => name(known).Equals(text, StringComparison.OrdinalIgnoreCase)).Select(id)];
        return byName.Length > 0 ? byName : byId.Length > 0 ? byId : null;
    }

    public static IReadOnlyList<string>? Projects(JqlContext context, string text, bool _) =>
        context.FindProject(text) is { } project ? [project.Id.ToString(CultureInfo.InvariantCulture)] : null;

    public static IReadOnlyList<string>? Users(JqlContext context, string text, bool _) => context.FindUser(text) is { } user ? [user.AccountId] : null;

    public static IReadOnlyList<string>? Versions(JqlContext context, string text, bool isNumber) =>
        Named(context.Projects.SelectMany(project => project.Versions), version => version.Id, version => version.Name, text, isNumber);

    public static IReadOnlyList<string>? Components(JqlContext context, string text, bool isNumber) =>
        Named(context.Projects.SelectMany(project => project.Components), component => component.Id, component => component.Name, text, isNumber);

    public static IReadOnlyList<string>? Sprints(JqlContext context, string text, bool isNumber) =>
        Named(context.Jira.Sprints, sprint => sprint.Id.ToString(CultureInfo.InvariantCulture), sprint => sprint.Name, text, isNumber);

    /// <summary>By <c>name</c>, by <c>name (PROJECT)</c> as Jira's own editor writes it, or by id.</summary>
    public static IReadOnlyList<string>? RequestTypes(JqlContext context, string text, bool isNumber) =>
        Named(context.Jira.RequestTypes, type => type.Id, type => type.Name, text, isNumber)
        ?? Named(context.Jira.RequestTypes, type => type.Id, type => $"{type.Name} ({context.Jira.FindProject(type.ProjectId.ToString(CultureInfo.InvariantCulture))?.Key})", text, isNumber);

    public static IReadOnlyList<string>? Issues(JqlContext context, string text, bool _) => context.FindIssue(text) is { } issue ? [Id(issue)] : null;

    /// <summary>By key or id, or by the epic's name.</summary>
    public static IReadOnlyList<string>? Epics(JqlContext context, string text, bool isNumber)
    {
        if (Issues(context, text, isNumber) is { } known) return known;
        string[] named = [.. context.Issues
            .Where(issue => issue.TypeId == Catalog.Epic && (text.Equals(issue.Text(Catalog.EpicName), StringComparison.OrdinalIgnoreCase) || text.Equals(issue.Summary, StringComparison.OrdinalIgnoreCase)))
            .Select(Id)];
        return named.Length > 0 ? named : null;
    }

    public static string Id(Issue issue) => issue.Id.ToString(CultureInfo.InvariantCulture);

    public static string NoIssue(string field, JqlOperand operand) => operand.IsNumber ? JqlMessage.NoId(field, operand.Text!)
        : IsKey(operand.Text!) ? JqlMessage.NoIssue(field, operand.Text!)
        : JqlMessage.NoKey(field, operand.Text!);

    public static int Place<T>(IReadOnlyList<T> all, Predicate<T> wanted) => all.TakeWhile(item => !wanted(item)).Count();

    /// <summary>As they stand in their project; those of different projects have no order.</summary>
    public static int? VersionOrder(JqlContext context, string left, string right)
    {
        foreach (Project project in context.Jira.Projects)
        {
            int first = project.Versions.FindIndex(version => version.Id == left), second = project.Versions.FindIndex(version => version.Id == right);
            if (first >= 0 || second >= 0) return first >= 0 && second >= 0 ? first - second : null;
        }

        return null;
    }

    public static IComparable? SortKey(Field field, Issue issue, JqlContext context)
    {
        string? first = FieldsOfCatalog.Values(issue, field.Id).FirstOrDefault();
        if (first is null) return null;
        return field.Kind switch
        {
            // The lowest stands first in an ascending order.
            FieldKind.Priority => -Place(Catalog.Priorities, priority => priority.Id == first),
            FieldKind.Status => Place(Catalog.Statuses, status => status.Id == first),
            FieldKind.Resolution => Place(Catalog.Resolutions, resolution => resolution.Id == first),
            FieldKind.IssueType => Place(Catalog.IssueTypes, type => type.Id == first),
            FieldKind.Option when field.Id != Catalog.RequestType => Place(field.Options, option => option.Id == first),
            FieldKind.Versions => Place([.. context.Jira.Projects.SelectMany(project => project.Versions)], version => version.Id == first),
            FieldKind.Sprints => long.Parse(first, CultureInfo.InvariantCulture),
            FieldKind.Issue => context.Jira.FindIssue(first) is { } other ? KeyOrder(other) : null,
            FieldKind.Labels => string.Join(' ', issue.Texts(field.Id).Order(StringComparer.OrdinalIgnoreCase)),
            _ => context.Jira.Shown(field.Id, issue.Values[field.Id]),
        };
    }

    /// <summary>Such that ENG-9 stands before ENG-10.</summary>
    public static string KeyOrder(Issue issue)
    {
        int dash = issue.Key.LastIndexOf('-');
        return string.Create(CultureInfo.InvariantCulture, $"{issue.Key.AsSpan(0, dash)}-{long.Parse(issue.Key.AsSpan(dash + 1), CultureInfo.InvariantCulture):d12}");
    }

    private static bool IsKey(string text)
    {
        int dash = text.LastIndexOf('-');
        return dash > 0 && char.IsAsciiLetter(text[0]) && text.Take(dash).All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && dash + 1 < text.Length && text.Skip(dash + 1).All(char.IsAsciiDigit);
    }
}
