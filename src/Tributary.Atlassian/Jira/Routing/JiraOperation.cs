namespace Tributary.Atlassian.Jira.Routing;

/// <summary>What the client asks of Jira, whatever the address is that answers it.</summary>
internal enum JiraOperation
{
    GetCurrentUser,
    Search,
    GetIssue,
    CreateIssue,
    CreateIssues,
    UpdateIssue,
    DeleteIssue,
    AssignIssue,
    ListTransitions,
    TransitionIssue,
    ListComments,
    AddComment,
    ListCreateTypes,
    ListCreateFields,
    ListEditFields,
    ListFields,
    FindUsers,
    FindAssignableUsers,
    ListProjects,
    ListBoards,
    ListSprints,
}
