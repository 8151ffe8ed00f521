using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Seeds;

/// <summary>The projects of a seed file.</summary>
internal static class SeedProjectReader
{
    public static SeedProject Project(SeedObject project) => new()
    {
        Key = project.Required("key"),
        Name = project.Required("name"),
        Description = project.Text("description"),
        Type = project.Word("type", "software", "service_desk", "business") ?? "software",
        Lead = project.Text("lead", "alice"),
        At = project.Text("at", "-365d"),
        Viewers = project.Texts("viewers", Wiki.UsersGroup),
        Editors = project.Texts("editors", Wiki.UsersGroup),
        Administrators = project.Texts("administrators", Wiki.AdministratorsGroup),
        Versions = project.Each("versions", version => new SeedRelease(version.Required("name"), version.Text("description"), version.Flag("released"), version.Optional("start"), version.Optional("release"))),
        Components = project.Each("components", component => new SeedComponent(component.Required("name"), component.Text("description"), component.Optional("lead"))),
        Boards = project.Each("boards", Board),
        RequestTypes = project.Each("requestTypes", type => new SeedNamed(type.Required("name"), type.Text("description"), type.Required("type"))),
        Queues = project.Each("queues", Query),
        Filters = project.Each("filters", Query),
        Issues = project.Each("issues", Issue),
    };

    private static SeedNamed Query(SeedObject named) => new(named.Required("name"), named.Text("by", "alice"), named.Required("jql"));

    private static SeedBoard Board(SeedObject board) => new(
        board.Required("name"),
        board.Word("type", "scrum", "kanban") ?? "scrum",
        board.Each("sprints", sprint => new SeedSprint(sprint.Required("name"), sprint.Text("goal"), sprint.Word("state", "future", "active", "closed") ?? "future", sprint.Optional("start"), sprint.Optional("end"))));

    private static SeedIssue Issue(SeedObject issue) => new()
    {
        Type = issue.Required("type"),
        Summary = issue.Required("summary"),
        Description = issue.Optional("description"),
        By = issue.Text("by", "alice"),
        At = issue.Required("at"),
        Values = Values(issue),
        Links = issue.Each("links", link => new SeedLink(link.Required("type"), link.Required("to"))),
        Watchers = issue.Texts("watchers"),
        Votes = issue.Texts("votes"),
        Events = issue.Each("events", Event),
        Development = issue.Values("development") is { Count: > 0 } development ? new JsonObject(development) : null,
    };

    private static SeedEvent Event(SeedObject happened) => new(
        happened.Required("by"),
        happened.Required("at"),
        Values(happened) with { Summary = happened.Optional("summary") },
        happened.Optional("comment"),
        happened.Flag("internal"),
        happened.Optional("worked"));

    private static SeedValues Values(SeedObject from) => new()
    {
        Status = from.Optional("status"),
        Resolution = from.Optional("resolution"),
        Priority = from.Optional("priority"),
        Assignee = from.Optional("assignee"),
        Reporter = from.Optional("reporter"),
        Parent = from.Optional("parent"),
        Due = from.Optional("due"),
        Severity = from.Optional("severity"),
        Environment = from.Optional("environment"),
        RequestType = from.Optional("requestType"),
        Estimate = from.Optional("estimate"),
        Points = from.Number("points"),
        Labels = from.OptionalTexts("labels"),
        Components = from.OptionalTexts("components"),
        Versions = from.OptionalTexts("versions"),
        FixVersions = from.OptionalTexts("fixVersions"),
        Sprints = from.OptionalTexts("sprints"),
        Environments = from.OptionalTexts("environments"),
    };
}
