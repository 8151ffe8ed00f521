using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Pages;

/// <summary>Versions of a content: restored (POST), deleted for good (DELETE), and listed where v1 still lists them.</summary>
internal static class PageVersions
{
    public static void Map(Routes routes)
    {
        if (routes.Site.IsCloud) routes.Post("/content/{id}/version", Restore);
        routes.Delete("/content/{id}/version/{number}", Delete);
    }

    /// <summary>Gone from Cloud, and never under <c>/rest/api</c> on Data Center.</summary>
    public static void MapReads(Routes routes)
    {
        routes.Get("/content/{id}/version", List);
        routes.Get("/content/{id}/version/{number}", Get);
    }

    /// <summary>Data Center keeps these under <c>/rest/experimental</c>.</summary>
    public static void MapExperimental(Routes routes)
    {
        MapReads(routes);
        routes.Post("/content/{id}/version", Restore);
        routes.Delete("/content/{id}/version/{number}", Delete);
    }

    private static Answer List(Call call)
    {
        Content content = Named.Content(call);
        Expansion expand = Expansion.Of(call);
        Rendering rendering = new(call);
        return Answer.Ok(Lists.Page(call, Enumerable.Reverse(content.Versions), version => rendering.Version(content, version, expand)));
    }

    private static Answer Get(Call call)
    {
        Content content = Named.Content(call);
        ContentVersion version = Named.Version(content, call.RouteNumber("number"));
        return Answer.Ok(new Rendering(call).Version(content, version, Expansion.Of(call, "content")));
    }

    private static Answer Restore(Call call)
    {
        Content content = Named.Content(call);
        if (Field.RequiredText(call.Json, "operationKey") != "restore") throw ConfluenceException.BadRequest("operationKey must be 'restore'");
        JsonObject parameters = Field.Object(call.Json, "params") ?? throw ConfluenceException.BadRequest("params is required");
        int number = Field.Number(parameters, "versionNumber") ?? throw ConfluenceException.BadRequest("versionNumber is required");
        ContentVersion restored = call.Wiki.RestoreVersion(call.User, content, number, Field.Text(parameters, "message") ?? "", Field.Flag(parameters, "restoreTitle") ?? false);
        return Answer.Ok(new Rendering(call).Version(content, restored, Expansion.Of(call, "content")));
    }

    private static Answer Delete(Call call)
    {
        Content content = Named.Content(call);
        call.Wiki.DeleteVersion(call.User, content, Named.Version(content, call.RouteNumber("number")).Number);
        return Answer.NoContent();
    }
}
