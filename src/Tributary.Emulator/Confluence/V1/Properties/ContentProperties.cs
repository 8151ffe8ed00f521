using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Properties;

/// <summary><c>/content/{id}/property</c> and <c>/property/{key}</c>: JSON values under keys.</summary>
internal static class ContentProperties
{
    public static void Map(Routes routes)
    {
        routes.Get("/content/{id}/property", List);
        routes.Post("/content/{id}/property", call => Create(call, Field.RequiredText(call.Json, "key")));
        routes.Get("/content/{id}/property/{key}", call => Rendered(call, Content(call), Of(call)));
        routes.Post("/content/{id}/property/{key}", call => Create(call, call.Route("key")));
        routes.Put("/content/{id}/property/{key}", Update);
        routes.Delete("/content/{id}/property/{key}", call =>
        {
            call.Wiki.RemoveProperty(call.User, Content(call), Of(call));
            return Answer.NoContent();
        });
    }

    private static Content Content(Call call) => Named.Content(call);

    private static Property Of(Call call)
    {
        string key = call.Route("key");
        return Content(call).Properties.Find(property => property.Key == key) ?? throw ConfluenceException.NotFound($"No content property found with key : {key}");
    }

    private static Answer List(Call call)
    {
        Content content = Content(call);
        Expansion expand = Expansion.Of(call, "version");
        Rendering rendering = new(call);
        return Answer.Ok(Lists.Page(call, content.Properties, property => rendering.Property(content, property, expand)));
    }

    private static Answer Create(Call call, string key)
    {
        Content content = Content(call);
        return Rendered(call, content, call.Wiki.AddProperty(call.User, content, key, call.Json["value"]));
    }

    private static Answer Update(Call call)
    {
        Content content = Content(call);
        (int? number, string message, _) = Contents.ContentRequests.Version(call.Json);
        string key = call.Route("key");

        // Without a version, or with version 1, PUT creates what is not there yet.
        Property property = content.Properties.Find(property => property.Key == key) is { } known
            ? call.Wiki.UpdateProperty(call.User, content, known, key, call.Json["value"], number, message)
            : number is null or 1 ? call.Wiki.AddProperty(call.User, content, key, call.Json["value"]) : Of(call);
        return Rendered(call, content, property);
    }

    private static Answer Rendered(Call call, Content content, Property property)
    {
        Rendering rendering = new(call);
        return Answer.Ok(rendering.Top(rendering.Property(content, property, Expansion.Of(call, "version"))));
    }
}
