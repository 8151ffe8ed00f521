using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.Search.Jql;
using Tributary.Emulator.World.Jira;
using Tributary.Query.Jql;

namespace Tributary.Emulator.Jira.Search;

/// <summary><c>/jql/autocompletedata</c>: what a query can be made of; and below it what values a field has.</summary>
internal static class AutocompleteData
{
    private const int MostSuggestions = 15;

    public static void Map(JiraRoutes routes)
    {
        routes.Get("/jql/autocompletedata", Data);
        if (routes.IsCloud) routes.Post("/jql/autocompletedata", DataOfProjects);
        routes.Get("/jql/autocompletedata/suggestions", Suggest);
    }

    // Every project has the same fields.
    private static Answer DataOfProjects(JiraCall call)
    {
        Given.Texts(call.Json, "projectIds");
        return Data(call);
    }

    private static Answer Data(JiraCall call) => Answer.Ok(new()
    {
        ["visibleFieldNames"] = new JsonArray([.. JqlFields.Of(call.IsCloud).All.Select(Field).OrderBy(field => (string)field["displayName"]!, StringComparer.OrdinalIgnoreCase)]),
        ["visibleFunctionNames"] = new JsonArray([.. JqlFunctions.All(call.IsCloud).OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase).Select(Function)]),
        ["jqlReservedWords"] = new JsonArray([.. JqlParser.ReservedWords.Select(word => JsonValue.Create(word))]),
    });

    private static JsonObject Field(SearchField field)
    {
        int? custom = field.Of?.CustomId;
        string shown = JqlText.FieldName(field.Names[0]);
        var json = new JsonObject
        {
            ["value"] = shown,
            ["displayName"] = custom is null ? field.Names[0] : string.Create(CultureInfo.InvariantCulture, $"{field.Names[0]} - cf[{custom}]"),
            ["orderable"] = field.SortKey is null ? "false" : "true",
            ["searchable"] = "true",
            ["auto"] = field is ChoiceField ? "true" : "false",
        };
        if (custom is not null) json["cfid"] = string.Create(CultureInfo.InvariantCulture, $"cf[{custom}]");
        json["operators"] = new JsonArray([.. field.Operators.Select(comparison => JsonValue.Create(comparison.Symbol()))]);
        json["types"] = new JsonArray(field.Type.JavaName());
        return json;
    }

    private static JsonNode Function(FunctionSpec function)
    {
        string call = $"{function.Name}({new string('"', function.Least > 0 ? 2 : 0)})";
        var json = new JsonObject { ["value"] = call, ["displayName"] = call };
        if (function.IsList) json["isList"] = "true";
        json["types"] = new JsonArray(function.Type.JavaName());
        return json;
    }

    private static Answer Suggest(JiraCall call)
    {
        string name = call.Query("fieldName") ?? "", begun = call.Query("fieldValue") ?? "";
        SearchField? field = name.Length == 0 ? null : JqlFields.Of(call.IsCloud).Find(JqlField.Named(name));
        IEnumerable<JsonNode> results = Values(call, field)
            .Where(value => value.Contains(begun, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MostSuggestions)
            .Select(value => (JsonNode)new JsonObject { ["value"] = value.Contains(' ', StringComparison.Ordinal) ? $"\"{value}\"" : value, ["displayName"] = value });
        return Answer.Ok(new() { ["results"] = new JsonArray([.. results]) });
    }

    private static IEnumerable<string> Values(JiraCall call, SearchField? field)
    {
        IEnumerable<Project> projects = call.Jira.Projects.Where(project => call.Jira.CanSee(call.User, project));
        return field?.Type switch
        {
            JqlType.Project => projects.SelectMany(project => new[] { project.Key, project.Name }),
            JqlType.IssueType => Catalog.IssueTypes.Select(type => type.Name),
            JqlType.Status => Catalog.Statuses.Select(status => status.Name),
            JqlType.StatusCategory => ["To Do", "In Progress", "Done"],
            JqlType.Priority => Catalog.Priorities.Select(priority => priority.Name),
            JqlType.Resolution => Catalog.Resolutions.Select(resolution => resolution.Name).Prepend("Unresolved"),
            JqlType.Version => projects.SelectMany(project => project.Versions).Select(version => version.Name),
            JqlType.Component => projects.SelectMany(project => project.Components).Select(component => component.Name),
            JqlType.Sprint => call.Jira.Sprints.Select(sprint => sprint.Name),
            JqlType.Option => field.Of!.Options.Select(option => option.Value),
            JqlType.User => call.Wiki.Users.Where(user => user.IsActive).Select(user => call.IsCloud ? user.DisplayName : user.Username),
            JqlType.Label => call.Jira.Issues.Where(issue => call.Jira.CanSee(call.User, issue)).SelectMany(issue => issue.Texts("labels")).Order(StringComparer.OrdinalIgnoreCase),
            _ => [],
        };
    }
}
