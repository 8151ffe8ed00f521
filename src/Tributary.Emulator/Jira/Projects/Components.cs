using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Jira.People;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Projects;

/// <summary><c>/project/{projectIdOrKey}/components</c> (and <c>/component</c> in pages on Cloud), <c>/component</c> and <c>/component/{id}</c>.</summary>
internal static class Components
{
    public static void Map(JiraRoutes routes)
    {
        routes.Get("/project/{projectIdOrKey}/components", List);
        routes.Post("/component", Create);
        routes.Get("/component/{id}", call =>
        {
            (Project project, Component component) = Named(call);
            return Answer.Ok(new ProjectJson(call).Component(project, component));
        });
        routes.Put("/component/{id}", Update);
        routes.Delete("/component/{id}", Delete);
        routes.Get("/component/{id}/relatedIssueCounts", call =>
        {
            string id = Named(call).Component.Id;
            return Answer.Ok(new() { ["self"] = $"{call.Api}/component/{id}", ["issueCount"] = Issues(call, id) });
        });
        if (routes.IsCloud) routes.Get("/project/{projectIdOrKey}/component", Pages);
    }

    private static int Issues(JiraCall call, string id) => call.Jira.Issues.Count(issue => issue.Texts("components").Contains(id));

    private static Answer List(JiraCall call)
    {
        Project project = call.Project();
        return Answer.List([.. project.Components.Select(component => (JsonNode)new ProjectJson(call).Component(project, component))]);
    }

    private static Answer Pages(JiraCall call)
    {
        Project project = call.Project();
        string query = call.Query("query") ?? "";
        Component[] found = [.. project.Components
            .Where(component => component.Name.Contains(query, StringComparison.OrdinalIgnoreCase) || component.Description.Contains(query, StringComparison.OrdinalIgnoreCase))
            .OrderBy(component => component.Name, StringComparer.OrdinalIgnoreCase)];
        return Answer.Ok(Paging.Of(call).Bean(call, found, component =>
        {
            JsonObject json = new ProjectJson(call).Component(project, component);
            json["issueCount"] = Issues(call, component.Id);
            return json;
        }));
    }

    private static Answer Create(JiraCall call)
    {
        string key = Given.Text(call.Json, "project") ?? throw JiraException.BadField("project", "Project must be specified to create a component.");
        Project project = call.Jira.VisibleProject(call.User, key);
        RequireAdministrator(call, project);
        string name = Name(Given.Text(call.Json, "name"), project, null);
        User? lead = Lead(call);
        string description = Given.Text(call.Json, "description") ?? "";
        Component component = call.Jira.AddComponent(project, name, description, lead?.AccountId);
        return Answer.Json(201, new ProjectJson(call).Component(project, component));
    }

    private static Answer Update(JiraCall call)
    {
        (Project project, Component component) = Named(call);
        RequireAdministrator(call, project);
        string name = call.Json["name"] is null ? component.Name : Name(Given.Text(call.Json, "name"), project, component);
        User? lead = Lead(call);
        string description = Given.Text(call.Json, "description") ?? component.Description;
        call.Jira.Change(() => (component.Name, component.Description, component.LeadId) = (name, description, lead?.AccountId ?? component.LeadId));
        return Answer.Ok(new ProjectJson(call).Component(project, component));
    }

    private static Answer Delete(JiraCall call)
    {
        (Project project, Component component) = Named(call);
        RequireAdministrator(call, project);
        Component? heir = call.Query("moveIssuesTo") is not { } id ? null : project.Components.Find(other => other.Id == id && other != component)
            ?? throw JiraException.NotFound($"The component with id {id} does not exist.");
        call.Jira.DeleteComponent(call.User, project, component, heir?.Id);
        return Answer.NoContent();
    }

    private static (Project Project, Component Component) Named(JiraCall call) =>
        call.Jira.FindComponent(call.Route("id")) is { } found && call.Jira.CanSee(call.User, found.Project) ? found : throw JiraException.NotFound($"The component with id {call.Route("id")} does not exist.");

    private static void RequireAdministrator(JiraCall call, Project project)
    {
        if (!call.Jira.CanAdminister(call.User, project)) throw JiraException.Forbidden("You must have global or project administrator rights in order to modify components.");
    }

    private static string Name(string? name, Project project, Component? self)
    {
        if (string.IsNullOrWhiteSpace(name)) throw JiraException.BadField("name", "The component name specified is invalid - cannot be an empty string.");
        if (project.Components.Any(other => other != self && other.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) throw JiraException.BadField("name", $"A component with the name {name} already exists in this project.");
        return name;
    }

    private static User? Lead(JiraCall call) => Given.Text(call.Json, call.IsCloud ? "leadAccountId" : "leadUserName") switch
    {
        null => null,
        { } identity => UserJson.Find(call.Site, identity) ?? throw JiraException.BadField(call.IsCloud ? "leadAccountId" : "leadUserName", $"The user {identity} does not exist."),
    };
}
