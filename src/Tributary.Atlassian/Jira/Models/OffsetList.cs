namespace Tributary.Atlassian.Jira.Models;

/// <summary>A part of a list that goes on by number.</summary>
/// <param name="Total">Null where Jira does not tell.</param>
/// <param name="NextStart">Null at the end.</param>
public sealed record OffsetList<T>(IReadOnlyList<T> Items, int? Total, int? NextStart);
