using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary>Reads <c>fields</c> and <c>update</c> of a request against a screen; every field that is wrong is named, with Jira's words for it.</summary>
/// <param name="issue">Null while it is created.</param>
internal sealed class FieldInput(JiraCall call, Project project, string typeId, IReadOnlyList<ScreenField> screen, Issue? issue)
{
    // What goes with its own verbs, beside any screen.
    private static readonly string[] Beside = ["comment", "worklog", "issuelinks"];

    // Whatever the screen says: every issue has them.
    private static readonly string[] NeverEmpty = ["summary", "issuetype", "reporter"];

    private readonly FieldValue values = new(call, project, typeId, issue);
    private readonly Dictionary<string, JsonNode?> changed = [];
    private readonly List<Action<Issue>> effects = [];
    private readonly Dictionary<string, string> errors = [];

    /// <param name="requiresAll">Whether what the screen requires must have a value, rather than keep the one that it has.</param>
    public IssueChange Read(JsonObject body, bool requiresAll)
    {
        JsonObject fields = Given.Object(body, "fields") ?? [], update = Given.Object(body, "update") ?? [];
        foreach ((string id, JsonNode? wire) in fields)
        {
            if (update.ContainsKey(id)) errors[id] = $"Field '{id}' cannot appear in both 'fields' and 'update'";
            else Try(() => Set(Settable(id), wire));
        }

        foreach ((string id, JsonNode? operations) in update) Try(() => Operate(id, operations));
        foreach (ScreenField on in screen.Where(on => on.Required && !errors.ContainsKey(on.FieldId)))
        {
            if (IsMissing(on.FieldId, requiresAll)) errors[on.FieldId] = Missing(on.FieldId);
        }

        foreach (string id in NeverEmpty.Where(id => changed.TryGetValue(id, out JsonNode? value) && value is null)) errors[id] = Missing(id);
        if (issue is null && !errors.ContainsKey("summary") && IsMissing("summary", requiresAll)) errors["summary"] = Missing("summary");
        if (errors.Count > 0) throw JiraException.Fields(errors);
        ReadProperties(body);
        return new(changed, effects);
    }

    private static string Missing(string fieldId) => fieldId == "summary" ? "You must specify a summary of the issue." : $"{Catalog.Field(fieldId)!.Name} is required.";

    private bool IsMissing(string fieldId, bool requiresAll)
    {
        // Project and type are read before; priority and reporter have a default.
        if (issue is null && fieldId is "project" or "issuetype" or "parent") return false;
        if (changed.TryGetValue(fieldId, out JsonNode? value)) return value is null;
        if (issue is not null) return requiresAll && !issue.Values.ContainsKey(fieldId);
        return fieldId is not ("priority" or "reporter");
    }

    private void Try(Action read)
    {
        try
        {
            read();
        }
        catch (JiraException refusal) when (refusal.Errors.Count > 0)
        {
            foreach ((string field, string message) in refusal.Errors) errors[field] = message;
        }
    }

    private Field Settable(string id) => screen.Any(on => on.FieldId == id) && !Beside.Contains(id) ? Catalog.Field(id)! : throw FieldValue.Unsettable(id);

    private void Set(Field field, JsonNode? wire)
    {
        if (field.Id == "timetracking") SetTimes(wire);
        else if (issue is not null || field.Id is not ("project" or "issuetype")) changed[field.Id] = values.Read(field, wire);
    }

    private void SetTimes(JsonNode? wire)
    {
        if (wire is not JsonObject given) throw JiraException.BadField("timetracking", "Operation value must be an object");
        foreach ((string name, string field) in new[] { ("originalEstimate", "timeoriginalestimate"), ("remainingEstimate", "timeestimate") })
        {
            if (!given.ContainsKey(name)) continue;
            string text = Given.Text(given[name]) ?? "0";
            changed[field] = Duration.Seconds(text) is { } seconds ? (double)seconds : throw JiraException.BadField("timetracking", $"'{name}': '{text}' is not a valid time duration.");
        }

        // What remains of new work is all of it.
        if (changed.TryGetValue("timeoriginalestimate", out JsonNode? original) && !changed.ContainsKey("timeestimate") && issue?.Number("timeestimate") is null) changed["timeestimate"] = original?.DeepClone();
    }

    private void Operate(string id, JsonNode? operations)
    {
        if (operations is not JsonArray list) throw JiraException.BadField(id, "Field operations must be an array");
        if (Beside.Contains(id))
        {
            foreach (JsonNode? operation in list) effects.Add(new PartInput(call, project, issue).Read(Catalog.Field(id)!, operation));
            return;
        }

        Field field = Settable(id);
        foreach (JsonNode? operation in list)
        {
            (string verb, JsonNode? value) = FieldOperations.Read(field, operation);
            if (verb is "set" or "edit")
            {
                Set(field, value);
                continue;
            }

            JsonNode? current = changed.TryGetValue(id, out JsonNode? now) ? now : issue?.Values.GetValueOrDefault(id);
            changed[id] = FieldOperations.Applied(current, verb, values.Read(field, new JsonArray(value?.DeepClone())));
        }
    }

    private void ReadProperties(JsonObject body)
    {
        foreach (JsonNode? property in Given.Array(body, "properties") ?? [])
        {
            if (property is not JsonObject given || Given.Text(given, "key") is not { } key) throw Given.Invalid();
            JsonNode? value = given["value"]?.DeepClone();
            effects.Add(changedIssue => call.Jira.Change(() => changedIssue.Properties[key] = value));
        }
    }
}
