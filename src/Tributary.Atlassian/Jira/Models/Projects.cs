namespace Tributary.Atlassian.Jira.Models;

/// <summary>A project with what it has. GET /rest/api/3/project/{key}.</summary>
/// <param name="Roles">Their names.</param>
public sealed record ProjectDetails(
    Project Project, string Description, string Url, JiraUser? Lead, IReadOnlyList<IssueType> IssueTypes, IReadOnlyList<Component> Components, IReadOnlyList<ProjectVersion> Versions, IReadOnlyList<string> Roles);

public sealed record Component(string Id, string Name, string Description, JiraUser? Lead);

/// <summary>A release.</summary>
public sealed record ProjectVersion(string Id, string Name, string Description, bool IsReleased, bool IsArchived, DateOnly? StartDate, DateOnly? ReleaseDate);

/// <summary>What is to change of a version; null leaves it as it is.</summary>
/// <param name="ClearsStartDate">Takes away the date that it has.</param>
/// <param name="ClearsReleaseDate">The same.</param>
public sealed record VersionWrite(
    string? Name = null, string? Description = null, DateOnly? StartDate = null, DateOnly? ReleaseDate = null, bool? IsReleased = null, bool? IsArchived = null, bool ClearsStartDate = false, bool ClearsReleaseDate = false);

/// <summary>The statuses that issues of a type can have in a project.</summary>
public sealed record TypeStatuses(string IssueType, IReadOnlyList<string> Statuses);

/// <param name="Text">Part of a name or e-mail address.</param>
/// <param name="Project">Only who may be given issues of it.</param>
/// <param name="Issue">Only who may be given it.</param>
public sealed record UserQuery(string Text, ProjectKey? Project = null, IssueKey? Issue = null, int Start = 0, int Limit = 50);

/// <summary>What a site says of itself and of us.</summary>
/// <param name="ClockSkew">How far this machine's clock is ahead of the site's, to the second; null where the site tells no time.</param>
/// <param name="Version">Of Data Center; null on Cloud, whose version means nothing to a user.</param>
public sealed record JiraCheck(JiraUser User, TimeSpan? ClockSkew, string? Version);
