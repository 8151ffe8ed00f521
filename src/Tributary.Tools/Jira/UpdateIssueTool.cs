using System.ComponentModel;
using System.Text;
using ModelContextProtocol.Server;
using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Diff;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Jira;

/// <summary>Changes fields of an issue; texts with structure over what is there.</summary>
[McpServerToolType]
internal sealed class UpdateIssueTool(JiraClient jira, ProjectAllowList allowed, Turns turns)
{
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["description"] = "\"Description\" is not changed in `fields`: give all of it as `description`, with the description_base that jira_get_issue gave.",
    };

    [McpServerTool(Name = "jira_update_issue", Title = "Change an issue", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true)]
    [Description("Changes fields, by names as in jira_create_issues. What Markdown leaves as it was stays byte for byte.")]
    public async Task<ChangedIssueResult> UpdateIssueAsync(
        IssueKey issue_key,
        [Prose, Description("null empties. Lists: all of it, or {\"Labels\": {\"add\": [\"x\"], \"remove\": [\"y\"]}}.")] ObjectArgument? fields = null,
        [Prose, Description("All of it, as Markdown.")] string? description = null,
        [Description("With description: the description_base you read.")] string? description_base = null,
        bool dry_run = false,
        [Description("What a lossy_write refusal listed.")] string[]? allow_loss = null,
        CancellationToken cancellationToken = default)
    {
        allowed.Check(issue_key.Project);
        using IDisposable turn = await turns.TakeAsync(issue_key, cancellationToken);
        var problems = new FieldProblems();
        IReadOnlyList<ScreenField> screen = await jira.ListEditFieldsAsync(issue_key, cancellationToken);
        var people = new PeopleFinder(jira);
        var resolver = new FieldResolver(jira, allowed, people, new SprintFinder(jira), problems) { Elsewhere = Elsewhere, ChangesLists = true };
        Dictionary<string, FieldValue> values = await resolver.ResolveAsync(fields?.Value, screen, issue_key.Project, $"{issue_key} to change", cancellationToken);
        if (description is not null && screen.All(field => field.Id != "description"))
            problems.Add($"\"Description\" cannot be changed in {issue_key}.");
        if (description is not null && FieldText.IsCut(description))
            problems.Add("`description` was given what a shorter answer cut off. Read all of it with jira_get_issue.");
        problems.Throw();
        string[] wished = [.. values.Keys.Union(resolver.Operations.Select(operation => operation.FieldId)).Union(description is null ? [] : ["description"])];
        if (wished.Length == 0)
            throw ToolException.InvalidParams("There is nothing to change: `fields` and `description` are missing.", "Give fields as an object of names and values, or the description.");

        Issue issue = await jira.GetIssueAsync(issue_key, [.. wished.Union(["summary", "description", "updated"])], withChanges: false, cancellationToken);
        allowed.Check(issue.Key.Project);
        string diff = "";
        if (description is not null)
        {
            RichText? written = Description(issue, description, description_base, allow_loss ?? []);
            diff = UnifiedDiff.Of(Markdown(issue.Description), Markdown(written), "description", "description after");
            if (written?.Text != issue.Description?.Text)
                values["description"] = new FieldValue.Rich(written!);
        }

        WriteOver(issue, values, resolver.Markdown, screen, allow_loss ?? []);
        var write = new IssueWrite(
            values.Where(value => !IsSame(value.Value, issue, value.Key)).ToDictionary(),
            [.. resolver.Operations.Where(operation => !FieldComparison.IsDone(operation, issue.Field(operation.FieldId)))]);
        string[] changing = [.. wished.Where(id => write.Fields.ContainsKey(id) || write.Operations!.Any(operation => operation.FieldId == id))];
        string already = changing.Length == wished.Length ? "" : $" Like this already: {Names(wished.Except(changing))}.";
        if (changing.Length == 0)
            return Result(issue, $"Nothing to write: {issue.Key} is like this already.");
        if (dry_run)
        {
            return Result(issue, $"Dry run: nothing was written. {Names(changing)} would change, if Jira agrees: its own rules are checked when it is written.{already}") with
            {
                Changed = [.. changing.Select(Name)],
                Diff = NullIfEmpty(diff),
            };
        }

        await jira.UpdateIssueAsync(issue.Key, write, cancellationToken);
        Issue? after = await ReadAgainAsync(issue.Key, changing, cancellationToken);
        string[] left = [.. changing.Where(id => after?.Fields.ContainsKey(id) == true && FieldComparison.AreEqual(issue.Field(id), after.Field(id)))];
        string[] changed = [.. changing.Except(left)];
        string message = (changed.Length == 0 ? $"Nothing was changed in {issue.Key}." : $"Changed {Names(changed)} of {issue.Key}.")
            + (left.Length == 0 ? "" : $" Jira took the call, and left as it was: {Names(left)}.") + already + people.Told
            + (after is null ? " It could not be read again: see yourself what Jira made of it." : "");
        return Result(issue, message) with
        {
            Changed = changed.Length == 0 ? null : [.. changed.Select(Name)],
            Diff = NullIfEmpty(diff),
            DescriptionBase = changed.Contains("description") && after is not null ? IssueMarkup.BaseOf(after.Description) : null,
        };

        string Name(string id) => WikiText.Line(screen.First(field => field.Id == id).Name);

        string Names(IEnumerable<string> ids) => string.Join(", ", ids.Select(Name));
    }

    /// <summary>Writes texts with structure over those that are there; what takes their place as it is must not lose anything either.</summary>
    private static void WriteOver(Issue issue, Dictionary<string, FieldValue> values, Dictionary<string, string> markdown, IReadOnlyList<ScreenField> screen, string[] givenUp)
    {
        foreach (ScreenField field in screen.Where(field => field.Schema.IsRichText && field.Id != "description" && values.ContainsKey(field.Id)))
        {
            if (issue.RichText(field.Id) is not { } before)
                continue;
            string what = $"field \"{WikiText.Line(field.Name)}\"";
            if (markdown.TryGetValue(field.Id, out string? text))
                values[field.Id] = new FieldValue.Rich(IssueMarkup.Over(what, before, text, givenUp));
            else
                IssueMarkup.CheckInPlaceOf(what, before, (values[field.Id] as FieldValue.Rich)?.Value, givenUp);
        }
    }

    private static bool IsSame(FieldValue value, Issue issue, string id) => value is FieldValue.Rich rich ? issue.RichText(id)?.Text == rich.Value.Text : FieldComparison.IsSame(value, issue.Field(id));

    // Written it is, whatever comes now; and what was written may have hidden the issue from its writer.
    private async Task<Issue?> ReadAgainAsync(IssueKey key, string[] fields, CancellationToken cancellationToken)
    {
        try
        {
            return await jira.GetIssueAsync(key, fields, withChanges: false, cancellationToken);
        }
        catch (AtlassianException)
        {
            return null;
        }
    }

    /// <returns>Null: none before and none after.</returns>
    private RichText? Description(Issue issue, string markdown, string? basis, string[] givenUp)
    {
        string now = IssueMarkup.BaseOf(issue.Description);
        if (issue.Description is not { } before)
        {
            return basis is null || basis == now || basis == issue.Updated
                ? string.IsNullOrWhiteSpace(markdown) ? null : IssueMarkup.FromMarkdown(markdown, jira.TextFormat).Text
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
