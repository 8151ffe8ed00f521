using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tributary.Tests.Emulator.Jira;

/// <summary>
/// Atlassian's descriptions of Jira Cloud, where the environment variable JIRA_SPECS names the folder that holds them: then every answer of a Cloud site in these tests is held against them, status and body.
/// </summary>
internal sealed class Specification
{
    private static readonly Lazy<IReadOnlyList<Specification>> Known = new(Load);

    // What Atlassian's own sites answer, and its descriptions leave out or tell otherwise.
    private static readonly string[] Differences =
    [
        // A user name instead of an account id.
        "GET /user 400",

        // Gone, though still described.
        "GET /search 410",
        "POST /search 410",

        // A form without a file.
        "POST /issue/ENG-1/attachments 400",
    ];

    private readonly JsonObject document;
    private readonly (string Template, string[] Parts, JsonObject Operations)[] paths;

    private Specification(JsonObject document)
    {
        this.document = document;
        paths = [.. document["paths"]!.AsObject().Select(path => (path.Key, path.Key.Split('/'), path.Value!.AsObject()))];
    }

    public static void Check(HttpRequestMessage request, Reply reply)
    {
        if (Known.Value.Count == 0 || reply.Status is 401 or 429) return;
        string path = request.RequestUri!.AbsolutePath;
        foreach (Specification specification in Known.Value)
        {
            if (specification.Operation(path, request.Method.Method.ToLowerInvariant()) is not { } operation) continue;
            if (Differences.Contains($"{request.Method} {path["/rest/api/3".Length..]} {reply.Status}")) return;
            string[] problems = [.. specification.Problems(operation, reply).Take(8)];
            Assert.True(problems.Length == 0, $"{request.Method} {path} {reply.Status}:\n{string.Join('\n', problems)}\n{reply.Text}");
            return;
        }
    }

    private static IReadOnlyList<Specification> Load() => Environment.GetEnvironmentVariable("JIRA_SPECS") is not { Length: > 0 } folder ? [] :
    [
        .. new[] { "jira-cloud-v3.openapi.json", "jira-cloud-v2.openapi.json", "jira-software-cloud.openapi.json" }
            .Select(name => Path.Combine(folder, name))
            .Select(file => new Specification(JsonNode.Parse(File.ReadAllText(file))!.AsObject())),
    ];

    // Of several that fit, the one with the most words of its own.
    private JsonObject? Operation(string path, string method)
    {
        string[] parts = path.Split('/');
        return paths
            .Where(known => known.Parts.Length == parts.Length && known.Parts.Zip(parts).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second))
            .OrderBy(known => known.Parts.Count(part => part.StartsWith('{')))
            .Select(known => known.Operations[method] as JsonObject)
            .FirstOrDefault(operation => operation is not null);
    }

    private IEnumerable<string> Problems(JsonObject operation, Reply reply)
    {
        if (operation["responses"]![$"{reply.Status}"] is not JsonObject response) return [$"status {reply.Status} is not described"];
        if (reply.Status >= 400 || response["content"]?["application/json"]?["schema"] is not JsonObject schema || reply.Text.Length == 0) return [];
        return Validate(schema, reply.Json, "$");
    }

    private IEnumerable<string> Validate(JsonObject schema, JsonNode? value, string at)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            string name = reference.Split('/')[^1];
            return Validate(document["components"]!["schemas"]![name]!.AsObject(), value, at);
        }

        // The descriptions never say which values may be null.
        if (value is null) return [];
        IEnumerable<string> problems = schema["allOf"] is JsonArray all ? all.SelectMany(part => Validate(part!.AsObject(), value, at)) : [];
        if ((schema["anyOf"] ?? schema["oneOf"]) is JsonArray any && !any.Any(part => !Validate(part!.AsObject(), value, at).Any())) problems = problems.Append($"{at}: none of the forms fits");
        problems = problems.Concat(OfType(schema, value, at));
        if (schema["enum"] is JsonArray choices && !choices.Any(choice => JsonNode.DeepEquals(choice, value))) problems = problems.Append($"{at}: {value.ToJsonString()} is none of {choices.ToJsonString()}");
        if (value is JsonArray items && schema["items"] is JsonObject item) problems = problems.Concat(items.SelectMany((one, place) => Validate(item, one, $"{at}[{place}]")));
        return value is JsonObject members ? problems.Concat(Members(schema, members, at)) : problems;
    }

    private IEnumerable<string> Members(JsonObject schema, JsonObject members, string at)
    {
        JsonObject? described = schema["properties"] as JsonObject;
        foreach (JsonNode? required in schema["required"] as JsonArray ?? [])
        {
            if (!members.ContainsKey((string)required!)) yield return $"{at}: '{required}' is missing";
        }

        foreach ((string name, JsonNode? member) in members)
        {
            if (described?[name] is JsonObject known)
            {
                foreach (string problem in Validate(known, member, $"{at}.{name}")) yield return problem;
            }
            else if (schema["additionalProperties"] is JsonObject others)
            {
                foreach (string problem in Validate(others, member, $"{at}.{name}")) yield return problem;
            }
            else if (schema["additionalProperties"]?.GetValueKind() == JsonValueKind.False && described is not null)
            {
                yield return $"{at}: '{name}' is not described";
            }
        }
    }

    private static IEnumerable<string> OfType(JsonObject schema, JsonNode value, string at)
    {
        JsonValueKind kind = value.GetValueKind();
        bool fits = (string?)schema["type"] switch
        {
            "object" => kind == JsonValueKind.Object,
            "array" => kind == JsonValueKind.Array,
            "string" => kind == JsonValueKind.String,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "integer" => kind == JsonValueKind.Number && !value.ToJsonString().Contains('.', StringComparison.Ordinal),
            "number" => kind == JsonValueKind.Number,
            _ => true,
        };
        if (!fits) yield return $"{at}: {value.ToJsonString()} is no {schema["type"]}";
    }
}
