using System.Text.Json;
using System.Text.Json.Nodes;
using Tributary.Query.Jql;

namespace Tributary.Tools.Jira;

/// <summary>Arguments of other servers' tools, as ours take them.</summary>
internal static class JiraArguments
{
    private static readonly string[] Direct = ["project_key", "issue_type", "summary", "description", "fields"];

    /// <summary>The issue's own arguments become the one issue of a list.</summary>
    public static IReadOnlyDictionary<string, JsonElement> OneIssue(IReadOnlyDictionary<string, JsonElement> arguments) => arguments.ContainsKey("issues")
        ? arguments
        : new Dictionary<string, JsonElement> { ["issues"] = Element(new JsonArray(Issue(arguments))) };

    /// <summary>The same for each of several, given as a list or as JSON in a text.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Batch(IReadOnlyDictionary<string, JsonElement> arguments)
    {
        if (!arguments.TryGetValue("issues", out JsonElement issues))
            return arguments;
        if (issues.ValueKind == JsonValueKind.String && Parsed(issues.GetString()!) is { } parsed)
            issues = parsed;
        if (issues.ValueKind != JsonValueKind.Array || issues.EnumerateArray().Any(issue => issue.ValueKind != JsonValueKind.Object))
            return arguments;

        var rewritten = new Dictionary<string, JsonElement>
        {
            ["issues"] = Element(new JsonArray([.. issues.EnumerateArray().Select(issue => Issue(issue.EnumerateObject().DistinctBy(field => field.Name).ToDictionary(field => field.Name, field => field.Value)))])),
        };
        if (arguments.TryGetValue("validate_only", out JsonElement validate))
            rewritten["dry_run"] = validate;
        return rewritten;
    }

    /// <summary>Archived projects are never listed here.</summary>
    public static IReadOnlyDictionary<string, JsonElement> AllProjects(IReadOnlyDictionary<string, JsonElement> arguments) =>
        arguments.Where(argument => argument.Key != "include_archived").ToDictionary(argument => argument.Key, argument => argument.Value);

    public static IReadOnlyDictionary<string, JsonElement> Link(IReadOnlyDictionary<string, JsonElement> arguments) =>
        Renamed(arguments, ("inward_issue_key", "issue_key"), ("outward_issue_key", "to_issue"));

    /// <summary>An icon is left to Jira.</summary>
    public static IReadOnlyDictionary<string, JsonElement> RemoteLink(IReadOnlyDictionary<string, JsonElement> arguments) =>
        Renamed(arguments, ("relationship", "link_type"), ("icon_url", null));

    public static IReadOnlyDictionary<string, JsonElement> RemovedLink(IReadOnlyDictionary<string, JsonElement> arguments) => Renamed(arguments, ("link_id", "remove_link"));

    /// <summary>An epic is the parent of its issues.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Epic(IReadOnlyDictionary<string, JsonElement> arguments) => Field(arguments, "epic_key", "Parent");

    public static IReadOnlyDictionary<string, JsonElement> Assignee(IReadOnlyDictionary<string, JsonElement> arguments) => Field(arguments, "assignee", "Assignee");

    public static Func<IReadOnlyDictionary<string, JsonElement>, IReadOnlyDictionary<string, JsonElement>> Watcher(string action) => arguments =>
        new Dictionary<string, JsonElement>(Renamed(arguments, ("user_identifier", "user"), ("account_id", "user"), ("username", "user"))) { ["action"] = Element(JsonValue.Create(action)) };

    /// <summary>Of one issue: several are several calls.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Changelogs(IReadOnlyDictionary<string, JsonElement> arguments)
    {
        if (!arguments.TryGetValue("issue_ids_or_keys", out JsonElement keys) || keys is not { ValueKind: JsonValueKind.Array } || keys.GetArrayLength() != 1 || arguments.ContainsKey("issue_key"))
            return arguments;
        return new Dictionary<string, JsonElement>(Renamed(arguments, ("issue_ids_or_keys", null))) { ["issue_key"] = keys[0] };
    }

    private static IReadOnlyDictionary<string, JsonElement> Field(IReadOnlyDictionary<string, JsonElement> arguments, string theirs, string field) => arguments.TryGetValue(theirs, out JsonElement value) && !arguments.ContainsKey("fields")
        ? new Dictionary<string, JsonElement>(Renamed(arguments, (theirs, null))) { ["fields"] = Element(new JsonObject { [field] = Node(value) }) }
        : arguments;

    /// <param name="names">What an argument is called here; null: it is left out.</param>
    private static Dictionary<string, JsonElement> Renamed(IReadOnlyDictionary<string, JsonElement> arguments, params (string Theirs, string? Ours)[] names)
    {
        var renamed = new Dictionary<string, JsonElement>();
        foreach ((string name, JsonElement value) in arguments)
        {
            (string Theirs, string? Ours)[] known = [.. names.Where(pair => pair.Theirs == name)];
            if (known is [(_, null)])
                continue;

            // What contradicts another name of the same stays as it is called, and is refused by it.
            string ours = known is [(_, { } other)] ? other : name;
            if (!renamed.TryAdd(ours, value) && !JsonElement.DeepEquals(renamed[ours], value))
                renamed[name] = value;
        }

        return renamed;
    }

