using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Labels;

/// <summary>Labels as requests give them: one object, or an array.</summary>
internal static class LabelRequests
{
    /// <summary>All of them, each one fit to be a label: none is added where one is not.</summary>
    public static IReadOnlyList<(string Prefix, string Name)> Of(Call call)
    {
        JsonNode?[] given = call.JsonNode switch
        {
            JsonObject one => [one],
            JsonArray many => [.. many],
            _ => throw ConfluenceException.BadMessage("The request body must be a label or an array of labels"),
        };
        (string Prefix, string Name)[] labels = [.. given.Select(Read)];
        foreach ((string prefix, string name) in labels) call.Wiki.LabelNamed(prefix, name);
        return labels;
    }

    private static (string Prefix, string Name) Read(JsonNode? node)
    {
        JsonObject label = node as JsonObject ?? throw ConfluenceException.BadMessage("A label must be an object with prefix and name");
        return (Field.Text(label, "prefix") is { Length: > 0 } prefix ? prefix : "global", Field.RequiredText(label, "name"));
    }
}
