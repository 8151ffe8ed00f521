using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Labels;

/// <summary>GET /{kind}/{id}/labels, /labels, /spaces/{id}/labels and /spaces/{id}/content/labels. Writing labels is v1's.</summary>
internal static class ListLabels
{
    public static void Map(Routes routes)
    {
        foreach (ContentCollection collection in (ContentCollection[])[ContentCollection.Pages, ContentCollection.BlogPosts, ContentCollection.Attachments, ContentCollection.CustomContent])
        {
            routes.Get($"/{collection.Path}/{{id}}/labels", call => List(call, collection.FindPublished(call).Labels));
        }

        routes.Get("/labels", OfSite);
        routes.Get("/spaces/{id}/labels", call => List(call, call.Wiki.VisibleSpace(call.User, call.RouteNumber()).Labels));
        routes.Get("/spaces/{id}/content/labels", OfContentIn);
    }

    private static Answer OfSite(Call call)
    {
        HashSet<long> ids = [.. call.ManyNumbers("label-id")];
        return List(call, call.Wiki.Labels.Where(label => ids.Count == 0 || ids.Contains(label.Id)));
    }

    private static Answer OfContentIn(Call call)
    {
        Space space = call.Wiki.VisibleSpace(call.User, call.RouteNumber());
        return List(call, call.Wiki.ContentsOf(space).Where(content => call.Wiki.CanView(call.User, content)).SelectMany(content => content.Labels).Distinct());
    }

    private static Answer List(Call call, IEnumerable<Label> labels)
    {
        IReadOnlyList<string> prefixes = call.Many("prefix");
        IEnumerable<Label> shown = labels.Where(label => prefixes.Count == 0 || prefixes.Contains(label.Prefix));
        string sort = call.Query("sort") ?? "id";
        IEnumerable<Label> ascending = sort.TrimStart('-') switch
        {
            // An id is as old as its label.
            "id" or "created-date" => shown.OrderBy(label => label.Id),
            "name" => shown.OrderBy(label => label.Name, StringComparer.Ordinal),
            _ => throw ConfluenceException.BadRequest($"Provided value {{{sort}}} for 'sort' is not valid. Valid values are: created-date, -created-date, id, -id, name, -name."),
        };
        return CursorPaging.Page(call, sort.StartsWith('-') ? ascending.Reverse() : ascending, label => $"{label.Id}", LabelJson.Of);
    }
}
