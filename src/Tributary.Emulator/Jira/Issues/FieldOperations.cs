using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary>The verbs of <c>update</c>: <c>set</c>, and for lists <c>add</c> and <c>remove</c>.</summary>
internal static class FieldOperations
{
    private static readonly string[] OfParts = ["add", "edit", "remove"], OfLists = ["add", "set", "remove"], OfTimes = ["set", "edit"], OfOthers = ["set"];

    public static IReadOnlyList<string> Of(Field field) => field.Id switch
    {
        "comment" or "worklog" => OfParts,
        "issuelinks" => ["add"],
        "attachment" => [],
        "timetracking" => OfTimes,
        _ => field.IsList && field.Kind != FieldKind.Sprints ? OfLists : OfOthers,
    };

    /// <summary>The verb and its value; refuses a verb that the field does not know.</summary>
    public static (string Verb, JsonNode? Value) Read(Field field, JsonNode? operation)
    {
        if (operation is not JsonObject { Count: 1 } given) throw JiraException.BadField(field.Id, "Operation must be an object with one verb");
        (string verb, JsonNode? value) = given.First();
        return Of(field).Contains(verb)
            ? (verb, value)
            : throw JiraException.BadField(field.Id, $"Field with id '{field.Id}' and name '{field.Name}' does not support operation '{verb}' Supported operation(s) are: '{string.Join(", ", Of(field))}'");
    }

    /// <summary>A list after one verb; null where nothing is left.</summary>
    public static JsonArray? Applied(JsonNode? current, string verb, JsonNode? read)
    {
        string[] before = current is JsonArray list ? [.. list.Select(item => item!.GetValue<string>())] : [];
        string[] given = read is JsonArray items ? [.. items.Select(item => item!.GetValue<string>())] : [];
        string[] after = [.. (verb switch { "add" => before.Union(given), "remove" => before.Except(given), _ => given })];
        return after.Length == 0 ? null : new JsonArray([.. after.Select(item => JsonValue.Create(item))]);
    }
}
