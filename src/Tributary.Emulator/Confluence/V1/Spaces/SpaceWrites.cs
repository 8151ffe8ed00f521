using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
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
        routes.Delete("/space/{key}", call => LongTasks.LongTaskAnswers.Accepted(call, call.Wiki.DeleteSpace(call.User, Named.Space(call))));
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
        Space space = Named.Space(call);
        string? homepage = Field.Object(call.Json, "homepage") is { } given ? Field.Text(given, "id") : null;
        bool isArchived = Field.Text(call.Json, "status") switch
        {
            null => space.IsArchived,
            { } status when status.Equals("current", StringComparison.OrdinalIgnoreCase) => false,
            { } status when status.Equals("archived", StringComparison.OrdinalIgnoreCase) => true,
            { } status => throw ConfluenceException.BadRequest($"Unsupported status: {status}"),
        };
        call.Wiki.UpdateSpace(call.User, space, Field.Text(call.Json, "name"), Description(call.Json), homepage);
        space.IsArchived = isArchived;
        return Rendered(call, space);
    }

    private static string? Description(JsonObject given) =>
        Field.Object(given, "description") is { } description && Field.Object(description, "plain") is { } plain ? Field.Text(plain, "value") : null;

    private static Answer Rendered(Call call, Space space)
    {
        Rendering rendering = new(call);
        return Answer.Ok(rendering.Top(rendering.Space(space, Expansion.Of(call, "description.plain", "homepage"))));
    }
}
