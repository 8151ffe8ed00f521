using System.Text.Json.Nodes;
using Tributary.Emulator.Jira.Fields;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary>The steps that a user can take an issue from where it is.</summary>
internal sealed class Transitions(JiraCall call)
{
    public IReadOnlyList<Transition> Open(Issue issue) => call.Jira.CanEdit(call.User, call.Jira.ProjectOf(issue)) ? [.. call.Jira.TransitionsOf(issue)] : [];

    public JsonArray List(Issue issue, bool withFields) => new([.. Open(issue).Select(transition => Of(issue, transition, withFields))]);

    public JsonObject Of(Issue issue, Transition transition, bool withFields)
    {
        var json = new JsonObject { ["id"] = transition.Id, ["name"] = transition.Name };
        if (!call.IsCloud) json["opsbarSequence"] = int.Parse(transition.Id, System.Globalization.CultureInfo.InvariantCulture);
        json["to"] = CatalogJson.Status(call, transition.ToStatusId);
        if (call.IsCloud)
        {
            json["hasScreen"] = transition.Screen.Count > 0;
            json["isGlobal"] = transition.FromStatusIds.Count == 0;
            json["isInitial"] = false;
            json["isAvailable"] = true;
            json["isConditional"] = false;
            json["isLooped"] = false;
        }

        if (withFields) json["fields"] = new ScreenMeta(call).Of(issue, transition);
        return json;
    }
}
