using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1;

internal sealed partial class Rendering
{
    private static readonly string[] BodyFormats = ["storage", "view", "export_view", "styled_view", "editor", "anonymous_export_view"];

    public JsonObject Content(Content content, Expansion expand) => Content(content, content.Latest, expand);

    public JsonObject Content(Content content, ContentVersion version, Expansion expand)
    {
        string address = $"/rest/api/content/{content.Id}";
        var expandable = new JsonObject();
        var rendered = new JsonObject
        {
            ["id"] = content.Id,
            ["type"] = TypeName(content),
            ["status"] = version == content.Latest ? Wire.Name(content.Status) : version == content.UnpublishedDraft ? "draft" : "historical",
            ["title"] = version.Title,
        };
        Expand(rendered, expandable, expand, "space", $"/rest/api/space/{wiki.SpaceOf(content).Key}", below => Space(wiki.SpaceOf(content), below));
        Expand(rendered, expandable, expand, "history", address + "/history", below => History(content, version, below));
        Expand(rendered, expandable, expand, "version", "", below => Version(content, version, below));
        Expand(rendered, expandable, expand, "ancestors", "", below => Array(Ancestors(content), each => Content(each, below)));
        Expand(rendered, expandable, expand, "operations", "", _ => Operations(content));
        Expand(rendered, expandable, expand, "children", address + "/child", below => ChildrenOf(content, below));
        Expand(rendered, expandable, expand, "childTypes", "", _ => ChildTypes(content));
        Expand(rendered, expandable, expand, "descendants", address + "/descendant", below => DescendantsOf(content, below));
        Expand(rendered, expandable, expand, "container", "", below => Container(content, below));
        Expand(rendered, expandable, expand, "body", "", below => Body(content, version, below));
        Expand(rendered, expandable, expand, "restrictions", address + "/restriction/byOperation", below => RestrictionsByOperation(content, below));
        Expand(rendered, expandable, expand, "metadata", "", below => Metadata(content, version, below));
        rendered["extensions"] = Extensions(content, version, expand["extensions"]);
        if (site.IsCloud) rendered["macroRenderedOutput"] = new JsonObject();
        rendered["_expandable"] = expandable;
        rendered["_links"] = LinksOf(content, version);
        return rendered;
    }

    // v1 is older than folders and does not speak of them.
    private IEnumerable<Content> Ancestors(Content content) => wiki.Ancestors(content).Where(ancestor => ancestor.Type != ContentType.Folder);

    private JsonObject Container(Content content, Expansion expand) =>
        wiki.ContainerOf(content) is { } container ? Content(container, expand) : Space(wiki.SpaceOf(content), expand);

    public static string TypeName(Content content) => content switch
    {
        CustomContent custom => custom.CustomType,
        _ => Wire.Name(content.Type),
    };

    public JsonObject History(Content content, ContentVersion version, Expansion expand)
    {
        int place = content.Versions.IndexOf(version);
        var expandable = new JsonObject();
        var rendered = new JsonObject
        {
            ["latest"] = version == content.Latest,
            ["createdBy"] = Person(content.AuthorId),
            ["createdDate"] = Wire.Time(content.CreatedAt),
        };
        Expand(rendered, expandable, expand, "lastUpdated", "", below => Version(content, content.Latest, below));
        if (place > 0) Expand(rendered, expandable, expand, "previousVersion", "", below => Version(content, content.Versions[place - 1], below));
        if (place < content.Versions.Count - 1) Expand(rendered, expandable, expand, "nextVersion", "", below => Version(content, content.Versions[place + 1], below));
        Expand(rendered, expandable, expand, "contributors", "", _ => Contributors(content));
        rendered["_expandable"] = expandable;
        rendered["_links"] = new JsonObject { ["self"] = $"{site.BaseUrl}/rest/api/content/{content.Id}/history" };
        return rendered;
    }

    private JsonObject Body(Content content, ContentVersion version, Expansion expand)
    {
        var expandable = new JsonObject();
        var rendered = new JsonObject();
        string[] formats = site.IsCloud ? [.. BodyFormats, "atlas_doc_format"] : BodyFormats;
        foreach (string format in formats)
        {
            Expand(rendered, expandable, expand, format, "", _ => new JsonObject
            {
                ["value"] = Bodies.Render(call, content, version, format),
                ["representation"] = format,
                ["_expandable"] = new JsonObject { ["content"] = $"/rest/api/content/{content.Id}" },
            });
        }

        rendered["_expandable"] = expandable;
        return rendered;
    }

