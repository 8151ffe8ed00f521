using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Jira;
using Tributary.Atlassian.Jira.Models;
using Tributary.Tools.Jira.Fields;
using Tributary.Tools.Jira.ServiceDesks;
using Tributary.Tools.Reading;

namespace Tributary.Tools.Jira;

/// <summary>Reads one issue.</summary>
[McpServerToolType]
internal sealed class GetIssueTool(JiraClient jira, ProjectAllowList allowed)
{
    private const int CommentsAtOnce = 20;
    private const int WorklogsAtOnce = 50;

    private static readonly string[] Always = ["summary", "status", "issuetype", "updated"];

    [McpServerTool(Name = "jira_get_issue", Title = "Read an issue", ReadOnly = true, Idempotent = true, OpenWorld = true)]
    [Description("Reads one issue, its description as Markdown.")]
    public async Task<IssueResult> GetIssueAsync(
        IssueKey? issue_key = null,
        [Description("Instead: its address in a browser.")] string? url = null,
        [Description("Only these, by name, whole; without it all that hold a value.")] string[]? fields = null,
        [Description("comments (newest first), worklogs, links, remote_links, watchers, changelog, transitions, slas")] string? expand = null,
        [Range(100, 100_000)] int max_tokens = PageReader.DefaultMaxTokens,
        string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        IssueKey key = issue_key ?? (string.IsNullOrWhiteSpace(url)
            ? throw ToolException.InvalidParams("It is not said which issue.", "Give issue_key or url. jira_search finds keys.")
            : IssueAddress.Parse(url, jira.Site.BrowserUrl));
        allowed.Check(key.Project);
        IssueCursor? from = string.IsNullOrWhiteSpace(cursor) ? null : IssueCursor.Parse(cursor);
        if (from is not null && from.Key != key)
            throw IssueCursor.Invalid($"`cursor` belongs to issue {from.Key}, not to {key}.");

        string lists = from?.Lists ?? (Expand.Has(expand, "comments") || Expand.Has(expand, "comment") ? $"{IssueCursor.Comments}" : "") + (Expand.Has(expand, "worklogs") ? IssueCursor.Worklogs : "");
        IReadOnlyList<Field> known = await jira.ListFieldsAsync(cancellationToken);

        // What is no list of its own comes with the first piece, and is not told again.
        string? expanded = from is null ? expand : null;
        bool links = Expand.Has(expanded, "links") || Expand.Has(expanded, "issuelinks");
        string[]? named = Named(fields, known);
        string[]? wanted = named is null ? null : [.. Always.Concat(links ? ["issuelinks"] : []).Concat(named).Distinct()];
        Issue issue = await jira.GetIssueAsync(key, wanted, Expand.Has(expanded, "changelog"), cancellationToken);

        // A key goes with an issue that moves into another project.
        allowed.Check(issue.Key.Project);
        issue = allowed.Inside(issue, known);
        if (from is { InDescription: true } && from.Base != IssueMarkup.BaseOf(issue.Description))
            throw IssueCursor.Invalid($"The description of {key} has changed since the cursor was given.");

        IReadOnlyCollection<string> whole = named ?? (fields is { Length: > 0 } ? [.. known.Select(field => field.Id)] : []);
        IssueResult result = await WithMoreAsync(IssueResult.Of(issue, from is null ? known : [], whole, max_tokens, links ? allowed : null), issue.Key, expanded, cancellationToken);
        int tokens = max_tokens - (result.Fields?.Sum(field => BodyCut.Tokens(field.Value)) ?? 0);
        int room = tokens * BodyCut.BytesPerToken;
        if (from is null or { InDescription: true } && issue.Description is { } description)
        {
            string markdown = IssueMarkup.ToMarkdown(description);
            int start = Math.Min(from?.Offset ?? 0, markdown.Length);

            // In less room than this it would come in crumbs: the next piece has it.
            int end = tokens < max_tokens / 4 ? start : BodyCut.End(markdown, start, tokens, Boundaries.OfMarkdown);
            room -= Encoding.UTF8.GetByteCount(markdown.AsSpan(start, end - start));
            result = result with { Description = markdown[start..end], DescriptionBase = IssueMarkup.BaseOf(description) };
            if (end < markdown.Length)
                return result with { Cursor = new IssueCursor(key, IssueMarkup.BaseOf(description), end, lists).ToString() };
        }

        return await WithListsAsync(result, issue.Key, lists, from is { InDescription: false } ? from.Offset : 0, room, cancellationToken);
    }

