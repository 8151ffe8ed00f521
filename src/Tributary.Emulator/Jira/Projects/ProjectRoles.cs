using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Projects;

/// <summary><c>/project/{projectIdOrKey}/role</c>, who administers a project and who works in it, and <c>/project/type</c>.</summary>
internal static class ProjectRoles
{
    private static readonly (string Id, string Name, Func<Project, HashSet<string>> People)[] Roles =
    [
        ("10002", "Administrators", project => project.Administrators),
        ("10001", "Developers", project => project.Editors),
    ];

    private static readonly (string Key, string Name, string Color)[] Types = [("software", "Software", "#F5A623"), ("service_desk", "Service Desk", "#67AB49"), ("business", "Business", "#1D8832")];

    public static void Map(JiraRoutes routes)
    {
        routes.Get("/project/{projectIdOrKey}/role", call => Answer.Ok(Addresses(call, call.Project())));
        routes.Get("/project/{projectIdOrKey}/role/{id}", One);
        routes.Get("/project/type", _ => Answer.List([.. Types.Select(type => (JsonNode)Json(type))]));
        routes.Get("/project/type/{key}", call => Answer.Ok(Types.Any(type => type.Key == call.Route("key"))
            ? Json(Types.First(type => type.Key == call.Route("key")))
            : throw JiraException.NotFound($"No project type with the key '{call.Route("key")}' exists.")));
    }

    public static JsonObject Addresses(JiraCall call, Project project) =>
        new(Roles.Select(role => new KeyValuePair<string, JsonNode?>(role.Name, $"{call.Api}/project/{project.Id}/role/{role.Id}")));

    private static Answer One(JiraCall call)
    {
        Project project = call.Project();
        foreach ((string id, string name, Func<Project, HashSet<string>> people) in Roles)
        {
            if (id != call.Route("id")) continue;
            return Answer.Ok(new()
            {
                ["self"] = $"{call.Api}/project/{project.Id}/role/{id}",
                ["name"] = name,
                ["id"] = long.Parse(id, System.Globalization.CultureInfo.InvariantCulture),
                ["description"] = $"{name} of a project",
                ["actors"] = new JsonArray([.. people(project).Order(StringComparer.Ordinal).Select((identity, place) => Actor(call, identity, place)).OfType<JsonNode>()]),
            });
        }

        throw JiraException.NotFound("Can not retrieve a role actor for a null project role.");
    }

    private static JsonObject? Actor(JiraCall call, string identity, int place)
    {
        var json = new JsonObject { ["id"] = 10240 + place };
        if (call.Wiki.FindUser(identity) is { } user)
        {
            json["displayName"] = user.DisplayName;
            json["type"] = "atlassian-user-role-actor";
            if (call.IsCloud) json["actorUser"] = new JsonObject { ["accountId"] = user.AccountId };
            else json["name"] = user.Username;
            return json;
        }

        if (call.Wiki.FindGroup(identity) is not { } group) return null;
        json["displayName"] = group.Name;
        json["type"] = "atlassian-group-role-actor";
        json["name"] = group.Name;
        json["actorGroup"] = new JsonObject { ["name"] = group.Name, ["displayName"] = group.Name };
        if (call.IsCloud) json["actorGroup"]!["groupId"] = group.Id;
        return json;
    }

    private static JsonObject Json((string Key, string Name, string Color) type) => new()
    {
        ["key"] = type.Key,
        ["formattedKey"] = type.Name,
        ["descriptionI18nKey"] = $"jira.project.type.{type.Key}.description",
        ["icon"] = "",
        ["color"] = type.Color,
    };
}
