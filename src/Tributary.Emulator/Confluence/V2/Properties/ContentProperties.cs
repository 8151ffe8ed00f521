using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Properties;

/// <summary>/{kind}/{id}/properties and /{kind}/{id}/properties/{property-id}, for everything that has an id.</summary>
internal static class ContentProperties
{
    public static void Map(Routes routes)
    {
        foreach (ContentCollection collection in (ContentCollection[])[.. ContentCollection.InTree, ContentCollection.BlogPosts, ContentCollection.Attachments, ContentCollection.CustomContent, ContentCollection.Comments])
        {
            string all = $"/{collection.Path}/{{id}}/properties";
            string one = all + "/{property-id}";
            routes.Get(all, call => PropertyRequests.List(call, collection.FindPublished(call).Properties, PropertyJson.Of));
            routes.Get(one, call => Answer.Ok(PropertyJson.Of(PropertyRequests.Find(call, collection.FindPublished(call).Properties))));
            routes.Post(all, call => Create(call, collection));
            routes.Put(one, call => Update(call, collection));
            routes.Delete(one, call => Delete(call, collection));
        }
    }

    private static Answer Create(Call call, ContentCollection collection)
    {
        (string key, JsonNode? value) = PropertyRequests.KeyAndValue(call.Json);
        return Answer.Ok(PropertyJson.Of(call.Wiki.AddProperty(call.User, collection.FindPublished(call), key, value)));
    }

    private static Answer Update(Call call, ContentCollection collection)
    {
        Content content = collection.FindPublished(call);
        Property property = PropertyRequests.Find(call, content.Properties);
        (string key, JsonNode? value) = PropertyRequests.KeyAndValue(call.Json);
        (int? version, string message) = PropertyRequests.Version(call.Json);
        return Answer.Ok(PropertyJson.Of(call.Wiki.UpdateProperty(call.User, content, property, key, value, version, message)));
    }

    private static Answer Delete(Call call, ContentCollection collection)
    {
        Content content = collection.FindPublished(call);
        call.Wiki.RemoveProperty(call.User, content, PropertyRequests.Find(call, content.Properties));
        return Answer.NoContent();
    }
}
