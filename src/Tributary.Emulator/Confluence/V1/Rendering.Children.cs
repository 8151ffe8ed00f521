using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1;

internal sealed partial class Rendering
{
    /// <summary>Children by type, those expanded that are asked for.</summary>
    public JsonObject ChildrenOf(Content content, Expansion expand)
    {
        var expandable = new JsonObject();
        var rendered = new JsonObject();
        foreach (string type in ChildTypeNames)
        {
            string address = $"/rest/api/content/{content.Id}/child/{type}";
            Expand(rendered, expandable, expand, type, address, below => Inner(Children(content, type), address, below));
        }

        rendered["_expandable"] = expandable;
        rendered["_links"] = new JsonObject { ["self"] = $"{site.BaseUrl}/rest/api/content/{content.Id}/child" };
        return rendered;
    }

    public JsonObject DescendantsOf(Content content, Expansion expand)
    {
        var expandable = new JsonObject();
        var rendered = new JsonObject();
        foreach (string type in ChildTypeNames)
        {
            string address = $"/rest/api/content/{content.Id}/descendant/{type}";
            Expand(rendered, expandable, expand, type, address, below => Inner(Descendants(content, type), address, below));
        }

        rendered["_expandable"] = expandable;
        rendered["_links"] = new JsonObject { ["self"] = $"{site.BaseUrl}/rest/api/content/{content.Id}/descendant" };
        return rendered;
    }

    public static string[] ChildTypeNames { get; } = ["page", "attachment", "comment"];

    /// <summary>What the caller may see of a content's children of one type; unknown types are refused as Confluence does.</summary>
    public IEnumerable<Content> Children(Content content, string type) => Visible(type switch
    {
        "page" => wiki.Children(content).Where(child => child.Type == ContentType.Page && child.Status == ContentStatus.Current),
        "attachment" => wiki.AttachmentsOf(content).Where(attachment => attachment.Status == ContentStatus.Current),
        "comment" when content is Comment => wiki.CommentsOn(wiki.ContainerOf(content)!).Where(answer => answer.ParentId == content.Id),
        "comment" => wiki.CommentsOn(content).Where(comment => comment.ParentId is null),
        _ => throw ConfluenceException.BadRequest($"Unsupported content type: {type}"),
    });

    public IEnumerable<Content> Descendants(Content content, string type)
    {
        IEnumerable<Content> below = wiki.Descendants(content, int.MaxValue).Select(each => each.Content);
        return Visible(type switch
        {
            "page" => below.Where(each => each.Type == ContentType.Page && each.Status == ContentStatus.Current),
            "attachment" => Children(content, type),
            "comment" => wiki.CommentsOn(content),
            _ => throw ConfluenceException.BadRequest($"Unsupported content type: {type}"),
        });
    }

    private IEnumerable<Content> Visible(IEnumerable<Content> contents) => contents.Where(each => wiki.CanView(call.User, each));

    private JsonObject Inner(IEnumerable<Content> contents, string address, Expansion expand)
    {
        Content[] all = [.. contents];
        return new JsonObject
        {
            ["results"] = Array(all.Take(Lists.DefaultLimit), each => Content(each, expand)),
            ["start"] = 0,
            ["limit"] = Lists.DefaultLimit,
            ["size"] = Math.Min(all.Length, Lists.DefaultLimit),
            ["_links"] = new JsonObject { ["self"] = site.BaseUrl + address },
        };
    }

    private JsonObject ChildTypes(Content content)
    {
        var types = new JsonObject();
        foreach (string type in ChildTypeNames)
        {
            types[type] = new JsonObject
            {
                ["value"] = Children(content, type).Any(),
                ["_links"] = new JsonObject { ["self"] = $"{site.BaseUrl}/rest/api/content/{content.Id}/child/{type}" },
            };
        }

        return types;
    }
}
