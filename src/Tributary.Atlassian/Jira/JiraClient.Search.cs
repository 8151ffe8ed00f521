using System.Globalization;
using System.Runtime.CompilerServices;
using Tributary.Atlassian.Jira.Models;
using Tributary.Atlassian.Jira.Routing;
using Tributary.Atlassian.Jira.Wire;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira;

public sealed partial class JiraClient
{
    /// <summary>One page of what a query finds.</summary>
    public async Task<IssueList> SearchAsync(IssueQuery query, CancellationToken cancellationToken)
    {
        const string operation = "search issues";
        int start = IsCloud ? 0 : CursorStart(query.Cursor, operation);
        Func<HttpContent> body = Body(json =>
        {
            json.WriteString("jql", query.Jql);
            json.WriteNumber("maxResults", query.Limit);
            if (!IsCloud) json.WriteNumber("startAt", start);
            else if (query.Cursor is not null) json.WriteString("nextPageToken", query.Cursor);
            json.WriteStartArray("fields");
            foreach (string field in query.Fields) json.WriteStringValue(field);
            json.WriteEndArray();
        });
        return Read(await SendAsync(Route(JiraOperation.Search).Request(operation, content: body), JiraJson.Default.WireIssues, cancellationToken), start, operation);
    }

    /// <summary>One page of a board's issues, or of its backlog's, as far as the query finds them; in the order of their ranks, if the query has none.</summary>
    public async Task<IssueList> SearchBoardAsync(long boardId, bool backlog, IssueQuery query, CancellationToken cancellationToken)
    {
        string operation = $"list {(backlog ? "the backlog" : "issues")} of board {boardId}";
        int start = IsCloud ? 0 : CursorStart(query.Cursor, operation);
        var parameters = new Parameters
        {
            { "jql", query.Jql.Length == 0 ? null : query.Jql }, { "fields", string.Join(',', query.Fields) }, { "maxResults", query.Limit },
            { "startAt", IsCloud ? null : start }, { "nextPageToken", IsCloud ? query.Cursor : null },
        };
        Route route = Route(backlog ? JiraOperation.ListBacklogOfBoard : JiraOperation.ListIssuesOfBoard);
        return Read(await SendAsync(route.Request(operation, Number(boardId), query: parameters), JiraJson.Default.WireIssues, cancellationToken), start, operation);
    }

    /// <summary>All that a query finds.</summary>
    public async IAsyncEnumerable<Issue> EnumerateIssuesAsync(string jql, IReadOnlyList<string> fields, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            IssueList page = await SearchAsync(new IssueQuery(jql, fields, 100, cursor), cancellationToken);
            foreach (Issue issue in page.Items) yield return issue;
            if (page.NextCursor == cursor) yield break;
            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }

    private IssueList Read(WireIssues found, int start, string operation)
    {
        Issue[] issues = [.. (found.Issues ?? []).Select(issue => reader.Issue(issue, operation))];
        if (IsCloud) return new IssueList(issues, Total: null, found.IsLast == true ? null : found.NextPageToken);

        // Data Center knows no cursor; a caller who only passes cursors on gets one all the same.
        int next = start + issues.Length;
        return new IssueList(issues, found.Total, issues.Length > 0 && next < found.Total ? next.ToString(CultureInfo.InvariantCulture) : null);
    }

    private static int CursorStart(string? cursor, string operation) => cursor is null ? 0
        : int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out int start) ? start
        : throw new AtlassianException(AtlassianErrorKind.InvalidRequest, operation, status: null, "The cursor is not one that this search gave.") { Product = AtlassianProduct.Jira };
}
