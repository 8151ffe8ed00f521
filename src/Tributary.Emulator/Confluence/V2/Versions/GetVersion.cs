using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Versions;

/// <summary>GET /{kind}/{id}/versions/{number}: who wrote it and what is before and after it.</summary>
internal static class GetVersion
{
    public static void Map(Routes routes)
    {
        foreach (ContentCollection collection in ListVersions.Versioned) routes.Get($"/{collection.Path}/{{id}}/versions/{{number}}", call => Serve(call, collection));
    }

    private static Answer Serve(Call call, ContentCollection collection)
    {
        Content content = collection.Find(call);
        string text = call.Route("number");
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) throw ConfluenceException.WrongType(text, "version-number", "int");
        int place = content.Versions.FindIndex(version => version.Number == number);
        if (place < 0) throw ConfluenceException.NotFound($"No version {number} of content with id : {content.Id}");
        JsonObject json = VersionJson.Of(content.Versions[place]);
        json["contentTypeModified"] = false;
        json["collaborators"] = new JsonArray(JsonValue.Create(content.Versions[place].AuthorId));
        json["prevVersion"] = place > 0 ? content.Versions[place - 1].Number : null;
        json["nextVersion"] = place + 1 < content.Versions.Count ? content.Versions[place + 1].Number : null;
        return Answer.Ok(json);
    }
}
