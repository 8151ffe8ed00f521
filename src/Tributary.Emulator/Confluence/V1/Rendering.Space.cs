using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1;

internal sealed partial class Rendering
{
    private static readonly (SpacePermission Permission, string Operation, string Target)[] GrantNames =
    [
        (SpacePermission.View, "read", "space"),
        (SpacePermission.Edit, "create", "page"),
        (SpacePermission.Administer, "administer", "space"),
    ];

    public JsonObject Space(Space space, Expansion expand)
    {
        string address = $"/rest/api/space/{space.Key}";
        var expandable = new JsonObject();
        var rendered = new JsonObject
        {
            ["id"] = space.Id,
            ["key"] = space.Key,
            ["name"] = space.Name,
            ["type"] = Wire.Name(space.Type),
            ["status"] = space.IsArchived ? "archived" : "current",
        };
        if (site.IsCloud) rendered["alias"] = space.ActiveAlias ?? space.Key;
        Expand(rendered, expandable, expand, "description", "", below => Description(space, below));
        if (space.HomepageId is { } home && wiki.Find(home) is { } homepage)
        {
            Expand(rendered, expandable, expand, "homepage", $"/rest/api/content/{home}", below => Content(homepage, below));
        }

        Expand(rendered, expandable, expand, "metadata", "", below => SpaceMetadata(space, below));
        Expand(rendered, expandable, expand, "icon", "", _ => Icon());
        Expand(rendered, expandable, expand, "history", "", _ => new JsonObject
        {
            ["createdDate"] = Wire.Time(space.CreatedAt),
            ["createdBy"] = Person(space.AuthorId),
        });
        Expand(rendered, expandable, expand, "permissions", "", _ => Permissions(space));
        rendered["_expandable"] = expandable;
        rendered["_links"] = new JsonObject { ["webui"] = Links.WebUi(site, space), ["self"] = site.BaseUrl + address };
        return rendered;
    }

    private JsonObject Icon() => new()
    {
        ["path"] = site.ContextPath + "/images/logo/default-space-logo.svg",
        ["width"] = 48,
        ["height"] = 48,
        ["isDefault"] = true,
    };

    private static JsonObject Description(Space space, Expansion expand)
    {
        var expandable = new JsonObject();
        var rendered = new JsonObject();
        foreach (string format in (string[])["plain", "view"])
        {
            Expand(rendered, expandable, expand, format, "", _ => new JsonObject
            {
                ["value"] = format == "plain" ? space.Description : WebUtility.HtmlEncode(space.Description),
                ["representation"] = format,
                ["embeddedContent"] = new JsonArray(),
            });
        }

        rendered["_expandable"] = expandable;
        return rendered;
    }

    private JsonObject SpaceMetadata(Space space, Expansion expand)
    {
        var expandable = new JsonObject();
        var rendered = new JsonObject();
        Expand(rendered, expandable, expand, "labels", "", _ => new JsonObject
        {
            ["results"] = Array(space.Labels, Label),
            ["start"] = 0,
            ["limit"] = 200,
            ["size"] = space.Labels.Count,
            ["_links"] = new JsonObject { ["self"] = $"{site.BaseUrl}/rest/api/space/{space.Key}/label" },
        });
        rendered["_expandable"] = expandable;
        return rendered;
    }

    private JsonArray Permissions(Space space)
    {
        var permissions = new JsonArray();
        long id = space.Id * 100;
        foreach ((SpacePermission permission, string operation, string target) in GrantNames)
        {
            Restriction grants = space.Grants(permission);
            permissions.Add(new JsonObject
            {
                ["id"] = ++id,
                ["subjects"] = new JsonObject
                {
                    ["user"] = People(grants.Users, Person),
                    ["group"] = People(grants.Groups, name => Group(wiki.FindGroup(name)!)),
                },
                ["operation"] = new JsonObject { ["operation"] = operation, ["targetType"] = target },
                ["anonymousAccess"] = false,
                ["unlicensedAccess"] = false,
            });
        }

        return permissions;
    }

    /// <summary>Properties of a content as a list inside another answer.</summary>
    public JsonObject Properties(Content content, Expansion expand) => new()
    {
        ["results"] = Array(content.Properties, property => Property(content, property, expand)),
        ["start"] = 0,
        ["limit"] = 200,
        ["size"] = content.Properties.Count,
        ["_links"] = new JsonObject { ["self"] = $"{site.BaseUrl}/rest/api/content/{content.Id}/property" },
    };

    public JsonObject Property(Content content, Property property, Expansion expand)
    {
        var expandable = new JsonObject { ["content"] = $"/rest/api/content/{content.Id}" };
        var rendered = new JsonObject
        {
            ["id"] = property.Id.ToString(CultureInfo.InvariantCulture),
            ["key"] = property.Key,
            ["value"] = property.Value?.DeepClone(),
        };
        Expand(rendered, expandable, expand, "version", "", _ => new JsonObject
        {
            ["when"] = Wire.Time(property.When),
            ["message"] = property.Message,
            ["number"] = property.Version,
            ["minorEdit"] = true,
            ["hidden"] = false,
        });
        rendered["_expandable"] = expandable;
        rendered["_links"] = new JsonObject { ["self"] = $"{site.BaseUrl}/rest/api/content/{content.Id}/property/{Uri.EscapeDataString(property.Key)}" };
        return rendered;
    }
}
