using System.Globalization;
using System.Text.Json;
using Tributary.Atlassian.Jira.Models;
using Tributary.Atlassian.Jira.Routing;
using Tributary.Atlassian.Jira.Wire;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira;

public sealed partial class JiraClient
{
    public async Task<ProjectDetails> GetProjectAsync(ProjectKey key, CancellationToken cancellationToken)
    {
        string operation = $"get project {key}";
        WireProjectDetails project = await SendAsync(Route(JiraOperation.GetProject).Request(operation, key.ToString()), ProjectJson.Default.WireProjectDetails, cancellationToken);
        return reader.Project(project, operation);
    }

    /// <summary>Which statuses issues of a project can have, by issue type.</summary>
    public async Task<IReadOnlyList<TypeStatuses>> ListStatusesAsync(ProjectKey project, CancellationToken cancellationToken)
    {
        IReadOnlyList<WireTypeStatuses> types = await SendAsync(
            Route(JiraOperation.ListStatusesOfProject).Request($"list statuses of {project}", project.ToString()), ProjectJson.Default.IReadOnlyListWireTypeStatuses, cancellationToken);
        return [.. types.Select(type => new TypeStatuses(type.Name ?? "", [.. (type.Statuses ?? []).Select(status => status.Name).OfType<string>()]))];
    }

    /// <summary>All releases of a project, in its own order: the oldest first, as a rule.</summary>
    public async Task<IReadOnlyList<ProjectVersion>> ListVersionsAsync(ProjectKey project, CancellationToken cancellationToken)
    {
        IReadOnlyList<WireVersion> versions = await SendAsync(
            Route(JiraOperation.ListVersions).Request($"list versions of {project}", project.ToString()), ProjectJson.Default.IReadOnlyListWireVersion, cancellationToken);
        return [.. versions.Select(JiraReader.Version)];
    }

    /// <param name="version">With a name.</param>
    public async Task<ProjectVersion> CreateVersionAsync(ProjectKey project, VersionWrite version, CancellationToken cancellationToken)
    {
        Func<HttpContent> body = Body(json =>
        {
            json.WriteString("project", project.ToString());
            Write(json, version);
        });
        return JiraReader.Version(await SendAsync(Route(JiraOperation.CreateVersion).Request($"create version in {project}", content: body), ProjectJson.Default.WireVersion, cancellationToken));
    }

    public async Task<ProjectVersion> UpdateVersionAsync(string id, VersionWrite write, CancellationToken cancellationToken) => JiraReader.Version(await SendAsync(
        Route(JiraOperation.UpdateVersion).Request($"update version {id}", id, content: Body(json => Write(json, write))), ProjectJson.Default.WireVersion, cancellationToken));

    /// <summary>People by a part of their names; only who may be given issues, if the query names a project or an issue.</summary>
    public async Task<IReadOnlyList<JiraUser>> FindUsersAsync(UserQuery query, CancellationToken cancellationToken)
    {
        bool assignable = query.Project is not null || query.Issue is not null;
        var parameters = new Parameters
        {
            { "project", query.Issue is null ? query.Project?.ToString() : null }, { "issueKey", query.Issue?.ToString() }, { IsCloud ? "query" : "username", query.Text },
            { "startAt", query.Start }, { "maxResults", query.Limit },
        };
        return Read(await SendAsync(
            Route(assignable ? JiraOperation.FindAssignableUsers : JiraOperation.FindUsers).Request("find users", query: parameters), JiraJson.Default.IReadOnlyListWireUser, cancellationToken));
    }

    /// <param name="id">An account id on Cloud, a user name on Data Center.</param>
    public async Task<JiraUser> GetUserAsync(string id, CancellationToken cancellationToken) => JiraReader.User(await SendAsync(
        Route(JiraOperation.GetUser).Request("get user", query: new Parameters { { IsCloud ? "accountId" : "username", id } }), JiraJson.Default.WireUser, cancellationToken));

    private static void Write(Utf8JsonWriter json, VersionWrite version)
    {
        if (version.Name is not null) json.WriteString("name", version.Name);
        if (version.Description is not null) json.WriteString("description", version.Description);
        if (version.StartDate is { } start) json.WriteString("startDate", Day(start));
        else if (version.ClearsStartDate) json.WriteNull("startDate");
        if (version.ReleaseDate is { } release) json.WriteString("releaseDate", Day(release));
        else if (version.ClearsReleaseDate) json.WriteNull("releaseDate");
        if (version.IsReleased is { } released) json.WriteBoolean("released", released);
        if (version.IsArchived is { } archived) json.WriteBoolean("archived", archived);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
