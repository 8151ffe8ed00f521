using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Projects;

/// <summary><c>/project/{projectIdOrKey}/versions</c> (and <c>/version</c> in pages), <c>/version</c> and <c>/version/{id}</c> with its counts.</summary>
internal static class Versions
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/project/{projectIdOrKey}/versions", List);
        routes.Get("/project/{projectIdOrKey}/version", Pages);
        routes.Post("/version", Create);
        routes.Get("/version/{id}", call =>
        {
            (Project project, ProjectVersion version) = Named(call);
            return Answer.Ok(new ProjectJson(call).Version(project, version));
        });
        routes.Put("/version/{id}", Update);
        routes.Delete("/version/{id}", Delete);
        routes.Get("/version/{id}/relatedIssueCounts", Related);
        routes.Get("/version/{id}/unresolvedIssueCount", Unresolved);
    }

    private static Answer List(JiraCall call)
    {
        Project project = call.Project();
        return Answer.List([.. project.Versions.Select(version => (JsonNode)new ProjectJson(call).Version(project, version))]);
    }

    private static Answer Pages(JiraCall call)
    {
        Project project = call.Project();
        string query = call.Query("query") ?? "";
        IReadOnlyList<string> status = call.Many("status");
        ProjectVersion[] found = [.. project.Versions.Where(version =>
            version.Name.Contains(query, StringComparison.OrdinalIgnoreCase)
            && (status.Count == 0 || status.Contains(version.IsArchived ? "archived" : version.IsReleased ? "released" : "unreleased")))];
        string order = call.Query("orderBy") ?? "sequence";
        IEnumerable<ProjectVersion> ordered = order.TrimStart('-', '+') switch
        {
            "name" => found.OrderBy(version => version.Name, StringComparer.OrdinalIgnoreCase),
            "releaseDate" => found.OrderBy(version => version.ReleaseDate),
            "startDate" => found.OrderBy(version => version.StartDate),
            "description" => found.OrderBy(version => version.Description, StringComparer.OrdinalIgnoreCase),
            "sequence" => found,
            _ => throw JiraException.BadRequest($"The value '{order}' is not supported for the parameter 'orderBy'."),
        };
        if (order.StartsWith('-')) ordered = ordered.Reverse();
        return Answer.Ok(Paging.Of(call).Bean(call, [.. ordered], version => new ProjectJson(call).Version(project, version)));
    }

    private static Answer Related(JiraCall call)
    {
        string id = Named(call).Version.Id;
        return Answer.Ok(new()
        {
            ["self"] = $"{call.Api}/version/{id}",
            ["issuesFixedCount"] = call.Jira.Issues.Count(issue => issue.Texts("fixVersions").Contains(id)),
            ["issuesAffectedCount"] = call.Jira.Issues.Count(issue => issue.Texts("versions").Contains(id)),
            ["issueCountWithCustomFieldsShowingVersion"] = 0,
            ["customFieldUsage"] = new JsonArray(),
        });
    }

    private static Answer Unresolved(JiraCall call)
    {
        string id = Named(call).Version.Id;
        Issue[] issues = [.. call.Jira.Issues.Where(issue => issue.Texts("fixVersions").Contains(id))];
        var json = new JsonObject { ["self"] = $"{call.Api}/version/{id}", ["issuesUnresolvedCount"] = issues.Count(issue => issue.Text("resolution") is null) };
        if (call.IsCloud) json["issuesCount"] = issues.Length;
        return Answer.Ok(json);
    }

    private static Answer Create(JiraCall call)
    {
        string named = Given.Text(call.Json, "projectId") ?? Given.Text(call.Json, "project") ?? throw JiraException.BadField("project", "Project must be specified to create a version.");
        Project project = call.Jira.VisibleProject(call.User, named);
        RequireAdministrator(call, project);
        string name = Name(Given.Text(call.Json, "name"), project, null);
        (DateOnly? start, DateOnly? release) = Days(call.Json);
        ProjectVersion version = call.Jira.AddVersion(project, name);
        call.Jira.Change(() => Fill(version, call.Json, start, release));
        return Answer.Json(201, new ProjectJson(call).Version(project, version));
    }

    private static Answer Update(JiraCall call)
    {
        (Project project, ProjectVersion version) = Named(call);
        RequireAdministrator(call, project);
        string? name = call.Json["name"] is null ? null : Name(Given.Text(call.Json, "name"), project, version);
        (DateOnly? start, DateOnly? release) = Days(call.Json);
        call.Jira.Change(() =>
        {
            version.Name = name ?? version.Name;
            Fill(version, call.Json, start, release);
        });
        return Answer.Ok(new ProjectJson(call).Version(project, version));
    }

    private static Answer Delete(JiraCall call)
    {
        (Project project, ProjectVersion version) = Named(call);
        RequireAdministrator(call, project);
        call.Jira.DeleteVersion(
            call.User,
            project,
            version,
            call.Query("moveFixIssuesTo") is { } fix ? Other(project, version, fix).Id : null,
            call.Query("moveAffectedIssuesTo") is { } affected ? Other(project, version, affected).Id : null);
        return Answer.NoContent();
    }

    private static ProjectVersion Other(Project project, ProjectVersion version, string id) => project.Versions.Find(other => other.Id == id && other != version)
        ?? throw JiraException.BadRequest($"The version with id {id} does not exist, or is the one to be deleted.");

    private static (Project Project, ProjectVersion Version) Named(JiraCall call) =>
        call.Jira.FindVersion(call.Route("id")) is { } found && call.Jira.CanSee(call.User, found.Project) ? found : throw JiraException.NotFound($"Could not find version for id '{call.Route("id")}'");

    private static void RequireAdministrator(JiraCall call, Project project)
    {
        if (call.Jira.CanAdminister(call.User, project)) return;
        const string Refusal = "You must have global or project administrator rights in order to modify versions.";
        throw !call.IsCloud ? JiraException.Forbidden(Refusal) : HttpMethods.IsPost(call.Http.Method) ? JiraException.NotFound(Refusal) : JiraException.Unauthorized(Refusal);
    }

    private static string Name(string? name, Project project, ProjectVersion? self)
    {
        if (string.IsNullOrWhiteSpace(name)) throw JiraException.BadField("name", "You must specify a valid version name");
        if (name.Length > 255) throw JiraException.BadField("name", "Version name can not be longer than 255 characters");
        if (project.Versions.Any(other => other != self && other.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) throw JiraException.BadField("name", "A version with this name already exists in this project.");
        return name;
    }

    private static (DateOnly? Start, DateOnly? Release) Days(JsonObject json)
    {
        DateOnly? start = Day(json, "startDate"), release = Day(json, "releaseDate");
        if (start > release) throw JiraException.BadField("releaseDate", "The release date must be after the start date");
        return (start, release);
    }

    private static DateOnly? Day(JsonObject json, string name) => Given.Text(json, name) switch
    {
        null => null,
        { } text => JiraTime.ReadDay(text) ?? throw JiraException.BadField(name, "Please enter the date in the following format: yyyy-MM-dd"),
    };

    private static void Fill(ProjectVersion version, JsonObject json, DateOnly? start, DateOnly? release)
    {
        version.Description = Given.Text(json, "description") ?? version.Description;
        version.IsReleased = Given.Flag(json, "released") ?? version.IsReleased;
        version.IsArchived = Given.Flag(json, "archived") ?? version.IsArchived;

        // A date that is given as null is taken away.
        version.StartDate = json.ContainsKey("startDate") ? start : version.StartDate;
        version.ReleaseDate = json.ContainsKey("releaseDate") ? release : version.ReleaseDate;
    }
}
