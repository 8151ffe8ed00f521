using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Properties;

/// <summary>What the properties of contents and of spaces are asked alike.</summary>
internal static class PropertyRequests
{
    public static Answer List(Call call, IEnumerable<Property> properties, Func<Property, JsonObject> render)
    {
        IReadOnlyList<string> keys = call.Many("key");
        IEnumerable<Property> shown = properties.Where(property => keys.Count == 0 || keys.Contains(property.Key));
        IEnumerable<Property> ordered = call.Query("sort") switch
        {
            null => shown.OrderBy(property => property.Id),
            "key" => shown.OrderBy(property => property.Key, StringComparer.Ordinal),
            "-key" => shown.OrderByDescending(property => property.Key, StringComparer.Ordinal),
            { } sort => throw ConfluenceException.BadRequest($"Provided value {{{sort}}} for 'sort' is not valid. Valid values are: key, -key."),
        };
        return CursorPaging.Page(call, ordered, property => property.Id.ToString(CultureInfo.InvariantCulture), render);
    }

    public static Property Find(Call call, List<Property> properties)
    {
        long id = call.RouteNumber("property-id");
        return properties.Find(property => property.Id == id) ?? throw ConfluenceException.NotFound($"No property found with id : {id}");
    }

    public static (string Key, JsonNode? Value) KeyAndValue(JsonObject request) => (Field.RequiredText(request, "key"), request["value"]);

    public static (int? Number, string Message) Version(JsonObject request)
    {
        JsonObject version = Field.Object(request, "version") ?? throw ConfluenceException.BadMessage("version must not be null");
        return (Field.Number(version, "number"), Field.Text(version, "message") ?? "");
    }
}
