using System.Text.Json.Nodes;

namespace Tributary.Emulator.World;

internal sealed partial class Wiki
{
    private const int LargestProperty = 32768;

    public Property AddProperty(User by, Content content, string key, JsonNode? value)
    {
        RequireEdit(by, content);
        return AddTo(by, content.Properties, key, value);
    }

    public Property AddProperty(User by, Space space, string key, JsonNode? value)
    {
        RequireAdminister(by, space);
        return AddTo(by, space.Properties, key, value);
    }

    /// <param name="version">The number to write: current + 1.</param>
    public Property UpdateProperty(User by, Content content, Property property, string key, JsonNode? value, int? version, string message)
    {
        RequireEdit(by, content);
        return Change(by, content.Properties, property, key, value, version, message);
    }

    public Property UpdateProperty(User by, Space space, Property property, string key, JsonNode? value, int? version, string message)
    {
        RequireAdminister(by, space);
        return Change(by, space.Properties, property, key, value, version, message);
    }

    public void RemoveProperty(User by, Content content, Property property)
    {
        RequireEdit(by, content);
        content.Properties.Remove(property);
        Changed();
    }

    public void RemoveProperty(User by, Space space, Property property)
    {
        RequireAdminister(by, space);
        space.Properties.Remove(property);
        Changed();
    }

    private Property AddTo(User by, List<Property> properties, string key, JsonNode? value)
    {
        RequireProperty(key, value);
        if (properties.Exists(property => property.Key == key)) throw ConfluenceException.Conflict($"A property with key {key} already exists");
        var added = new Property { Id = NextSmallId(), Key = key, Value = value?.DeepClone(), Version = 1, AuthorId = by.AccountId, CreatedAt = Now, When = Now };
        properties.Add(added);
        Changed();
        return added;
    }

    private Property Change(User by, List<Property> properties, Property property, string key, JsonNode? value, int? version, string message)
    {
        RequireProperty(key, value);
        if (version != property.Version + 1) throw ConfluenceException.StaleVersion(property.Version, version);
        if (key != property.Key && properties.Exists(other => other.Key == key)) throw ConfluenceException.Conflict($"A property with key {key} already exists");
        property.Key = key;
        property.Value = value?.DeepClone();
        property.Version = property.Version + 1;
        property.Message = message;
        property.AuthorId = by.AccountId;
        property.When = Now;
        Changed();
        return property;
    }

    private static void RequireProperty(string key, JsonNode? value)
    {
        if (key.Length is 0 or > 255) throw ConfluenceException.BadRequest("Property key must have 1 to 255 characters");
        if (value?.ToJsonString().Length > LargestProperty) throw ConfluenceException.TooLarge($"Property value is larger than {LargestProperty} characters");
    }
}
