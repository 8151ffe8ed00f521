using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Permissions;

/// <summary>GET /spaces/{id}/permissions: who was granted what.</summary>
internal static class ListSpacePermissions
{
    private static readonly (SpacePermission Permission, string Operation, string Target)[] Operations =
    [
        (SpacePermission.View, "read", "space"),
        (SpacePermission.Edit, "create", "page"),
        (SpacePermission.Edit, "create", "blogpost"),
        (SpacePermission.Edit, "create", "comment"),
        (SpacePermission.Edit, "create", "attachment"),
        (SpacePermission.Edit, "delete", "page"),
        (SpacePermission.Administer, "administer", "space"),
    ];

    public static void Map(Routes routes) => routes.Get("/spaces/{id}/permissions", call =>
        CursorPaging.Page(call, [.. Of(call.Wiki.VisibleSpace(call.User, call.RouteNumber()))], grant => (string)grant["id"]!, _ => true, grant => grant));

    public static IEnumerable<JsonObject> Of(Space space)
    {
        int number = 0;
        foreach ((SpacePermission permission, string operation, string target) in Operations)
        {
            Restriction grants = space.Grants(permission);
            foreach ((string type, string id) in grants.Users.Select(user => ("user", user)).Concat(grants.Groups.Select(group => ("group", group))))
            {
                yield return new JsonObject
                {
                    ["id"] = $"{space.Id}{++number:00}",
                    ["principal"] = new JsonObject { ["type"] = type, ["id"] = id },
                    ["operation"] = new JsonObject { ["key"] = operation, ["targetType"] = target },
                };
            }
        }
    }
}
