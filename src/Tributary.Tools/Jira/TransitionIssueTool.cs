using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Catalog;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>Moves an issue through its workflow.</summary>
[McpServerToolType]
internal sealed class TransitionIssueTool(JiraClient jira, ProjectAllowList allowed)
{
    [McpServerTool(Name = "jira_transition_issue", Title = "Move an issue on", ReadOnly = false, Destructive = true, Idempotent = false, OpenWorld = true)]
    [Description("Moves an issue to another status. jira_get_issue with expand transitions tells which there are.")]
    public async Task<MovedIssueResult> TransitionIssueAsync(
        IssueKey issue_key,
        [Description("Name or id, or the status it leads to.")] string transition,
        [Prose, Description("What it asks, by names.")] ObjectArgument? fields = null,
        CancellationToken cancellationToken = default)
    {
        allowed.Check(issue_key.Project);
        IReadOnlyList<Transition> open = await jira.ListTransitionsAsync(issue_key, cancellationToken);
        Transition[] found = Find(transition, open);
        if (found.Length == 0 && await StandsAtAsync(issue_key, transition, cancellationToken) is { } there)
        {
            return fields is null
                ? there
                : throw ToolException.InvalidParams($"{issue_key} is in \"{there.Status}\" already, and no transition leads there.", "Nothing was changed. Change fields with jira_update_issue.");
        }

        Transition chosen = Choose(issue_key, transition, found, open);
        string where = $"\"{WikiText.Line(chosen.Name)}\" of {issue_key}";
        var problems = new FieldProblems();
        var people = new PeopleFinder(jira);
        Dictionary<string, FieldValue> values = await new FieldResolver(jira, allowed, people, new SprintFinder(jira), problems)
            .ResolveAsync(fields?.Value, chosen.Fields, issue_key.Project, where, cancellationToken);

        // What the issue holds already need not be given again.
        ScreenField[] asked = [.. chosen.Fields.Where(field => field.MustBeGiven && !values.ContainsKey(field.Id))];
        Issue issue = await jira.GetIssueAsync(issue_key, [.. asked.Select(field => field.Id).Append("summary")], withChanges: false, cancellationToken);
        allowed.Check(issue.Key.Project);
        FieldResolver.CheckRequired(problems, values, fields?.Value, [.. asked.Where(field => IsEmpty(issue.Field(field.Id)))], where);
        problems.Throw();

        await jira.TransitionIssueAsync(issue.Key, chosen.Id, new IssueWrite(values), cancellationToken);
        string to = WikiText.Line(chosen.To);
        return new MovedIssueResult(issue.Key.ToString(), to, issue.Url, $"{issue.Key} is in \"{to}\" now.{people.Told}");
    }

    private static Transition[] Find(string name, IReadOnlyList<Transition> open) =>
        FieldNames.Find(name, open, transition => transition.Id, transition => transition.Name) is { Length: > 0 } named ? named : FieldNames.Find(name, open, transition => transition.Id, transition => transition.To);

    /// <returns>Null where the issue is in another status than this one.</returns>
    private async Task<MovedIssueResult?> StandsAtAsync(IssueKey key, string status, CancellationToken cancellationToken)
    {
        Issue issue = await jira.GetIssueAsync(key, ["status"], withChanges: false, cancellationToken);
        allowed.Check(issue.Key.Project);
        return issue.Field("status") is { } value && FieldText.Of(value) is { } now && FieldNames.Find(status, [now], name => name, name => name).Length > 0
            ? new MovedIssueResult(issue.Key.ToString(), now, issue.Url, $"Nothing to do: {issue.Key} is in \"{now}\" already.")
            : null;
    }

    private static Transition Choose(IssueKey key, string name, Transition[] found, IReadOnlyList<Transition> open)
    {
        string[] shown = [.. open.Select(transition => $"{transition.Id}: {WikiText.Line(transition.Name)} -> {WikiText.Line(transition.To)}")];
        return found switch
        {
            [var one] => one,
            [] => throw ToolException.InvalidParams($"{key} has no transition \"{WikiText.Line(name)}\" now. {FieldNames.Listed(shown)}", "Nothing was changed. Choose one of these."),
            _ => throw ToolException.InvalidParams($"Several transitions of {key} fit \"{WikiText.Line(name)}\". {FieldNames.Listed(shown)}", "Nothing was changed. Give the id."),
        };
    }

    private static bool IsEmpty(JsonElement? value) => value is null or { ValueKind: JsonValueKind.Array } && (value is null || value.Value.GetArrayLength() == 0);
}

internal sealed record MovedIssueResult(string Key, string Status, string Url, string Message) : IToolResult
{
    public string ToText() => $"{Message} {Url}";
}
