using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1;

internal sealed partial class Rendering
{
    public static string[] RestrictedOperations { get; } = ["read", "update"];

    public static Restriction RestrictionOf(Content content, string operation) => operation switch
    {
        "read" => content.Read,
        "update" => content.Update,
        _ => throw ConfluenceException.BadRequest($"Unsupported operation: {operation}"),
    };

    public JsonObject Restriction(Content content, string operation, Expansion expand)
    {
        Restriction restriction = RestrictionOf(content, operation);
        var expandable = new JsonObject { ["content"] = $"/rest/api/content/{content.Id}" };
        var rendered = new JsonObject { ["operation"] = operation };
        Expand(rendered, expandable, expand, "restrictions", "", below => Subjects(restriction, below));
        rendered["_expandable"] = expandable;
        rendered["_links"] = new JsonObject { ["self"] = $"{site.BaseUrl}/rest/api/content/{content.Id}/restriction/byOperation/{operation}" };
        return rendered;
    }

    public JsonObject RestrictionsByOperation(Content content, Expansion expand)
    {
        var rendered = new JsonObject();
        var expandable = new JsonObject();
        foreach (string operation in RestrictedOperations)
        {
            Expand(rendered, expandable, expand, operation, $"/rest/api/content/{content.Id}/restriction/byOperation/{operation}", below => Restriction(content, operation, below));
        }

        rendered["_expandable"] = expandable;
        rendered["_links"] = new JsonObject { ["self"] = $"{site.BaseUrl}/rest/api/content/{content.Id}/restriction/byOperation" };
        return rendered;
    }

    private JsonObject Subjects(Restriction restriction, Expansion expand)
    {
        var rendered = new JsonObject();
        var expandable = new JsonObject();
        Expand(rendered, expandable, expand, "user", "", _ => People(restriction.Users, Person));
        Expand(rendered, expandable, expand, "group", "", _ => People(restriction.Groups, name => Group(wiki.FindGroup(name)!)));
        rendered["_expandable"] = expandable;
        return rendered;
    }

    private static JsonObject People(HashSet<string> names, Func<string, JsonNode> render) => new()
    {
        ["results"] = Array(names, render),
        ["start"] = 0,
        ["limit"] = 200,
        ["size"] = names.Count,
    };
}
