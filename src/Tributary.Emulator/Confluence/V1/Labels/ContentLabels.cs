using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Labels;

/// <summary><c>/content/{id}/label</c> and <c>/content/{id}/label/{label}</c>: labels added and taken away.</summary>
internal static class ContentLabels
{
    public static void Map(Routes routes)
    {
        routes.Post("/content/{id}/label", Add);
        routes.Delete("/content/{id}/label", call => Remove(call, call.Query("name") ?? throw ConfluenceException.BadRequest("The label name is required")));
        routes.Delete("/content/{id}/label/{label}", call => Remove(call, call.Route("label")));
    }

    /// <summary>Gone from Cloud.</summary>
    public static void MapReads(Routes routes) => routes.Get("/content/{id}/label", List);

    private static Answer List(Call call)
    {
        Content content = Named.Content(call);
        string? prefix = call.Query("prefix");
        return Answer.Ok(Lists.Page(call, content.Labels.Where(label => prefix is null || label.Prefix == prefix), new Rendering(call).Label));
    }

    private static Answer Add(Call call)
    {
        Content content = Named.Content(call);
        call.Wiki.RequireEdit(call.User, content);
        foreach ((string prefix, string name) in LabelRequests.Of(call)) call.Wiki.AddLabel(call.User, content, prefix, name);
        return List(call);
    }

    private static Answer Remove(Call call, string name)
    {
        Content content = Named.Content(call);
        call.Wiki.RemoveLabel(call.User, content, name);
        return Answer.NoContent();
    }
}
