using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tributary.Tests.Emulator.Facts;

namespace Tributary.Tests.Emulator.Jira;

/// <summary>
/// Atlassian's descriptions of Jira Cloud, where the environment variable JIRA_SPECS names the folder that holds them: then every answer of a Cloud site in these tests is held against them, status and body.
/// </summary>
internal sealed partial class Specification
{
    private static readonly Lazy<IReadOnlyList<Specification>> Known = new(Load);

    // What Atlassian's own sites answer, and its descriptions leave out or tell otherwise.
    private static readonly Lazy<HashSet<string>> Differences = new(() =>
        [.. FactFile.Read("jira-cloud.txt").Facts.SelectMany(fact => fact.Differing.Keys.Select(status => $"{fact.Method} {Shape(fact.Template)} {status}"))]);

    // Of what both versions answer alike, version 2's description tells an older form.
    private static readonly string[] OlderInVersion2 = ["GET /serverInfo", "GET /user/picker", "GET /groupuserpicker", "GET /issueLink/{}", "GET /issue/{}/remotelink"];

    private readonly JsonObject document;
    private readonly (string Template, string[] Parts, JsonObject Operations)[] paths;

    private Specification(JsonObject document)
    {
        this.document = document;
        paths = [.. document["paths"]!.AsObject().Select(path => (path.Key, path.Key.Split('/'), path.Value!.AsObject()))];
    }

    public static bool IsKnown => Known.Value.Count > 0;

    public static void Check(HttpRequestMessage request, Reply reply)
    {
        if (!IsKnown || reply.Status is 401 or 429) return;
        string path = request.RequestUri!.AbsolutePath;
        if (Find(request.Method.Method, path) is { } found && path.StartsWith("/rest/api/2/", StringComparison.Ordinal) && OlderInVersion2.Contains($"{request.Method} {Shape(found.Template)}")) return;
        string[] problems = [.. Problems(request.Method.Method, path, reply).Take(8)];
        Assert.True(problems.Length == 0, $"{request.Method} {path} {reply.Status}:\n{string.Join('\n', problems)}\n{reply.Text}");
    }

    /// <summary>What the descriptions say against an answer; nothing of an endpoint that they do not know.</summary>
    public static IEnumerable<string> Problems(string method, string path, Reply reply) =>
        Find(method, path) is not { } found || Differences.Value.Contains($"{method} {Shape(found.Template)} {reply.Status}") ? [] : found.Of.Problems(found.Operation, reply);

    /// <summary>What is described of an endpoint: its statuses, and the members of its good answer; null if it is not described.</summary>
    public static (IReadOnlySet<int> Statuses, IReadOnlyList<string> Members)? Describe(string method, string template)
    {
        foreach (Specification specification in Known.Value)
        {
            JsonObject? operation = specification.paths.Where(path => Shape(path.Template) == Shape(template)).Select(path => path.Operations[method.ToLowerInvariant()] as JsonObject).FirstOrDefault(found => found is not null);
            if (operation?["responses"] is not JsonObject responses) continue;
            JsonObject? schema = responses.Where(response => response.Key[0] == '2').Select(response => response.Value!["content"]?["application/json"]?["schema"] as JsonObject).FirstOrDefault(found => found is not null);
            return (responses.Select(response => response.Key).Where(status => char.IsDigit(status[0])).Select(status => int.Parse(status, CultureInfo.InvariantCulture)).ToHashSet(), specification.Members(schema));
        }

        return null;
    }

    private static IReadOnlyList<Specification> Load() => Environment.GetEnvironmentVariable("JIRA_SPECS") is not { Length: > 0 } folder ? [] :
    [
        .. new[] { "jira-cloud-v3.openapi.json", "jira-cloud-v2.openapi.json", "jira-software-cloud.openapi.json" }
            .Select(name => Path.Combine(folder, name))
            .Select(file => new Specification(JsonNode.Parse(File.ReadAllText(file))!.AsObject())),
    ];

    // Version 2 is version 3 at another address, and the names of parameters are the writer's own.
    private static string Shape(string template) => Parameter().Replace(VersionPrefix().Replace(template, ""), "{}");

    private IReadOnlyList<string> Members(JsonObject? schema)
    {
        JsonObject of = Resolved(schema);
        if ((string?)of["type"] == "array") return Members(of["items"] as JsonObject);
        IEnumerable<JsonObject> parts = [of, .. (of["allOf"] as JsonArray ?? []).Select(part => Resolved(part as JsonObject))];
        return [.. parts.SelectMany(part => part["properties"] as JsonObject ?? []).Select(member => member.Key).Distinct().Order(StringComparer.Ordinal)];
    }

    private JsonObject Resolved(JsonObject? schema) => (string?)schema?["$ref"] is { } reference ? document["components"]!["schemas"]![reference.Split('/')[^1]]!.AsObject() : schema ?? [];

    // Of several that fit, the one with the most words of its own.
    private static (Specification Of, string Template, JsonObject Operation)? Find(string method, string path)
    {
        string[] parts = path.Split('/');
        return Known.Value
            .SelectMany(specification => specification.paths
                .Where(known => known.Parts.Length == parts.Length && known.Parts.Zip(parts).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second))
                .OrderBy(known => known.Parts.Count(part => part.StartsWith('{')))
                .Select(known => (specification, known.Template, Operation: known.Operations[method.ToLowerInvariant()] as JsonObject)))
            .Where(known => known.Operation is not null)
            .Select(known => ((Specification, string, JsonObject)?)(known.specification, known.Template, known.Operation!))
            .FirstOrDefault();
    }

    private IEnumerable<string> Problems(JsonObject operation, Reply reply)
    {
        if (operation["responses"]![$"{reply.Status}"] is not JsonObject response) return [$"status {reply.Status} is not described"];
        if (reply.Status >= 400 || response["content"]?["application/json"]?["schema"] is not JsonObject schema || reply.ContentHeaders.ContentType?.MediaType != "application/json") return [];
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

    [GeneratedRegex(@"^/rest/api/[23]")]
    private static partial Regex VersionPrefix();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
