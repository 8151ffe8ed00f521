using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Spaces;

/// <summary>GET /spaces, among those that the user may see.</summary>
internal static class ListSpaces
{
    public static void Map(Routes routes) => routes.Get("/spaces", Serve);

    private static Answer Serve(Call call)
    {
        HashSet<long> ids = [.. call.ManyNumbers("ids")];
        HashSet<string> keys = new(call.Many("keys"), StringComparer.OrdinalIgnoreCase);
        IReadOnlyList<string> labels = call.Many("labels");
        string? type = call.Query("type");
        string? status = call.Query("status");
        string? favouredBy = Person(call, "favorited-by");
        string? notFavouredBy = Person(call, "not-favorited-by");
        return CursorPaging.Page(
            call,
            Ordered(call),
            space => space.IdText,
            space => (ids.Count == 0 || ids.Contains(space.Id))
                && (keys.Count == 0 || keys.Contains(space.Key))
                && (type is null || Wire.Name(space.Type) == type)
                && (status is null || status == "archived" == space.IsArchived)
                && (labels.Count == 0 || space.Labels.Any(label => labels.Contains(label.Name)))
                && (favouredBy is null || space.Favourites.Contains(favouredBy))
                && (notFavouredBy is null || !space.Favourites.Contains(notFavouredBy))
                && call.Wiki.CanView(call.User, space),
            space => SpaceJson.Of(call, space));
    }

    private static string? Person(Call call, string parameter) => call.Query(parameter) is "currentUser()" ? call.User.AccountId : call.Query(parameter);

    private static IReadOnlyList<Space> Ordered(Call call) => call.Query("sort") switch
    {
        null or "id" => call.Wiki.Spaces,
        "-id" => [.. call.Wiki.Spaces.Reverse()],
        "key" => [.. call.Wiki.Spaces.OrderBy(space => space.Key, StringComparer.OrdinalIgnoreCase)],
        "-key" => [.. call.Wiki.Spaces.OrderByDescending(space => space.Key, StringComparer.OrdinalIgnoreCase)],
        "name" => [.. call.Wiki.Spaces.OrderBy(space => space.Name, StringComparer.OrdinalIgnoreCase)],
        "-name" => [.. call.Wiki.Spaces.OrderByDescending(space => space.Name, StringComparer.OrdinalIgnoreCase)],
        { } sort => throw ConfluenceException.BadRequest($"Provided value {{{sort}}} for 'sort' is not valid. Valid values are: id, -id, key, -key, name, -name."),
    };
}
