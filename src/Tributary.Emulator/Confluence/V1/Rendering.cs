using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1;

/// <summary>v1's objects as JSON: what is not expanded stands in <c>_expandable</c> with the path that gives it.</summary>
internal sealed partial class Rendering(Call call)
{
    private readonly Site site = call.Site;
    private readonly Wiki wiki = call.Wiki;

    /// <summary>Links of a list or of a single object at the top of an answer.</summary>
    public JsonObject Base(JsonObject links)
    {
        links["base"] = site.BaseUrl;
        links["context"] = site.ContextPath;
        return links;
    }

    public JsonObject Top(JsonObject rendered)
    {
        Base(rendered["_links"]!.AsObject());
        return rendered;
    }

    public JsonObject Person(User user)
    {
        JsonObject picture = Picture("default");
        return site.IsCloud
            ? new JsonObject
            {
                ["type"] = "known",
                ["accountId"] = user.AccountId,
                ["accountType"] = "atlassian",
                ["email"] = user.Email,
                ["publicName"] = user.DisplayName,
                ["profilePicture"] = picture,
                ["displayName"] = user.DisplayName,
                ["timeZone"] = user.TimeZone,
                ["isExternalCollaborator"] = false,
                ["isGuest"] = false,
                ["_expandable"] = new JsonObject { ["operations"] = "", ["personalSpace"] = "" },
                ["_links"] = new JsonObject { ["self"] = $"{site.BaseUrl}/rest/api/user?accountId={user.AccountId}" },
            }
            : new JsonObject
            {
                ["type"] = "known",
                ["username"] = user.Username,
                ["userKey"] = user.UserKey,
                ["profilePicture"] = picture,
                ["displayName"] = user.DisplayName,
                ["_expandable"] = new JsonObject { ["status"] = "" },
                ["_links"] = new JsonObject { ["self"] = $"{site.BaseUrl}/rest/api/user?key={user.UserKey}" },
            };
    }

    /// <summary>A person by account id; someone who is gone is anonymous.</summary>
    public JsonObject Person(string accountId) => wiki.FindUser(accountId) is { } user ? Person(user) : Nobody();

    public static JsonObject Nobody() => new() { ["type"] = "anonymous", ["displayName"] = "Anonymous" };

    public JsonObject Picture(string name) => new()
    {
        ["path"] = $"{site.ContextPath}/images/icons/profilepics/{name}.svg",
        ["width"] = 48,
        ["height"] = 48,
        ["isDefault"] = true,
    };

    public JsonObject Group(Group group) => new()
    {
        ["type"] = "group",
        ["name"] = group.Name,
        ["id"] = group.Id,
        ["_links"] = new JsonObject { ["self"] = site.IsCloud ? $"{site.BaseUrl}/rest/api/group/by-id?id={group.Id}" : $"{site.BaseUrl}/rest/api/group/{group.Name}" },
    };

    public JsonObject Label(Label label) => new()
    {
        ["prefix"] = label.Prefix,
        ["name"] = label.Name,
        ["id"] = label.Id.ToString(CultureInfo.InvariantCulture),
        ["label"] = label.Prefix == "global" ? label.Name : $"{label.Prefix}:{label.Name}",
    };

    public JsonObject Version(Content content, ContentVersion version, Expansion expand)
    {
        var expandable = new JsonObject { ["collaborators"] = "" };
        var rendered = new JsonObject
        {
            ["by"] = Person(version.AuthorId),
            ["when"] = Wire.Time(version.When),
            ["friendlyWhen"] = Friendly(version.When),
            ["message"] = version.Message,
            ["number"] = version.Number,
            ["minorEdit"] = version.Minor,
            ["_expandable"] = expandable,
            ["_links"] = new JsonObject { ["self"] = $"{site.BaseUrl}/rest/{(site.IsCloud ? "api" : "experimental")}/content/{content.Id}/version/{version.Number}" },
        };
        if (site.IsCloud)
        {
            rendered["contentTypeModified"] = false;
        }
        else
        {
            rendered["hidden"] = false;
        }

        Expand(rendered, expandable, expand, "content", $"/rest/api/content/{content.Id}", below => Content(content, version, below));
        return rendered;
    }

    public static string Friendly(DateTimeOffset when) => when.UtcDateTime.ToString("MMM dd, yyyy", CultureInfo.InvariantCulture);

    /// <summary>Puts a part in its place when it is asked for, and its address under <c>_expandable</c> when not.</summary>
    private static void Expand(JsonObject into, JsonObject expandable, Expansion expand, string name, string address, Func<Expansion, JsonNode?> part)
    {
        if (expand.Has(name))
        {
            into[name] = part(expand[name]);
        }
        else
        {
            expandable[name] = address;
        }
    }
}
