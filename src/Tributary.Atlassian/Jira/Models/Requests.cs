namespace Tributary.Atlassian.Jira.Models;

/// <param name="Fields">Ids of fields, or <c>*all</c>, <c>*navigable</c>.</param>
/// <param name="Cursor">From the answer before.</param>
public sealed record IssueQuery(string Jql, IReadOnlyList<string> Fields, int Limit = 50, string? Cursor = null);

/// <param name="Total">Null where Jira does not tell: Cloud.</param>
/// <param name="NextCursor">Null at the end.</param>
public sealed record IssueList(IReadOnlyList<Issue> Items, int? Total, string? NextCursor);

/// <summary>What to write into an issue.</summary>
/// <param name="Fields">By the fields' ids; each takes the place of what was there.</param>
/// <param name="Operations">Changes of parts, such as one label more.</param>
public sealed record IssueWrite(IReadOnlyDictionary<string, FieldValue> Fields, IReadOnlyList<FieldOperation>? Operations = null);

/// <param name="Verb"><c>add</c>, <c>remove</c> or <c>set</c>.</param>
public sealed record FieldOperation(string FieldId, string Verb, FieldValue Value);

/// <summary>One of several issues: its key, or why Jira did not make it.</summary>
public sealed record CreationOutcome(CreatedIssue? Created, string? Error);

public sealed record CreatedIssue(string Id, IssueKey Key, string Url);

/// <param name="Total">Of all there are.</param>
public sealed record CommentList(IReadOnlyList<IssueComment> Items, int Total);

/// <param name="Total">Of all there are.</param>
public sealed record WorklogList(IReadOnlyList<Worklog> Items, int Total);

/// <param name="TimeSpent">As Jira reads it: <c>3h 20m</c>; or null, with <paramref name="Seconds"/>.</param>
/// <param name="StartedAt">Null: now.</param>
public sealed record NewWorklog(string? TimeSpent, long? Seconds, DateTimeOffset? StartedAt, RichText? Comment, EstimateChange Estimate);

/// <summary>What becomes of the remaining estimate when work is logged.</summary>
/// <param name="Adjust"><c>auto</c>: less by what was worked; <c>leave</c>; <c>new</c>: <paramref name="Time"/> from now on; <c>manual</c>: less by <paramref name="Time"/>.</param>
public sealed record EstimateChange(string Adjust, string? Time = null)
{
    public static EstimateChange Auto { get; } = new("auto");
}
