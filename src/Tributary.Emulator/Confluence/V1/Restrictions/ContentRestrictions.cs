using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Restrictions;

/// <summary><c>/content/{id}/restriction</c>: all of a content's restrictions, read, added (POST), replaced (PUT) and lifted (DELETE).</summary>
internal static class ContentRestrictions
{
    public static void Map(Routes routes)
    {
        routes.Get("/content/{id}/restriction", call => List(call, Named.Content(call)));
        routes.Post("/content/{id}/restriction", call => Write(call, replaces: false));
        routes.Put("/content/{id}/restriction", call => Write(call, replaces: true));
        routes.Delete("/content/{id}/restriction", Lift);
    }

    private static Answer List(Call call, Content content)
    {
        Expansion expand = Expansion.Of(call, "restrictions.user", "restrictions.group");
        Rendering rendering = new(call);
        JsonArray results = [.. Rendering.RestrictedOperations.Select(operation => rendering.Restriction(content, operation, expand))];
        JsonObject list = Lists.Envelope(call, results, 0, Lists.DefaultLimit, hasMore: false);
        list["restrictionsHash"] = Hash(content);
        return Answer.Ok(list);
    }

    private static Answer Write(Call call, bool replaces)
    {
        Content content = Named.Content(call);
        JsonArray updates = call.JsonNode switch
        {
            JsonArray array => array,
            JsonObject list when Field.Array(list, "results") is { } results => results,
            _ => throw ConfluenceException.BadMessage("The request body must be an array of restrictions"),
        };
        Restriction read = replaces ? new Restriction() : Copy(content.Read);
        Restriction update = replaces ? new Restriction() : Copy(content.Update);
        foreach (JsonNode? node in updates)
        {
            JsonObject given = node as JsonObject ?? throw ConfluenceException.BadMessage("A restriction must be an object");
            Restriction target = Field.RequiredText(given, "operation") switch
            {
                "read" => read,
                "update" => update,
                { } other => throw ConfluenceException.BadRequest($"Unsupported operation: {other}"),
            };
            if (Field.Object(given, "restrictions") is { } subjects) AddSubjects(call.Wiki, target, subjects);
        }

        call.Wiki.Restrict(call.User, content, read, update);
        return List(call, content);
    }

    private static Answer Lift(Call call)
    {
        Content content = Named.Content(call);
        call.Wiki.Restrict(call.User, content, new Restriction(), new Restriction());
        return List(call, content);
    }

    private static void AddSubjects(Wiki wiki, Restriction target, JsonObject subjects)
    {
        foreach (JsonObject person in Many(subjects["user"])) target.Users.Add(Subjects.Person(wiki, person).AccountId);
        foreach (JsonObject group in Many(subjects["group"])) target.Groups.Add(Subjects.Group(wiki, Field.Text(group, "id") ?? Field.Text(group, "name")).Name);
    }

    /// <summary>An array, or a list of the API with its results.</summary>
    private static IEnumerable<JsonObject> Many(JsonNode? node) => (node switch
    {
        null => [],
        JsonArray array => array,
        JsonObject list when Field.Array(list, "results") is { } results => results,
        _ => throw ConfluenceException.BadMessage("Users and groups must be arrays"),
    }).Select(each => each as JsonObject ?? throw ConfluenceException.BadMessage("A user or group must be an object"));

    public static Restriction Copy(Restriction from) => new() { Users = [.. from.Users], Groups = [.. from.Groups] };

    private static string Hash(Content content)
    {
        string[] parts = [.. content.Read.Users, "/", .. content.Read.Groups, "/", .. content.Update.Users, "/", .. content.Update.Groups];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', parts))))[..32];
    }
}
