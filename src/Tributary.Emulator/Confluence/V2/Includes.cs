using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2;

/// <summary>What <c>include-labels</c>, <c>include-versions</c> and the like add to a content that is read alone.</summary>
internal static class Includes
{
    private const int Most = 50;

    public static void AddTo(JsonObject json, Call call, Content content)
    {
        if (call.Flag("include-labels")) json["labels"] = Some(call, "labels", content.Labels, LabelJson.Of);
        if (call.Flag("include-properties")) AddProperties(json, call, content);
        if (call.Flag("include-operations")) json["operations"] = Some(call, "operations", [.. OperationJson.Of(call, content)], operation => operation);
        if (call.Flag("include-likes")) json["likes"] = Some(call, "likes", content.Likes, like => new JsonObject { ["accountId"] = like.AccountId });
        if (call.Flag("include-versions")) json["versions"] = Some(call, "versions", [.. Enumerable.Reverse(content.Versions)], VersionJson.Of);
        if (!call.Flag("include-version", otherwise: true)) json.Remove("version");
        if (call.Flag("include-favorited-by-current-user-status")) json["isFavoritedByCurrentUser"] = content.Favourites.Contains(call.User.AccountId);
        if (call.Flag("include-collaborators") && json["version"] is JsonObject version) version["contributorIds"] = Contributors(content);
        if (call.Flag("include-direct-children"))
        {
            json["directChildren"] = Some(call, "direct-children", [.. call.Wiki.Children(content).Where(child => call.Wiki.CanView(call.User, child))], TreeJson.Child);
        }
    }

    // An inline comment has its marker under the same name.
    private static void AddProperties(JsonObject json, Call call, Content content)
    {
        JsonObject properties = Some(call, "properties", content.Properties, PropertyJson.Of);
        foreach ((string name, JsonNode? value) in json["properties"] as JsonObject ?? []) properties[name] = value?.DeepClone();
        json["properties"] = properties;
    }

    private static JsonObject Some<T>(Call call, string name, IReadOnlyList<T> all, Func<T, JsonObject> render) => new()
    {
        ["results"] = new JsonArray([.. all.Take(Most).Select(render)]),
        ["meta"] = new JsonObject { ["hasMore"] = all.Count > Most },
        ["_links"] = new JsonObject { ["self"] = $"{call.Http.Path}/{name}" },
    };

    private static JsonArray Contributors(Content content) =>
        new([.. content.Versions.Select(version => version.AuthorId).Distinct().Select(id => JsonValue.Create(id))]);
}
