using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Labels;

/// <summary><c>/space/{key}/label</c> on Cloud: a space's own labels.</summary>
internal static class SpaceLabels
{
    public static void Map(Routes routes)
    {
        routes.Get("/space/{key}/label", List);
        routes.Post("/space/{key}/label", Add);
        routes.Delete("/space/{key}/label", Remove);
    }

    private static Answer List(Call call)
    {
        Space space = Named.Space(call);
        string? prefix = call.Query("prefix");
        return Answer.Ok(Lists.Page(call, space.Labels.Where(label => prefix is null || label.Prefix == prefix), new Rendering(call).Label));
    }

    private static Answer Add(Call call)
    {
        Space space = Named.Space(call);
        call.Wiki.RequireAdminister(call.User, space);
        foreach ((string prefix, string name) in LabelRequests.Of(call)) call.Wiki.AddLabel(call.User, space, prefix, name);
        return List(call);
    }

    private static Answer Remove(Call call)
    {
        Space space = Named.Space(call);
        call.Wiki.RemoveLabel(call.User, space, call.Query("name") ?? throw ConfluenceException.BadRequest("The label name is required"));
        return Answer.NoContent();
    }
}
