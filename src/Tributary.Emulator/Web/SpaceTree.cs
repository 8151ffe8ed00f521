using Tributary.Emulator.World;

namespace Tributary.Emulator.Web;

/// <summary>The pages of a space beside the one that is read: open along the way to it, so that large spaces stay small.</summary>
internal static class SpaceTree
{
    private const int MostSiblings = 100;

    public static Html Sidebar(Visit visit, Space space, Content? here)
    {
        var open = here is null ? [] : visit.Wiki.Ancestors(here).Append(here).ToHashSet();
        Content? home = space.HomepageId is { } id ? visit.Wiki.Find(id) : null;
        if (home is not null) open.Add(home);
        return Html.Of($"""
            <aside class="sidebar">
            <a class="space" href="{visit.Url(space)}"><span class="avatar">{space.Key[..Math.Min(3, space.Key.Length)]}</span> {space.Name}</a>
            <ul class="places"><li><a href="{visit.Url($"/spaces/{space.Key}/pages")}">All pages</a></li><li><a href="{visit.Url($"/spaces/{space.Key}/blog")}">Blog</a></li></ul>
            <nav aria-label="Pages">{Level(visit, visit.Wiki.Roots(space), open, here)}</nav>
            </aside>
            """);
    }

    /// <summary>The whole tree, with who changed each page last.</summary>
    public static Html Index(Visit visit, Space space) => IndexLevel(visit, visit.Wiki.Roots(space));

    private static Html Level(Visit visit, IEnumerable<Content> pages, HashSet<Content> open, Content? here)
    {
        Content[] shown = [.. pages.Where(page => (page.Status == ContentStatus.Current || page == here) && visit.Sees(page))];
        if (shown.Length == 0) return Html.Empty;

        // Of very many siblings those round the open one are shown.
        int first = Math.Clamp(Array.FindIndex(shown, open.Contains) - (MostSiblings / 2), 0, Math.Max(0, shown.Length - MostSiblings));
        Content[] near = [.. shown.Skip(first).Take(MostSiblings)];
        Html more = shown.Length == near.Length ? Html.Empty : Html.Of($"<li class=\"more\">{shown.Length - near.Length} more</li>");
        return Html.Of($"<ul>{near.Select(page => Item(visit, page, open, here))}{more}</ul>");
    }

    private static Html Item(Visit visit, Content page, HashSet<Content> open, Content? here)
    {
        Html below = open.Contains(page) ? Level(visit, visit.Wiki.Children(page), open, here) : Html.Empty;
        bool hasMore = below.Text.Length == 0 && visit.Wiki.Children(page).Any(visit.Sees);
        string state = below.Text.Length > 0 ? "open" : hasMore ? "closed" : "leaf";
        return Html.Of($"<li class=\"{state}\"><a href=\"{visit.Url(page)}\"{Frame.Current(page == here)}>{Visit.Title(page)}</a>{visit.Badges(page)}{below}</li>");
    }

    private static Html IndexLevel(Visit visit, IEnumerable<Content> pages)
    {
        Content[] shown = [.. pages.Where(visit.Sees)];
        return shown.Length == 0 ? Html.Empty : Html.Of($"<ul class=\"index\">{shown.Select(page => IndexItem(visit, page))}</ul>");
    }

    private static Html IndexItem(Visit visit, Content page) => Html.Of(
        $"<li>{visit.Link(page)}{visit.Badges(page)} <span class=\"when\">{visit.Person(page.Latest.AuthorId)}, {Visit.Day(page.Latest.When)}</span>{IndexLevel(visit, visit.Wiki.Children(page))}</li>");
}
