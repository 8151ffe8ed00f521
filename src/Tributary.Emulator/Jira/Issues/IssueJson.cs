using System.Text.Json.Nodes;
using Tributary.Emulator.Jira.Fields;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary>Issues as the APIs show them.</summary>
internal sealed class IssueJson(JiraCall call)
{
    private const int MostChanges = 100;

    private readonly FieldJson fields = new(call);

    public JsonObject Of(Issue issue, IssueView view)
    {
        Field[] chosen = [.. view.Chosen(call.IsCloud).Where(field => IsPartOf(field, issue))];
        var json = new JsonObject
        {
            ["expand"] = "renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",
            ["id"] = $"{issue.Id}",
            ["self"] = $"{call.Api}/issue/{issue.Id}",
            ["key"] = issue.Key,
        };
        if (chosen.Length > 0 || !view.Fields.SequenceEqual(["id"])) json["fields"] = Object(chosen, field => fields.Of(field, issue));
        if (view.Expands("renderedFields")) json["renderedFields"] = Object(chosen, field => fields.Rendered(field, issue));
        if (view.Expands("names")) json["names"] = Object(chosen, field => field.Name);
        if (view.Expands("schema")) json["schema"] = Object(chosen, CatalogJson.Schema);
        if (view.Expands("transitions")) json["transitions"] = new Transitions(call).List(issue, withFields: view.Expands("transitions.fields"));
        if (view.Expands("editmeta")) json["editmeta"] = new JsonObject { ["fields"] = new ScreenMeta(call).Edit(issue) };
        if (view.Expands("operations")) json["operations"] = new JsonObject { ["linkGroups"] = new JsonArray() };
        if (view.Expands("changelog")) json["changelog"] = Changelog(issue);
        if (view.Properties.Count > 0) json["properties"] = Properties(issue, view.Properties);
        return json;
    }

    /// <summary>Names of fields by their ids, as searches tell them beside the issues.</summary>
    public JsonObject Names(IssueView view) => Object(view.Chosen(call.IsCloud), field => field.Name);

    public JsonObject Schemas(IssueView view) => Object(view.Chosen(call.IsCloud), CatalogJson.Schema);

    // Data Center's issues have a parent only where they are sub-tasks: an epic is in a field of its own.
    private bool IsPartOf(Field field, Issue issue) => call.IsCloud
        ? field.Id != "parent" || issue.Text("parent") is not null
        : field.Id != "parent" || Catalog.IssueTypes.First(type => type.Id == issue.TypeId).IsSubtask;

    private JsonObject Changelog(Issue issue)
    {
        // Cloud shows the latest, newest first; Data Center all, oldest first.
        IEnumerable<Change> changes = call.IsCloud ? issue.History.AsEnumerable().Reverse().Take(MostChanges) : issue.History;
        JsonNode[] histories = [.. changes.Select(change => new ChangeJson(call).Of(change))];
        return new() { ["startAt"] = 0, ["maxResults"] = histories.Length, ["total"] = issue.History.Count, ["histories"] = new JsonArray(histories) };
    }

    private static JsonObject Properties(Issue issue, IReadOnlyList<string> keys) => new(issue.Properties
        .Where(property => (keys.Contains("*all") || keys.Contains(property.Key)) && !keys.Contains("-" + property.Key))
        .Select(property => new KeyValuePair<string, JsonNode?>(property.Key, property.Value?.DeepClone())));

    private static JsonObject Object(IEnumerable<Field> chosen, Func<Field, JsonNode?> render) =>
        new(chosen.Select(field => new KeyValuePair<string, JsonNode?>(field.Id, render(field))));
}
