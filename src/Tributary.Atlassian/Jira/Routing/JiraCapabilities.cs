using System.Collections.Frozen;
using Tributary.Atlassian.Routing;
using static Tributary.Atlassian.Jira.Routing.JiraOperation;

namespace Tributary.Atlassian.Jira.Routing;

/// <summary>Where each operation is answered: v3 on Cloud, v2 on Data Center, the APIs of boards and service desks on both. No row, no operation.</summary>
internal static class JiraCapabilities
{
    private const string Desk = "rest/servicedeskapi/";

    private static readonly FrozenDictionary<JiraOperation, Capability<JiraOperation>> Table = new[]
    {
        Row(GetCurrentUser, Get("myself")),
        Row(Search, cloud: Post("search/jql") with { OnlyReads = true }, dataCenter: Post("search") with { OnlyReads = true }),
        Row(GetIssue, Get("issue/{key}")),
        Row(CreateIssue, Post("issue")),
        Row(CreateIssues, Post("issue/bulk")),
        Row(UpdateIssue, Put("issue/{key}")),
        Row(DeleteIssue, Delete("issue/{key}")),
        Row(AssignIssue, Put("issue/{key}/assignee")),
        Row(ListTransitions, Get("issue/{key}/transitions")),
        Row(TransitionIssue, Post("issue/{key}/transitions")),
        Row(ListComments, Get("issue/{key}/comment")),
        Row(AddComment, Post("issue/{key}/comment")),
        Row(GetComment, Get("issue/{key}/comment/{id}")),
        Row(UpdateComment, Put("issue/{key}/comment/{id}")),
        Row(DeleteComment, Delete("issue/{key}/comment/{id}")),
        Row(ListWorklogs, Get("issue/{key}/worklog")),
        Row(AddWorklog, Post("issue/{key}/worklog")),
        Row(GetWorklog, Get("issue/{key}/worklog/{id}")),
        Row(DeleteWorklog, Delete("issue/{key}/worklog/{id}")),
        Row(ListRoles, Get("project/{key}/role")),
        Row(AddAttachment, Post("issue/{key}/attachments")),
        Row(DownloadAttachment, cloud: Get("attachment/content/{id}"), dataCenter: Get("secure/attachment/{id}/{name}")),
        Row(DeleteAttachment, Delete("attachment/{id}")),
        Row(ListLinkTypes, Get("issueLinkType")),
        Row(LinkIssues, Post("issueLink")),
        Row(GetLink, Get("issueLink/{id}")),
        Row(DeleteLink, Delete("issueLink/{id}")),
        Row(ListRemoteLinks, Get("issue/{key}/remotelink")),
        Row(AddRemoteLink, Post("issue/{key}/remotelink")),
        Row(DeleteRemoteLink, Delete("issue/{key}/remotelink/{id}")),
        Row(ListWatchers, Get("issue/{key}/watchers")),
        Row(AddWatcher, Post("issue/{key}/watchers")),
        Row(RemoveWatcher, Delete("issue/{key}/watchers")),
        Row(ListChanges, cloud: Get("issue/{key}/changelog"), dataCenter: null, instead: GetIssue),
        Row(ListCreateTypes, Get("issue/createmeta/{project}/issuetypes")),
        Row(ListCreateFields, Get("issue/createmeta/{project}/issuetypes/{type}")),
        Row(ListEditFields, Get("issue/{key}/editmeta")),
        Row(ListFields, Get("field")),
        Row(FindUsers, Get("user/search")),
        Row(FindAssignableUsers, Get("user/assignable/search")),
        Row(ListProjects, cloud: Get("project/search"), dataCenter: Get("project")),
        Row(ListBoards, Agile("board")),
        Row(ListSprints, Agile("board/{id}/sprint")),

        Row(GetBoard, Agile("board/{id}")),
        Row(ListProjectsOfBoard, Agile("board/{id}/project")),
        Row(ListIssuesOfBoard, cloud: Get("rest/software/1.0/board/{id}/issue"), dataCenter: Agile("board/{id}/issue")),
        Row(ListBacklogOfBoard, cloud: Get("rest/software/1.0/board/{id}/backlog"), dataCenter: Agile("board/{id}/backlog")),
        Row(GetSprint, Agile("sprint/{id}")),
        Row(CreateSprint, Post("rest/agile/1.0/sprint")),
        Row(UpdateSprint, Post("rest/agile/1.0/sprint/{id}")),
        Row(MoveToSprint, Post("rest/agile/1.0/sprint/{id}/issue")),
        Row(MoveToBacklog, Post("rest/agile/1.0/backlog/issue")),
        Row(GetProject, Get("project/{key}")),
        Row(ListStatusesOfProject, Get("project/{key}/statuses")),
        Row(ListVersions, Get("project/{key}/versions")),
        Row(CreateVersion, Post("version")),
        Row(UpdateVersion, Put("version/{id}")),
        Row(GetUser, Get("user")),
        Row(CountDevelopment, Get("rest/dev-status/1.0/issue/summary")),
        Row(ListDevelopment, Get("rest/dev-status/1.0/issue/detail")),
        Row(ListServiceDesks, Get(Desk + "servicedesk")),
        Row(ListRequestTypes, Get(Desk + "servicedesk/{id}/requesttype")),
        Row(ListRequestFields, Get(Desk + "servicedesk/{id}/requesttype/{type}/field")),
        Row(CreateRequest, Post(Desk + "request")),
        Row(ListQueues, Get(Desk + "servicedesk/{id}/queue")),
        Row(ListIssuesOfQueue, Get(Desk + "servicedesk/{id}/queue/{queue}/issue")),
        Row(ListSlas, Get(Desk + "request/{key}/sla")),
        Row(GetServerInformation, Get("serverInfo")),
    }.ToFrozenDictionary(row => row.Operation);

