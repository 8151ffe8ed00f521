using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Fields;

/// <summary>Issue types, statuses, priorities and the like, as lists and issues show them alike.</summary>
internal static class CatalogJson
{
    public static IReadOnlyList<(int Id, string Key, string Color, string Name)> Categories { get; } =
    [
        (1, "undefined", "medium-gray", "No Category"), (2, "new", "blue-gray", "To Do"), (4, "indeterminate", "yellow", "In Progress"), (3, "done", "green", "Done"),
    ];

    public static JsonObject IssueType(JiraCall call, string id)
    {
        IssueType type = Catalog.IssueTypes.First(type => type.Id == id);
        var json = new JsonObject
        {
            ["self"] = $"{call.Api}/issuetype/{type.Id}",
            ["id"] = type.Id,
            ["description"] = type.Description,
            ["iconUrl"] = $"{call.Site.Origin}/images/icons/issuetypes/{type.Id}.svg",
            ["name"] = type.Name,
            ["subtask"] = type.IsSubtask,
            ["avatarId"] = long.Parse(type.Id, CultureInfo.InvariantCulture) + 300,
        };
        if (call.IsCloud) json["hierarchyLevel"] = type.Level;
        return json;
    }

    public static JsonObject Status(JiraCall call, string id)
    {
        Status status = Catalog.Statuses.First(status => status.Id == id);
        return new()
        {
            ["self"] = $"{call.Api}/status/{status.Id}",
            ["description"] = "",
            ["iconUrl"] = $"{call.Site.Origin}/images/icons/statuses/{status.Id}.png",
            ["name"] = status.Name,
            ["id"] = status.Id,
            ["statusCategory"] = Category(call, status.Category),
        };
    }

    public static JsonObject Category(JiraCall call, string key)
    {
        (int id, _, string color, string name) = Categories.First(category => category.Key == key);
        return new() { ["self"] = $"{call.Api}/statuscategory/{id}", ["id"] = id, ["key"] = key, ["colorName"] = color, ["name"] = name };
    }

    public static JsonObject Priority(JiraCall call, string id)
    {
        Priority priority = Catalog.Priorities.First(priority => priority.Id == id);
        return new()
        {
            ["self"] = $"{call.Api}/priority/{priority.Id}",
            ["iconUrl"] = $"{call.Site.Origin}/images/icons/priorities/{priority.Name.ToLowerInvariant()}.svg",
            ["name"] = priority.Name,
            ["id"] = priority.Id,
        };
    }

    /// <summary>With what lists tell beside.</summary>
    public static JsonObject PriorityListed(JiraCall call, string id)
    {
        JsonObject json = Priority(call, id);
        json["statusColor"] = Catalog.Priorities.First(priority => priority.Id == id).Color;
        json["description"] = "";
        if (call.IsCloud) json["isDefault"] = id == Catalog.Medium;
        return json;
    }

    public static JsonObject Resolution(JiraCall call, string id)
    {
        var resolution = Catalog.Resolutions.First(resolution => resolution.Id == id);
        return new()
        {
            ["self"] = $"{call.Api}/resolution/{resolution.Id}",
            ["id"] = resolution.Id,
            ["description"] = resolution.Description,
            ["name"] = resolution.Name,
        };
    }

    public static JsonObject LinkType(JiraCall call, string id)
    {
        IssueLinkType type = Catalog.LinkTypes.First(type => type.Id == id);
        return new()
        {
            ["id"] = type.Id,
            ["name"] = type.Name,
            ["inward"] = type.Inward,
            ["outward"] = type.Outward,
            ["self"] = $"{call.Api}/issueLinkType/{type.Id}",
        };
    }

    public static JsonObject Option(JiraCall call, FieldOption option) => new()
    {
        ["self"] = $"{call.Api}/customFieldOption/{option.Id}",
        ["value"] = option.Value,
        ["id"] = option.Id,
    };

    /// <summary>What kind of values a field has.</summary>
    public static JsonObject Schema(Field field)
    {
        var schema = new JsonObject { ["type"] = field.Type };
        if (field.Items is not null) schema["items"] = field.Items;
        if (field.CustomType is null)
        {
            schema["system"] = field.Id;
        }
        else
        {
            schema["custom"] = field.CustomType;
            schema["customId"] = field.CustomId;
        }

        return schema;
    }
}
