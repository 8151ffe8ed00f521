using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text;
using ModelContextProtocol.Server;
using Tributary.Atlassian;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Query.Jql;
using Tributary.Tools.Jira.Agile;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>Finds issues.</summary>
[McpServerToolType]
internal sealed class SearchIssuesTool(JiraClient jira, ProjectAllowList allowed)
{
    private static readonly string[] Shown = ["summary", "status", "issuetype", "priority", "assignee", "updated"];

    [McpServerTool(Name = "jira_search", Title = "Search Jira", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Finds issues by plain words (query) or by JQL (jql), e.g. project = ENG and status = \"In Progress\" order by updated desc.")]
    public async Task<IssuesResult> SearchAsync(
        string? jql = null,
        [Description("Words, or the key of an issue.")] string? query = null,
        ProjectKey? project_key = null,
        [Description("Only issues on this board, by name or id.")] string? board = null,
        [Description("With board: its backlog.")] bool backlog = false,
        [Description("More fields to show, by name.")] string[]? fields = null,
        [Range(1, 100)] int limit = 25,
        string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        bool onBoard = !string.IsNullOrWhiteSpace(board);
        if (backlog && !onBoard)
            throw ToolException.InvalidParams("`backlog` goes with `board`, which is missing.", "Give the board's name or id; jira_list_boards lists them.");

        JqlQuery wanted = Wanted(jql, query, onBoard);
        await new SearchScope(jira, allowed).CheckAsync(wanted, cancellationToken);
        if (project_key is { } project)
            allowed.Check(project);
        IReadOnlyList<Field> more = await NamedAsync(fields, cancellationToken);
        long? boardId = onBoard ? (await new BoardFinder(jira, allowed).FindAsync(board, project_key, type: null, cancellationToken)).Id : null;
        IssueList found = string.IsNullOrWhiteSpace(jql) && IsOpenKey(query)
            ? await ByKeyAsync($"key = {JqlText.Quote(query!.Trim())}") ?? await FindAsync(wanted)
            : await FindAsync(wanted);

        // Should Jira ever answer outside the restriction, then its count is not ours to tell.
        IssueItem[] inside = [.. found.Items.Where(issue => allowed.Contains(issue.Key.Project)).Select(issue => IssueItem.Of(allowed.Inside(issue, more), more))];
        return new IssuesResult(inside, inside.Length == found.Items.Count ? found.Total : null, found.NextCursor);

        Task<IssueList> FindAsync(JqlQuery condition)
        {
            var asked = new IssueQuery(Restricted(condition, project_key), [.. Shown.Union(more.Select(field => field.Id))], limit, string.IsNullOrWhiteSpace(cursor) ? null : cursor);
            return boardId is { } id ? jira.SearchBoardAsync(id, backlog, asked, cancellationToken) : jira.SearchAsync(asked, cancellationToken);
        }

        // UTF-8 looks like a key, and is none where Jira knows no such issue.
        async Task<IssueList?> ByKeyAsync(string condition)
        {
            try
            {
                return await FindAsync(JqlParser.Parse(condition)) is { Items.Count: > 0 } one ? one : null;
            }
            catch (AtlassianException failure) when (failure.Kind == AtlassianErrorKind.InvalidRequest)
            {
                return null;
            }
        }
    }

    private bool IsOpenKey(string? words) => IssueKey.TryParse(words?.Trim(), out IssueKey key) && allowed.Contains(key.Project);

    /// <param name="mayBeEmpty">Where a board narrows it already.</param>
    private static JqlQuery Wanted(string? jql, string? words, bool mayBeEmpty)
    {
        bool hasJql = !string.IsNullOrWhiteSpace(jql), hasWords = !string.IsNullOrWhiteSpace(words);
        if (hasJql == hasWords && (hasJql || !mayBeEmpty))
        {
            throw ToolException.InvalidParams(
                hasJql ? "`jql` and `query` exclude each other." : "There is nothing to search for: `jql` and `query` are missing.",
                "Give words as query, or a condition as jql.");
        }

        return JqlParser.Parse(hasJql ? jql! : hasWords ? Condition(words!) : "");
    }

    private string Restricted(JqlQuery query, ProjectKey? project)
    {
        if (project is { } key)
            query = query.RestrictTo("project", [key.ToString()]);
        if (allowed.IsRestricted)
            query = query.RestrictTo("project", allowed.Keys.Select(open => open.ToString()));
        return query.ToString();
    }

    private static string Condition(string words) => JqlText.Words(words) is { Length: > 0 } searchable
        ? $"text ~ {JqlText.Quote(searchable)} ORDER BY updated DESC"
        : throw ToolException.InvalidParams("`query` has no word to look for.", "Give at least one word of letters or digits.");

    private async Task<IReadOnlyList<Field>> NamedAsync(string[]? names, CancellationToken cancellationToken)
    {
        if (names is not { Length: > 0 })
            return [];

        IReadOnlyList<Field> all = await jira.ListFieldsAsync(cancellationToken);
        var problems = new FieldProblems();
        var named = new List<Field>();
        foreach (string name in names)
        {
            Field[] found = FieldNames.Find(name, all, field => field.Id, field => field.Name);
            if (found.Length == 0)
                problems.Add($"\"{WikiText.Line(name)}\" is no field. {FieldNames.Instead(name, [.. all.Select(field => WikiText.Line(field.Name))])}");
            named.AddRange(found);
        }

        problems.Throw();
        return named;
    }
}

internal sealed record IssuesResult(IReadOnlyList<IssueItem> Issues, int? TotalAvailable, string? NextCursor) : IToolResult
{
    public string ToText() => Issues.Count == 0
        ? "No issue found. Try fewer or other words, or another condition."
        : ListText.Of("issue", Issues.Select(issue => issue.ToText()), TotalAvailable, nextStart: null, NextCursor);
}

/// <param name="Fields">Those asked for, by name, in a few words each.</param>
internal sealed record IssueItem(
    string Key, string Summary, string? Type, string? Status, string? Priority, string? Assignee, DateTime? UpdatedDate, string Url, IReadOnlyDictionary<string, string>? Fields)
{
    private static readonly HashSet<string> Own = ["summary", "status", "issuetype", "priority", "assignee", "updated"];

    public static IssueItem Of(Issue issue, IReadOnlyList<Field> more)
    {
        var fields = new Dictionary<string, string>();
        foreach (Field field in more.Where(field => !Own.Contains(field.Id)))
        {
            if (issue.Field(field.Id) is { } value && FieldText.Of(value, field.Schema) is { } text)
                fields[WikiText.Line(field.Name)] = text;
        }

        return new IssueItem(
            issue.Key.ToString(), WikiText.Line(issue.Summary), Text("issuetype"), Text("status"), Text("priority"), Text("assignee"),
            DateTimeOffset.TryParse(issue.Updated, System.Globalization.CultureInfo.InvariantCulture, out DateTimeOffset updated) ? updated.UtcDateTime : null,
            issue.Url, fields.Count > 0 ? fields : null);

        string? Text(string id) => issue.Field(id) is { } value ? FieldText.Of(value) : null;
    }

    public string ToText()
    {
        var text = new StringBuilder($"{Key}: {Summary} (");
        text.AppendJoin(", ", new[] { Type, Status, Priority, Assignee, UpdatedDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }.OfType<string>()).Append(')');
        foreach ((string name, string value) in Fields ?? new Dictionary<string, string>())
            text.Append("\n  ").Append(name).Append(": ").Append(value);
        return text.ToString();
    }
}
