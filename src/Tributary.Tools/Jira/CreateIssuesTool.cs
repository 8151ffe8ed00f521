using System.ComponentModel;
using System.Text;
using System.Text.Json;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>Creates one or many issues, each with its own outcome.</summary>
[McpServerToolType]
internal sealed class CreateIssuesTool(JiraClient jira, ProjectAllowList allowed)
{
    private readonly FieldProblems problems = new();
    private readonly PeopleFinder people = new(jira);
    private readonly SprintFinder sprints = new(jira);
    private readonly IssueFinder others = new(jira, allowed);
    private readonly Dictionary<ProjectKey, IReadOnlyList<IssueType>> types = [];
    private readonly Dictionary<(ProjectKey, string), IReadOnlyList<ScreenField>> screens = [];

    [McpServerTool(Name = "jira_create_issues", Title = "Create issues", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true)]
    [Description("Creates 1 to 50 issues. fields: values by names, e.g. {\"Story points\": 5, \"Sprint\": \"Sprint 7\", \"Assignee\": \"alice@example.com\"}.")]
    public async Task<CreatedIssuesResult> CreateIssuesAsync(
        [Prose] NewIssue[] issues,
        [Description("Only checks.")] bool dry_run = false,
        CancellationToken cancellationToken = default)
    {
        if (issues.Length is 0 or > JiraClient.MostCreatedAtOnce)
            throw ToolException.InvalidParams($"`issues` has {issues.Length} entries.", $"Give 1 to {JiraClient.MostCreatedAtOnce}.");

        var writes = new List<IssueWrite>();
        for (int place = 0; place < issues.Length; place++)
        {
            problems.Prefix = issues.Length == 1 ? "" : $"issues[{place}]: ";
            writes.Add(await CheckedAsync(issues[place], cancellationToken));
        }

        problems.Throw();
        if (dry_run)
            return new CreatedIssuesResult([], $"Dry run: nothing was created. {(issues.Length == 1 ? "The issue" : $"All {issues.Length} issues")} can be, as far as is known: Jira checks its own rules when it is called.");

        CreatedItem[] items = writes is [var one]
            ? [CreatedItem.Of(new CreationOutcome(await jira.CreateIssueAsync(one, cancellationToken), null), issues[0].Summary)]
            : [.. (await jira.CreateIssuesAsync(writes, cancellationToken)).Select((outcome, place) => CreatedItem.Of(outcome, issues[place].Summary))];
        int made = items.Count(item => item.Key is not null);
        return new CreatedIssuesResult(items, (made == items.Length ? $"Created {ListText.Count(made, "issue")}." : $"Created {made} of {items.Length} issues; the others were refused.") + people.Told);
    }

    private async Task<IssueWrite> CheckedAsync(NewIssue issue, CancellationToken cancellationToken)
    {
        allowed.Check(issue.Project);
        if (!types.TryGetValue(issue.Project, out IReadOnlyList<IssueType>? known))
            types[issue.Project] = known = await jira.ListIssueTypesAsync(issue.Project, cancellationToken);
        if (FieldNames.Find(issue.Type, known, type => type.Id, type => type.Name) is not [var type, ..])
        {
            problems.Add($"{issue.Project} has no issue type \"{WikiText.Line(issue.Type)}\". {FieldNames.Instead(issue.Type, [.. known.Select(one => WikiText.Line(one.Name))])}");
            return new IssueWrite(new Dictionary<string, FieldValue>());
        }

        if (!screens.TryGetValue((issue.Project, type.Id), out IReadOnlyList<ScreenField>? screen))
        {
            IReadOnlyList<ScreenField> whole = await jira.ListCreateFieldsAsync(issue.Project, type.Id, cancellationToken);
            screens[(issue.Project, type.Id)] = screen = [.. whole.Where(field => field.Id is not ("project" or "issuetype"))];
        }

        string where = $"a new {WikiText.Line(type.Name)} in {issue.Project}";
        var resolver = new FieldResolver(jira, allowed, people, sprints, problems, others) { Elsewhere = GivenTwice.Of(issue.Description) };
        Dictionary<string, FieldValue> values = await resolver.ResolveAsync(issue.Fields, screen, issue.Project, where, cancellationToken);
        if (ValueResolver.SummaryFault(issue.Summary) is { } fault)
            problems.Add($"`summary` {fault}.");
        values["summary"] = new FieldValue.Text(issue.Summary);
        if (!string.IsNullOrEmpty(issue.Description))
        {
            if (screen.All(field => field.Id != "description"))
                problems.Add($"\"Description\" is no field of {where}.");
            values["description"] = new FieldValue.Rich(IssueMarkup.FromMarkdown(issue.Description, jira.TextFormat).Text);
        }

        FieldResolver.CheckRequired(problems, values, issue.Fields, screen, where);
        values["project"] = new FieldValue.Key(issue.Project.ToString());
        values["issuetype"] = new FieldValue.Choice(type.Id);
        return new IssueWrite(values);
    }
}

/// <summary>One issue as a caller sends it.</summary>
internal sealed class NewIssue(
    ProjectKey project_key,
    [Description("Name.")] string issue_type,
    string summary,
    [Description("Markdown.")] string? description = null,
    ObjectArgument? fields = null)
{
    public ProjectKey Project => project_key;

    public string Type => issue_type;

    public string Summary => summary;

    public string? Description => description;

    public JsonElement? Fields => fields?.Value;
}

/// <param name="Issues">In the order of the call; none in a dry run.</param>
internal sealed record CreatedIssuesResult(IReadOnlyList<CreatedItem> Issues, string Message) : IToolResult
{
    public string ToText()
    {
        var text = new StringBuilder(Message);
        foreach (CreatedItem issue in Issues)
            text.Append('\n').Append(issue.Key is null ? $"- refused: \"{issue.Summary}\": {issue.Error}" : $"- {issue.Key} {issue.Url}");
        return text.ToString();
    }
}

/// <param name="Key">Null where Jira refused it.</param>
internal sealed record CreatedItem(string? Key, string Summary, string? Url, string? Error)
{
    public static CreatedItem Of(CreationOutcome outcome, string summary) =>
        new(outcome.Created?.Key.ToString(), WikiText.Line(summary), outcome.Created?.Url, outcome.Error is null ? null : WikiText.Line(outcome.Error));
}
