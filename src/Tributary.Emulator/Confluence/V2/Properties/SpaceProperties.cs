using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Properties;

/// <summary>/spaces/{id}/properties and /spaces/{id}/properties/{property-id}.</summary>
internal static class SpaceProperties
{
    private const string All = "/spaces/{id}/properties";
    private const string One = All + "/{property-id}";

    public static void Map(Routes routes)
    {
        routes.Get(All, call => PropertyRequests.List(call, Space(call).Properties, Render));
        routes.Get(One, call => Answer.Ok(Render(PropertyRequests.Find(call, Space(call).Properties))));
        routes.Post(All, Create);
        routes.Put(One, Update);
        routes.Delete(One, Delete);
    }

    public static JsonObject Render(Property property)
    {
        JsonObject json = PropertyJson.Of(property);
        json["version"]!.AsObject().Remove("minorEdit");
        json["createdAt"] = Wire.Time(property.CreatedAt);
        return json;
    }

    private static Space Space(Call call) => call.Wiki.VisibleSpace(call.User, call.RouteNumber());

    private static Answer Create(Call call)
    {
        (string key, JsonNode? value) = PropertyRequests.KeyAndValue(call.Json);
        return Answer.Json(201, Render(call.Wiki.AddProperty(call.User, Space(call), key, value)));
    }

    private static Answer Update(Call call)
    {
        Space space = Space(call);
        Property property = PropertyRequests.Find(call, space.Properties);
        (string key, JsonNode? value) = PropertyRequests.KeyAndValue(call.Json);
        (int? version, string message) = PropertyRequests.Version(call.Json);
        return Answer.Ok(Render(call.Wiki.UpdateProperty(call.User, space, property, key, value, version, message)));
    }

    private static Answer Delete(Call call)
    {
        Space space = Space(call);
        call.Wiki.RemoveProperty(call.User, space, PropertyRequests.Find(call, space.Properties));
        return Answer.NoContent();
    }
}
