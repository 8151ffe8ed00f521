using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Versions;

/// <summary>GET /{kind}/{id}/versions, newest first.</summary>
internal static class ListVersions
{
    public static IReadOnlyList<ContentCollection> Versioned { get; } =
    [
        ContentCollection.Pages, ContentCollection.BlogPosts, ContentCollection.Attachments, ContentCollection.CustomContent, ContentCollection.FooterComments, ContentCollection.InlineComments,
    ];

    public static void Map(Routes routes)
    {
        foreach (ContentCollection collection in Versioned) routes.Get($"/{collection.Path}/{{id}}/versions", call => List(call, collection));
    }

    private static Answer List(Call call, ContentCollection collection)
    {
        Content content = collection.Find(call);
        string? format = BodyJson.Format(call, inList: true);
        IEnumerable<ContentVersion> ordered = call.Query("sort") switch
        {
            null or "-modified-date" => Enumerable.Reverse(content.Versions),
            "modified-date" => content.Versions,
            { } sort => throw ConfluenceException.BadRequest($"Provided value {{{sort}}} for 'sort' is not valid. Valid values are: modified-date, -modified-date."),
        };
        return CursorPaging.Page(call, ordered, version => version.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), version =>
        {
            JsonObject json = VersionJson.Of(version);
            var entity = new JsonObject { ["id"] = content.Id, ["title"] = version.Title };
            if (format is not null) entity["body"] = BodyJson.Of(call, content, version, format);
            json[collection.VersionOf] = entity;
            return json;
        });
    }
}