    private JsonObject Contributors(Content content)
    {
        string[] authors = [.. content.Versions.Select(each => each.AuthorId).Distinct()];
        return new JsonObject
        {
            ["publishers"] = new JsonObject
            {
                ["users"] = Array(authors, Person),
                ["userKeys"] = Array(authors, author => JsonValue.Create(wiki.FindUser(author)?.UserKey ?? author)),
            },
        };
    }

    private JsonArray Operations(Content content)
    {
        bool edits = wiki.CanEdit(call.User, content);
        string[] operations = edits ? ["read", "update", "delete", "copy", "move"] : ["read"];
        return Array(operations, operation => new JsonObject { ["operation"] = operation, ["targetType"] = TypeName(content) });
    }

    private JsonObject Metadata(Content content, ContentVersion version, Expansion expand)
    {
        string address = $"/rest/api/content/{content.Id}";
        var expandable = new JsonObject();
        var rendered = new JsonObject();
        if (content is Attachment)
        {
            rendered["mediaType"] = version.File!.MediaType;
            rendered["comment"] = version.Message;
        }

        Expand(rendered, expandable, expand, "labels", address + "/label", _ => new JsonObject
        {
            ["results"] = Array(content.Labels, Label),
            ["start"] = 0,
            ["limit"] = 200,
            ["size"] = content.Labels.Count,
            ["_links"] = new JsonObject { ["self"] = $"{site.BaseUrl}{address}/label" },
        });
        Expand(rendered, expandable, expand, "properties", address + "/property", below => Properties(content, below));
        Expand(rendered, expandable, expand, "currentuser", "", below => CurrentUser(content, below));
        rendered["_expandable"] = expandable;
        return rendered;
    }

    private JsonObject CurrentUser(Content content, Expansion expand)
    {
        var expandable = new JsonObject();
        var rendered = new JsonObject();
        Expand(rendered, expandable, expand, "favourited", "", _ => new JsonObject { ["isFavourite"] = content.Favourites.Contains(call.User.AccountId) });
        Expand(rendered, expandable, expand, "lastmodified", "", _ => content.Versions.LastOrDefault(each => each.AuthorId == call.User.AccountId) is { } mine
            ? new JsonObject { ["version"] = Version(content, mine, Expansion.None), ["friendlyLastModified"] = Friendly(mine.When) }
            : null);
        rendered["_expandable"] = expandable;
        return rendered;
    }

    private JsonObject Extensions(Content content, ContentVersion version, Expansion expand)
    {
        if (content is Attachment attachment)
        {
            return new JsonObject
            {
                ["mediaType"] = version.File!.MediaType,
                ["fileSize"] = version.File.Data.Length,
                ["comment"] = version.Message,
                ["mediaTypeDescription"] = version.File.MediaType,
                ["fileId"] = attachment.FileId,
                ["collectionName"] = $"contentId-{attachment.ContainerId}",
            };
        }

        if (content is not Comment comment) return new JsonObject { ["position"] = content.Position };
        var expandable = new JsonObject();
        var rendered = new JsonObject { ["location"] = comment.Location == CommentLocation.Inline ? "inline" : "footer" };
        if (comment.Location == CommentLocation.Inline)
        {
            Expand(rendered, expandable, expand, "inlineProperties", "", _ => new JsonObject { ["originalSelection"] = comment.Selection, ["markerRef"] = comment.MarkerRef });
        }

        Expand(rendered, expandable, expand, "resolution", "", _ => new JsonObject
        {
            ["status"] = comment.Location == CommentLocation.Inline ? Wire.Name(comment.Resolution) : "",
            ["lastModifier"] = comment.ResolutionModifierId is { } modifier ? Person(modifier) : null,
            ["lastModifiedDate"] = comment.ResolutionModifiedAt is { } when ? Wire.Time(when) : null,
        });
        rendered["_expandable"] = expandable;
        return rendered;
    }

    private JsonObject LinksOf(Content content, ContentVersion version)
    {
        var links = new JsonObject
        {
            ["self"] = $"{site.BaseUrl}/rest/api/content/{content.Id}",
            ["webui"] = Links.WebUi(site, content),
        };
        if (content is Attachment attachment) links["download"] = Links.Download(attachment, version);
        if (content.Type is ContentType.Page or ContentType.BlogPost)
        {
            links["tinyui"] = Links.Tiny(content);
            links["edit"] = Links.Edit(content);
            if (site.IsCloud) links["editui"] = Links.EditV2(wiki, content);
        }

        return links;
    }

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> render) => [.. items.Select(render)];
}
