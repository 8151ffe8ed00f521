using System.Text.Json.Nodes;
using Tributary.Emulator.Confluence.V1.Contents;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Spaces;

/// <summary><c>GET /space</c>, <c>/space/{key}</c> and <c>/space/{key}/content</c>.</summary>
internal static class SpaceReads
{
    public static void Map(Routes routes)
    {
        routes.Get("/space", Find);
        routes.Get("/space/{key}", Get);
        routes.Get("/space/{key}/content", All);
        routes.Get("/space/{key}/content/{type}", call => Lists.Contents(call, In(call, ContentRequests.Type(call.Route("type")))));
    }

    private static Answer Find(Call call)
    {
        string[] keys = [.. call.Many("spaceKey"), .. call.Many("spaceKeys"), .. call.Many("spaceKeySingle")];
        IReadOnlyList<string> ids = [.. call.Many("spaceId"), .. call.Many("spaceIds")];
        string? type = call.Query("type");
        IReadOnlyList<string> labels = call.Many("label");
        IReadOnlyList<string> contentLabels = call.Many("contentLabel");
        bool? archived = call.Query("status") switch
        {
            null => null,
            "current" => false,
            "archived" => true,
            { } other => throw ConfluenceException.BadRequest($"Unsupported status: {other}"),
        };
        if (type is not (null or "global" or "personal")) throw ConfluenceException.BadRequest($"Unsupported space type: {type}");
        bool favourites = call.Flag("favourite");
        Expansion expand = Expansion.Of(call);
        Rendering rendering = new(call);
        return Answer.Ok(Lists.Page(
            call,
            call.Wiki.Spaces.Where(space =>
                call.Wiki.CanView(call.User, space)
                && (keys.Length == 0 || keys.Contains(space.Key, StringComparer.OrdinalIgnoreCase))
                && (ids.Count == 0 || ids.Contains(space.IdText))
                && (type is null || Wire.Name(space.Type) == type)
                && (archived is null || space.IsArchived == archived)
                && (labels.Count == 0 || space.Labels.Exists(label => labels.Contains(label.Name)))
                && (contentLabels.Count == 0 || HasContentLabelled(call, space, contentLabels))
                && (!favourites || space.Favourites.Contains(call.User.AccountId))),
            space => rendering.Space(space, expand)));
    }

    private static bool HasContentLabelled(Call call, Space space, IReadOnlyList<string> labels) => call.Wiki.ContentsOf(space).Any(content =>
        content.Labels.Exists(label => labels.Contains(label.Name)) && call.Wiki.CanView(call.User, content));

    private static Answer Get(Call call)
    {
        Rendering rendering = new(call);
        return Answer.Ok(rendering.Top(rendering.Space(Named.Space(call), Expansion.Of(call))));
    }

    private static Answer All(Call call)
    {
        Expansion expand = Expansion.Of(call);
        Rendering rendering = new(call);
        var byType = new JsonObject();
        foreach (ContentType type in (ContentType[])[ContentType.Page, ContentType.BlogPost])
        {
            byType[Wire.Name(type)] = Lists.Page(call, In(call, type), content => rendering.Content(content, expand));
        }

        byType["_links"] = rendering.Base([]);
        return Answer.Ok(byType);
    }

    private static IEnumerable<Content> In(Call call, ContentType type)
    {
        Space space = Named.Space(call);
        bool rootsOnly = call.Query("depth") == "root";
        return call.Wiki.ContentsOf(space).Where(content =>
            content.Type == type && content.Status == ContentStatus.Current && (!rootsOnly || content.ParentId is null) && call.Wiki.CanView(call.User, content));
    }
}
