using Tributary.Atlassian.Http.Egress;
using Tributary.Atlassian.Http.Errors;
using Tributary.Atlassian.Jira.Models;
using Tributary.Atlassian.Jira.Routing;
using Tributary.Atlassian.Jira.Wire;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira;

public sealed partial class JiraClient
{
    private const int MostListed = 200;

    /// <summary>All fields of the site; remembered for ten minutes.</summary>
    public async Task<IReadOnlyList<Field>> ListFieldsAsync(CancellationToken cancellationToken)
    {
        if (fields.TryGet("", out IReadOnlyList<Field>? known)) return known;
        IReadOnlyList<WireField> list = await SendAsync(Route(JiraOperation.ListFields).Request("list fields"), JiraJson.Default.IReadOnlyListWireField, cancellationToken);
        Field[] read = [.. list.Select(JiraReader.Field)];
        fields.Keep("", read);
        return read;
    }

    /// <summary>What may be created in a project.</summary>
    public async Task<IReadOnlyList<IssueType>> ListIssueTypesAsync(ProjectKey project, CancellationToken cancellationToken)
    {
        WireTypes list = await SendAsync(
            Route(JiraOperation.ListCreateTypes).Request($"list issue types of {project}", project.ToString(), query: new Parameters { { "maxResults", MostListed } }),
            JiraJson.Default.WireTypes, cancellationToken);
        return [.. (list.IssueTypes ?? list.Values ?? []).Select(type => new IssueType(type.Id ?? "", type.Name ?? "", type.Subtask ?? false))];
    }

    /// <summary>The screen for a new issue.</summary>
    public async Task<IReadOnlyList<ScreenField>> ListCreateFieldsAsync(ProjectKey project, string issueTypeId, CancellationToken cancellationToken)
    {
        List<ScreenField> read = [];
        WireScreenFields list;
        do
        {
            list = await SendAsync(
                Route(JiraOperation.ListCreateFields).Request(
                    $"list fields for a new issue in {project}", project.ToString(), issueTypeId, query: new Parameters { { "startAt", read.Count }, { "maxResults", MostListed } }),
                JiraJson.Default.WireScreenFields, cancellationToken);
            read.AddRange((list.Fields ?? list.Values ?? []).Select(field => JiraReader.ScreenField(field)));
        }
        while (read.Count < (list.Total ?? 0) && (list.Fields ?? list.Values) is { Count: > 0 });
        return read;
    }

    /// <summary>The screen for a change of this issue.</summary>
    public async Task<IReadOnlyList<ScreenField>> ListEditFieldsAsync(IssueKey key, CancellationToken cancellationToken)
    {
        WireEditFields list = await SendAsync(
            Route(JiraOperation.ListEditFields).Request($"list fields to edit of {key}", key.ToString()), JiraJson.Default.WireEditFields, cancellationToken);
        return [.. (list.Fields ?? new Dictionary<string, WireScreenField>()).Select(field => JiraReader.ScreenField(field.Value, field.Key))];
    }

    /// <param name="text">Part of a name or e-mail address.</param>
    public async Task<IReadOnlyList<JiraUser>> FindUsersAsync(string text, int limit, CancellationToken cancellationToken) => Read(await SendAsync(
        Route(JiraOperation.FindUsers).Request("find users", query: new Parameters { { IsCloud ? "query" : "username", text }, { "maxResults", limit } }),
        JiraJson.Default.IReadOnlyListWireUser, cancellationToken));

    /// <summary>Who may be given issues of a project.</summary>
    public async Task<IReadOnlyList<JiraUser>> FindAssignableUsersAsync(ProjectKey project, string text, int limit, CancellationToken cancellationToken) => Read(await SendAsync(
        Route(JiraOperation.FindAssignableUsers).Request(
            $"find users for issues of {project}", query: new Parameters { { "project", project.ToString() }, { IsCloud ? "query" : "username", text }, { "maxResults", limit } }),
        JiraJson.Default.IReadOnlyListWireUser, cancellationToken));

    /// <summary>Whom the credential stands for.</summary>
    public async Task<JiraUser> GetCurrentUserAsync(CancellationToken cancellationToken) =>
        JiraReader.User(await SendAsync(Route(JiraOperation.GetCurrentUser).Request("get current user"), JiraJson.Default.WireUser, cancellationToken));

    /// <summary>The groups that the credential's user is in.</summary>
    public async Task<IReadOnlyList<string>> ListOwnGroupsAsync(CancellationToken cancellationToken)
    {
        WireUser user = await SendAsync(
            Route(JiraOperation.GetCurrentUser).Request("list own groups", query: new Parameters { { "expand", "groups" } }), JiraJson.Default.WireUser, cancellationToken);
        return [.. (user.Groups?.Items ?? []).Select(group => group.Name).OfType<string>()];
    }

    /// <summary>The names of a project's roles; null where Jira tells them to administrators alone.</summary>
    public async Task<IReadOnlyList<string>?> ListRolesAsync(ProjectKey project, CancellationToken cancellationToken)
    {
        UpstreamRequest request = Route(JiraOperation.ListRoles).Request($"list roles of {project}", project.ToString());
        using UpstreamAnswer answer = await connection.Egress.AnyAnswerAsync(request, cancellationToken);
        if (answer.Status is 401 or 403 or 404) return null;
        return answer.IsSuccess ? [.. JsonAnswers.Read(request, answer, JiraJson.Default.IReadOnlyDictionaryStringJsonElement).Keys] : throw Refusal.Of(request, answer, connection.Egress.Clock.GetUtcNow());
    }

    /// <summary>All projects that this user sees.</summary>
    public async Task<IReadOnlyList<Project>> ListProjectsAsync(CancellationToken cancellationToken)
    {
        const string operation = "list projects";
        if (!IsCloud) return Read(await SendAsync(Route(JiraOperation.ListProjects).Request(operation), JiraJson.Default.IReadOnlyListWireProject, cancellationToken));

        List<WireProject> all = [];
        WireProjects page;
        do
        {
            page = await SendAsync(
                Route(JiraOperation.ListProjects).Request(operation, query: new Parameters { { "startAt", all.Count }, { "maxResults", 100 } }), JiraJson.Default.WireProjects, cancellationToken);
            all.AddRange(page.Values ?? []);
        }
        while (page.IsLast == false && page.Values is { Count: > 0 });
        return Read(all);
    }

    private static Project[] Read(IEnumerable<WireProject> list) => [.. list.Select(JiraReader.Project).OfType<Project>()];

    private static JiraUser[] Read(IEnumerable<WireUser> list) => [.. list.Select(JiraReader.User)];
}