    private async Task<IssueResult> WithMoreAsync(IssueResult result, IssueKey key, string? expand, CancellationToken cancellationToken)
    {
        if (Expand.Has(expand, "remote_links"))
            result = result with { RemoteLinks = [.. (await jira.ListRemoteLinksAsync(key, cancellationToken)).Select(RemoteLinkItem.Of)] };
        if (Expand.Has(expand, "watchers"))
        {
            Watchers watchers = await jira.ListWatchersAsync(key, cancellationToken);
            result = result with { Watchers = [.. watchers.People.Select(WatcherItem.Of)], WatchCount = watchers.Count };
        }

        if (Expand.Has(expand, "slas") || Expand.Has(expand, "sla"))
            result = result with { Slas = [.. (await jira.ListSlasAsync(key, cancellationToken)).Select(SlaItem.Of)] };
        if (Expand.Has(expand, "transitions"))
            result = result with { Transitions = [.. (await jira.ListTransitionsAsync(key, cancellationToken)).Select(TransitionItem.Of)] };
        return result;
    }

    /// <returns>Ids; null for all.</returns>
    private static string[]? Named(string[]? names, IReadOnlyList<Field> known)
    {
        if (names is not { Length: > 0 } || names.Contains("*all"))
            return null;

        var problems = new FieldProblems();
        var ids = new List<string>();
        foreach (string name in names)
        {
            Field[] found = FieldNames.Find(name, known, field => field.Id, field => field.Name);
            if (found.Length == 0)
                problems.Add($"\"{WikiText.Line(name)}\" is no field. {FieldNames.Instead(name, [.. known.Select(field => WikiText.Line(field.Name))])}");
            ids.AddRange(found.Select(field => field.Id));
        }

        problems.Throw();
        return [.. ids];
    }

    /// <param name="lists">As a cursor names them; of the first, <paramref name="start"/> have been given.</param>
    private async Task<IssueResult> WithListsAsync(IssueResult result, IssueKey key, string lists, int start, int room, CancellationToken cancellationToken)
    {
        for (; lists.Length > 0; lists = lists[1..], start = 0)
        {
            int given, total;
            if (lists[0] == IssueCursor.Comments)
            {
                CommentList list = await jira.ListCommentsAsync(key, start, CommentsAtOnce, cancellationToken);
                IssueCommentItem[] comments = [.. Fitting(list.Items.Select(IssueCommentItem.Of), comment => comment.Body, ref room)];
                result = result with { Comments = comments, TotalComments = list.Total };
                (given, total) = (comments.Length, list.Total);
            }
            else
            {
                WorklogList list = await jira.ListWorklogsAsync(key, start, WorklogsAtOnce, cancellationToken);
                IssueWorklogItem[] worklogs = [.. Fitting(list.Items.Select(IssueWorklogItem.Of), worklog => worklog.ToText(), ref room)];
                result = result with { Worklogs = worklogs, TotalWorklogs = list.Total };
                (given, total) = (worklogs.Length, list.Total);
            }

            if (given > 0 && start + given < total)
                return result with { Cursor = new IssueCursor(IssueKey.Parse(result.Key), "", start + given, lists).ToString() };
        }

        return result;
    }

    private static List<T> Fitting<T>(IEnumerable<T> items, Func<T, string> text, ref int room)
    {
        var shown = new List<T>();
        foreach (T item in items)
        {
            room -= Encoding.UTF8.GetByteCount(text(item));

            // One is always given: a cursor that stands still would never end.
            if (room < 0 && shown.Count > 0)
                break;
            shown.Add(item);
        }

        return shown;
    }
}