    /// <param name="names">What an argument is called here; null: it is left out.</param>
    public static Func<IReadOnlyDictionary<string, JsonElement>, IReadOnlyDictionary<string, JsonElement>> Renaming(params (string Theirs, string? Ours)[] names) => arguments => Renamed(arguments, names);

    /// <summary>A search goes on by cursor: of a start by number only the beginning is the same, and any other is refused as what it is.</summary>
    public static IReadOnlyDictionary<string, JsonElement> OfBoard(IReadOnlyDictionary<string, JsonElement> arguments) =>
        Renamed(arguments, ("board_id", "board"), ("expand", null), ("start_at", Zero(arguments, "start_at") ? null : "start_at"));

    /// <summary>Of a sprint by its number: <c>sprint = 42</c>.</summary>
    public static IReadOnlyDictionary<string, JsonElement> OfSprint(IReadOnlyDictionary<string, JsonElement> arguments) => AsJql(arguments, "sprint_id", "sprint");

    public static IReadOnlyDictionary<string, JsonElement> OfProject(IReadOnlyDictionary<string, JsonElement> arguments) => AsJql(arguments, "project_key", "project");

    private static IReadOnlyDictionary<string, JsonElement> AsJql(IReadOnlyDictionary<string, JsonElement> arguments, string argument, string field)
    {
        if (!arguments.TryGetValue(argument, out JsonElement value) || value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number) || arguments.ContainsKey("jql"))
            return arguments;
        string text = value.ToString();
        return new Dictionary<string, JsonElement>(OfBoard(Renamed(arguments, (argument, null))))
        {
            ["jql"] = Element(JsonValue.Create($"{field} = {(text.Length > 0 && text.All(char.IsAsciiDigit) ? text : JqlText.Quote(text))}")),
        };
    }

    /// <summary>What is asked stands among the values of fields there.</summary>
    public static IReadOnlyDictionary<string, JsonElement> CustomerRequest(IReadOnlyDictionary<string, JsonElement> arguments)
    {
        Dictionary<string, JsonElement> request = Renamed(
            arguments, ("service_desk_id", "desk"), ("request_type_id", "request_type"), ("request_field_values", "fields"), ("raise_on_behalf_of", "on_behalf_of"), ("strict_on_behalf", null));
        JsonElement values = request.GetValueOrDefault("fields");
        if (values.ValueKind == JsonValueKind.String && Parsed(values.GetString()!) is { } parsed)
            values = parsed;
        if (values.ValueKind != JsonValueKind.Object)
            return request;

        JsonObject fields = Node(values)!.AsObject();
        foreach (string own in (string[])["summary", "description"])
        {
            if (fields[own] is { } value && request.TryAdd(own, Element(value)))
                fields.Remove(own);
        }

        request["fields"] = Element(fields);
        return request;
    }

    private static bool Zero(IReadOnlyDictionary<string, JsonElement> arguments, string name) => arguments.TryGetValue(name, out JsonElement value) && value.ToString() == "0";

    // What contradicts another name of the same stays where it was, and is refused there.
    private static JsonObject Issue(IReadOnlyDictionary<string, JsonElement> arguments)
    {
        var issue = new JsonObject();
        foreach ((string name, JsonElement value) in arguments.Where(argument => Direct.Contains(argument.Key)))
            issue[name] = Node(value);
        if (Object(arguments.GetValueOrDefault("fields")) is not { } fields)
        {
            if (issue["fields"] is not null)
                return issue;
            fields = [];
        }

        foreach ((string name, JsonElement value) in arguments.Where(argument => !Direct.Contains(argument.Key) && argument.Key != "additional_fields"))
        {
            if (!TryAdd(fields, name, value))
                issue[name] = Node(value);
        }

        foreach ((string name, JsonNode? value) in Object(arguments.GetValueOrDefault("additional_fields")) ?? [])
        {
            if (!TryAdd(fields, name, value is null ? default : Element(value)))
                issue["additional_fields"] = Node(arguments["additional_fields"]);
        }

        if (fields.Count > 0)
            issue["fields"] = fields;
        return issue;
    }

    private static bool TryAdd(JsonObject fields, string name, JsonElement value)
    {
        JsonNode? node = value.ValueKind == JsonValueKind.Undefined ? null : Node(value);
        return fields.TryAdd(name, node) || JsonNode.DeepEquals(fields[name], node);
    }

    // Models often write JSON into a text.
    private static JsonObject? Object(JsonElement given)
    {
        if (given.ValueKind == JsonValueKind.String && Parsed(given.GetString()!) is { } parsed)
            given = parsed;
        return given.ValueKind == JsonValueKind.Object ? Node(given)!.AsObject() : null;
    }

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());

    private static JsonElement Element(JsonNode node) => JsonElement.Parse(node.ToJsonString());

    private static JsonElement? Parsed(string json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