    /// <summary>Every row, in the table's order.</summary>
    public static IReadOnlyList<Capability<JiraOperation>> All { get; } = [.. Enum.GetValues<JiraOperation>().Select(operation => Table[operation])];

    /// <exception cref="AtlassianException">This deployment does not offer it.</exception>
    public static Route Of(JiraOperation operation, Deployment deployment) => Table[operation].On(deployment) ?? throw new AtlassianException(
        AtlassianErrorKind.Unsupported, operation.ToString(), status: null,
        $"Jira {(deployment == Deployment.Cloud ? "Cloud" : "Data Center")} does not offer {Table[operation].Lacking ?? "this operation"}.")
    { Product = AtlassianProduct.Jira };

    public static bool Has(JiraOperation operation, Deployment deployment) => Table[operation].On(deployment) is not null;

    private static Capability<JiraOperation> Row(JiraOperation operation, Route both) => Row(operation, both, both);

    private static Capability<JiraOperation> Row(JiraOperation operation, Route? cloud, Route? dataCenter, string? lacking = null, JiraOperation? instead = null) =>
        new(operation, cloud is null ? null : At("rest/api/3/", cloud), dataCenter is null ? null : At("rest/api/2/", dataCenter), lacking, instead);

    private static Route At(string api, Route route) => route.Template.StartsWith("rest/", StringComparison.Ordinal) || route.Template.StartsWith("secure/", StringComparison.Ordinal) ? route : route with { Template = api + route.Template };

    private static Route Get(string template) => new(HttpMethod.Get, template) { Product = AtlassianProduct.Jira };

    private static Route Agile(string template) => Get("rest/agile/1.0/" + template);

    private static Route Post(string template) => new(HttpMethod.Post, template) { Product = AtlassianProduct.Jira };

    private static Route Put(string template) => new(HttpMethod.Put, template) { Product = AtlassianProduct.Jira };

    private static Route Delete(string template) => new(HttpMethod.Delete, template) { Product = AtlassianProduct.Jira };
}
