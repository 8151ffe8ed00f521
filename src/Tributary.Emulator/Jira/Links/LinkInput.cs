using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Links;

/// <summary>A link's type and ends as a request gives them.</summary>
internal static class LinkInput
{
    public static IssueLinkType Type(JsonObject given)
    {
        JsonObject type = Given.Object(given, "type") ?? throw JiraException.BadRequest("No issue link type is given: 'type' must have an id or a name.");
        string? id = Given.Text(type, "id"), name = Given.Text(type, "name");
        return Catalog.LinkTypes.FirstOrDefault(known => id is not null ? known.Id == id : known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw JiraException.NotFound(id is not null ? $"No issue link type with id '{id}' found." : $"No issue link type with name '{name}' found.");
    }

    public static Issue End(JiraCall call, JsonObject given, string name) =>
        Given.Object(given, name) is { } end && (Given.Text(end, "key") ?? Given.Text(end, "id")) is { } named ? call.Jira.VisibleIssue(call.User, named) : throw JiraException.NoIssue();
}
