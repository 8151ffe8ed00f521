using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary><c>/issue/{issueIdOrKey}/properties</c> and one of them: what apps keep with an issue.</summary>
internal static class IssueProperties
{
    private const int LongestValue = 32_768;

    public static void Map(JiraRoutes routes)
    {
        routes.Get("/issue/{issueIdOrKey}/properties", call =>
        {
            Issue issue = call.Issue();
            return Answer.Ok(new() { ["keys"] = new JsonArray([.. issue.Properties.Keys.Select(key => new JsonObject { ["self"] = $"{call.Api}/issue/{issue.Id}/properties/{Uri.EscapeDataString(key)}", ["key"] = key })]) });
        });
        routes.Get("/issue/{issueIdOrKey}/properties/{propertyKey}", call =>
        {
            (string key, JsonNode? value) = Named(call, call.Issue());
            return Answer.Ok(new() { ["key"] = key, ["value"] = value?.DeepClone() });
        });
        routes.Put("/issue/{issueIdOrKey}/properties/{propertyKey}", Set);
        routes.Delete("/issue/{issueIdOrKey}/properties/{propertyKey}", call =>
        {
            Issue issue = call.EditableIssue();
            (string key, _) = Named(call, issue);
            call.Jira.Change(() => issue.Properties.Remove(key));
            return Answer.NoContent();
        });
    }

    private static (string Key, JsonNode? Value) Named(JiraCall call, Issue issue)
    {
        string key = call.Route("propertyKey");
        return issue.Properties.TryGetValue(key, out JsonNode? value) ? (key, value) : throw JiraException.NotFound($"The property with key '{key}' does not exist.");
    }

    private static Answer Set(JiraCall call)
    {
        Issue issue = call.EditableIssue();
        string key = call.Route("propertyKey");
        if (key.Length > 255) throw JiraException.BadRequest("The property key must be less than 255 characters.");
        JsonNode? value = call.JsonNode ?? throw JiraException.BadRequest("The property value must be a non-empty JSON.");
        if (value.ToJsonString().Length > LongestValue) throw JiraException.BadRequest("The property value must be less than 32768 characters.");
        bool isNew = !issue.Properties.ContainsKey(key);
        call.Jira.Change(() => issue.Properties[key] = value);
        return Answer.Empty(isNew ? 201 : 200);
    }
}
