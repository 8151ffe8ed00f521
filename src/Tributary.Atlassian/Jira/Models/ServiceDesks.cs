namespace Tributary.Atlassian.Jira.Models;

/// <summary>A service desk: a service project under a number of its own. GET /rest/servicedeskapi/servicedesk.</summary>
public sealed record ServiceDesk(string Id, ProjectKey Project, string Name);

/// <summary>What customers can ask for.</summary>
public sealed record RequestType(string Id, string Name, string Description);

/// <summary>The form of a request type.</summary>
public sealed record RequestForm(IReadOnlyList<ScreenField> Fields, bool CanRaiseOnBehalfOf);

/// <param name="Fields">By the fields' ids.</param>
/// <param name="OnBehalfOf">An account id on Cloud, a user name on Data Center; null for oneself.</param>
public sealed record NewRequest(string DeskId, string RequestTypeId, IReadOnlyDictionary<string, FieldValue> Fields, string? OnBehalfOf);

/// <param name="PortalUrl">Where its customer sees it.</param>
public sealed record CreatedRequest(CreatedIssue Issue, string? Status, string? PortalUrl);

/// <param name="Jql">What it shows, of its own project.</param>
public sealed record RequestQueue(string Id, string Name, string Jql, int? IssueCount);

/// <summary>A promise to a customer, and how it stands.</summary>
/// <param name="State"><c>ongoing</c>, <c>paused</c>, <c>met</c> or <c>breached</c>.</param>
/// <param name="Goal">As Jira shows it: <c>4h 0m</c>; so are the two after it.</param>
public sealed record Sla(string Name, string State, string? Goal, string? Elapsed, string? Remaining, DateTimeOffset? BreachesAt);
