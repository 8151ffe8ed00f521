using System.ComponentModel;
using System.Text;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Diff;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>Changes fields of an issue; the description as a whole, over what is there.</summary>
[McpServerToolType]
internal sealed class UpdateIssueTool(JiraClient jira, ProjectAllowList allowed)
{
    [McpServerTool(Name = "jira_update_issue", Title = "Change an issue", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true)]
    [Description("Changes fields, by names as in jira_create_issues. What the description's Markdown leaves as it was stays byte for byte.")]
    public async Task<ChangedIssueResult> UpdateIssueAsync(
        IssueKey issue_key,
        [Prose, Description("null empties.")] ObjectArgument? fields = null,
        [Prose, Description("All of it, as Markdown.")] string? description = null,
        [Description("With description: the description_base you read.")] string? description_base = null,
        bool dry_run = false,
        [Description("What a lossy_write refusal listed.")] string[]? allow_loss = null,
        CancellationToken cancellationToken = default)
    {
        allowed.Check(issue_key.Project);
        var problems = new FieldProblems();
        IReadOnlyList<ScreenField> screen = await jira.ListEditFieldsAsync(issue_key, cancellationToken);
        var people = new PeopleFinder(jira);
        var resolver = new FieldResolver(jira, allowed, people, new SprintFinder(jira), problems);
        Dictionary<string, FieldValue> values = await resolver.ResolveAsync(fields?.Value, screen, issue_key.Project, $"{issue_key} to change", cancellationToken);

        // A description is written over the one that is there, wherever it was given.
        description ??= resolver.Markdown.GetValueOrDefault("description");
        if (description is not null && screen.All(field => field.Id != "description"))
            problems.Add($"\"Description\" cannot be changed in {issue_key}.");
        problems.Throw();
        if (values.Count == 0 && description is null)
            throw ToolException.InvalidParams("There is nothing to change: `fields` and `description` are missing.", "Give fields as an object of names and values, or the description.");

        Issue issue = await jira.GetIssueAsync(issue_key, [.. values.Keys.Append("summary").Append("description").Append("updated").Distinct()], withChanges: false, cancellationToken);
        allowed.Check(issue.Key.Project);
        string diff = "";
        if (description is not null)
        {
            RichText written = Description(issue, description, description_base, allow_loss ?? []);
            diff = UnifiedDiff.Of(Markdown(issue.Description), Markdown(written), "description", "description after");
            if (written.Text == issue.Description?.Text)
                values.Remove("description");
            else
                values["description"] = new FieldValue.Rich(written);
        }

        foreach ((string id, string markdown) in resolver.Markdown.Where(text => text.Key != "description"))
        {
            if (issue.RichText(id) is not { } before)
                continue;
            RichText written = IssueMarkup.Over($"field \"{WikiText.Line(screen.First(field => field.Id == id).Name)}\"", before, markdown, allow_loss ?? []);
            values[id] = new FieldValue.Rich(written);
            if (written.Text == before.Text)
                values.Remove(id);
        }

        string[] names = [.. values.Keys.Select(id => WikiText.Line(screen.First(field => field.Id == id).Name))];
        if (values.Count == 0)
            return Result(issue, $"Nothing to write: {issue.Key} is like this already.");
        if (dry_run)
            return Result(issue, $"Dry run: nothing was written. {string.Join(", ", names)} would change.") with { Changed = names, Diff = NullIfEmpty(diff) };

        await jira.UpdateIssueAsync(issue.Key, new IssueWrite(values), cancellationToken);
        return Result(issue, $"Changed {string.Join(", ", names)} of {issue.Key}.{people.Told}") with
        {
            Changed = names,
            Diff = NullIfEmpty(diff),
            DescriptionBase = values.GetValueOrDefault("description") is FieldValue.Rich && jira.TextFormat == RichTextFormat.WikiMarkup
                ? IssueMarkup.BaseOf(((FieldValue.Rich)values["description"]).Value)
                : null,
        };
    }

    private RichText Description(Issue issue, string markdown, string? basis, string[] givenUp)
    {
        string now = IssueMarkup.BaseOf(issue.Description);
        if (issue.Description is not { } before)
        {
            return basis is null || basis == now || basis == issue.Updated
                ? IssueMarkup.FromMarkdown(markdown, jira.TextFormat).Text
                : throw Conflict(issue);
        }

        if (basis is null)
            throw ToolException.InvalidParams($"{issue.Key} has a description, and `description_base` is missing.", "Read it with jira_get_issue, change its Markdown and give its description_base.");
        return basis == now || basis == issue.Updated ? IssueMarkup.Over("description", before, markdown, givenUp) : throw Conflict(issue);
    }

    private static ToolException Conflict(Issue issue) => new(
        ErrorCode.VersionConflict, $"Somebody changed the description of {issue.Key} since you read it.", "Nothing was changed. Read the issue again and repeat the change on what is there now.");

    private static ChangedIssueResult Result(Issue issue, string message) => new(issue.Key.ToString(), issue.Url, message);

    private static string Markdown(RichText? text) => text is null ? "" : IssueMarkup.ToMarkdown(text);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

/// <param name="Changed">The names of the fields.</param>
internal sealed record ChangedIssueResult(string Key, string Url, string Message, IReadOnlyList<string>? Changed = null, string? Diff = null, string? DescriptionBase = null) : IToolResult
{
    public string ToText()
    {
        var text = new StringBuilder(Message).Append(' ').Append(Url);
        if (Diff is not null)
            text.Append('\n').Append(Fence.Around("what changes", Diff.TrimEnd('\n')));
        return text.ToString();
    }
}
