namespace Tributary.Atlassian.Jira.Models;

/// <summary>What the connected source control knows of an issue, by an internal API of Atlassian's: it may change without notice.</summary>
public sealed record DevelopmentInfo(IReadOnlyList<DevelopmentBranch> Branches, IReadOnlyList<DevelopmentCommit> Commits, IReadOnlyList<PullRequest> PullRequests, int Builds);

public sealed record DevelopmentBranch(string Name, string? Repository, string? Url);

public sealed record DevelopmentCommit(string Id, string Message, string? Author, DateTimeOffset? When, string? Repository, string? Url);

/// <param name="Status"><c>OPEN</c>, <c>MERGED</c> or <c>DECLINED</c>.</param>
public sealed record PullRequest(string Id, string Name, string Status, string? Author, string? Source, string? Destination, DateTimeOffset? UpdatedAt, string? Url);
