using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Spaces;

/// <summary>POST /spaces.</summary>
internal static class CreateSpace
{
    public static void Map(Routes routes) => routes.Post("/spaces", Serve);

    private static Answer Serve(Call call)
    {
        JsonObject request = call.Json;
        string? alias = Field.Text(request, "alias");
        string key = Field.Text(request, "key") ?? alias ?? throw ConfluenceException.BadMessage("Either a key or an alias must be given");
        Space? pattern = Field.Text(request, "copySpaceAccessConfiguration") is null ? null : call.Wiki.VisibleSpace(call.User, Field.Id(request, "copySpaceAccessConfiguration"));
        Space space = call.Wiki.CreateSpace(call.User, new NewSpace(key, Field.RequiredText(request, "name"), Description(request))
        {
            Alias = alias,
            Private = Field.Flag(request, "createPrivateSpace") ?? false,
        });
        if (pattern is not null) call.Wiki.ChangeGrants(space, created => Copy(pattern, created));
        JsonObject json = SpaceJson.Of(call, space);
        json["_links"]!["base"] = call.Site.BaseUrl;
        return Answer.Json(201, json);
    }

    private static string Description(JsonObject request) =>
        Field.Object(request, "description") is { } description ? Field.Text(description, "value") ?? "" : "";

    private static void Copy(Space pattern, Space created)
    {
        foreach (SpacePermission permission in Enum.GetValues<SpacePermission>())
        {
            created.Grants(permission).Users.UnionWith(pattern.Grants(permission).Users);
            created.Grants(permission).Groups.UnionWith(pattern.Grants(permission).Groups);
        }
    }
}
