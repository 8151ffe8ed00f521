using System.Text.Json.Nodes;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Spaces;

/// <summary>Spaces created, changed and deleted: the part of <c>/space</c> that both deployments have.</summary>
internal static class SpaceWrites
{
    public static void Map(Routes routes)
    {
        routes.Post("/space", call => Create(call, isPrivate: false));
        routes.Post("/space/_private", call => Create(call, isPrivate: true));
        routes.Put("/space/{key}", Update);
        routes.Delete("/space/{key}", call => LongTasks.LongTaskAnswers.Accepted(call, call.Wiki.DeleteSpace(call.User, call.Wiki.VisibleSpace(call.User, call.Route("key")))));
    }

    private static Answer Create(Call call, bool isPrivate)
    {
        Space space = call.Wiki.CreateSpace(call.User, new NewSpace(Field.RequiredText(call.Json, "key"), Field.RequiredText(call.Json, "name"), Description(call.Json) ?? "")
        {
            Alias = Field.Text(call.Json, "alias"),
            Private = isPrivate,
        });
        return Rendered(call, space);
    }

    private static Answer Update(Call call)
    {
        Space space = call.Wiki.VisibleSpace(call.User, call.Route("key"));
        string? homepage = Field.Object(call.Json, "homepage") is { } given ? Field.Text(given, "id") : null;
        return Rendered(call, call.Wiki.UpdateSpace(call.User, space, Field.Text(call.Json, "name"), Description(call.Json), homepage));
    }

    private static string? Description(JsonObject given) =>
        Field.Object(given, "description") is { } description && Field.Object(description, "plain") is { } plain ? Field.Text(plain, "value") : null;

    private static Answer Rendered(Call call, Space space)
    {
        Rendering rendering = new(call);
        return Answer.Ok(rendering.Top(rendering.Space(space, Expansion.Of(call, "description.plain", "homepage"))));
    }
}
