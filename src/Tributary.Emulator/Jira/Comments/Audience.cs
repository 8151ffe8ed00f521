using System.Text.Json.Nodes;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Comments;

/// <summary>For whose eyes a comment or a worklog is: <c>visibility</c>, a group or a role of the project.</summary>
internal static class Audience
{
    private static readonly string[] Roles = ["Administrators", "Developers"];

    public static JsonObject Wire(JiraCall call, Visibility visibility)
    {
        var json = new JsonObject { ["type"] = visibility.Type, ["value"] = visibility.Value };
        if (call.IsCloud) json["identifier"] = call.Wiki.FindGroup(visibility.Value) is { } group && visibility.Type == "group" ? group.Id : visibility.Value;
        return json;
    }

    /// <summary>Null where all who see the issue are meant.</summary>
    /// <param name="complainAt">The name under which Jira complains.</param>
    public static Visibility? Of(JiraCall call, JsonObject json, Project project, string complainAt)
    {
        if (Given.Object(json, "visibility") is not { Count: > 0 } given) return null;
        string type = Given.Text(given, "type") ?? throw Given.Invalid();
        string name = Given.Text(given, "value") ?? Given.Text(given, "identifier") ?? throw Given.Invalid();
        return type switch
        {
            "group" => new Visibility("group", GroupOf(call, name, complainAt).Name),
            "role" => Role(call, project, name, complainAt),
            _ => throw Given.Invalid(),
        };
    }

    private static Group GroupOf(JiraCall call, string name, string complainAt)
    {
        Group group = call.Wiki.FindGroup(name) ?? throw JiraException.BadField(complainAt, $"Group: {name} does not exist.");
        return group.Members.Contains(call.User.AccountId) ? group : throw JiraException.BadField(complainAt, $"You are currently not a member of the group: {name}.");
    }

    private static Visibility Role(JiraCall call, Project project, string name, string complainAt)
    {
        string role = Roles.FirstOrDefault(role => role.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw JiraException.BadField(complainAt, $"Role: {name} does not exist.");
        var visibility = new Visibility("role", role);
        return call.Jira.CanSee(call.User, visibility, project) ? visibility : throw JiraException.BadField(complainAt, $"You are currently not a member of the project role: {name}.");
    }
}
