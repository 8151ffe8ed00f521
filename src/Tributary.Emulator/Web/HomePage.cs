using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Web;

/// <summary>All spaces, and what changed lately.</summary>
internal static class HomePage
{
    private const int MostRecent = 12;

    public static Answer Show(Visit visit)
    {
        Space[] spaces = [.. visit.Wiki.Spaces.Where(space => visit.Wiki.CanView(visit.Reader, space))];
        Html cards = spaces.Length == 0
            ? Html.Of($"<p class=\"empty\">There is no space yet. Create one with the REST API, or start with the seed <code>demo</code>.</p>")
            : Html.Of($"<ul class=\"cards\">{spaces.Select(space => Card(visit, space))}</ul>");
        return Frame.Page(visit, "All spaces", Html.Of($"<h1>Spaces</h1>{cards}<h2>Recently changed</h2>{Recent(visit)}"));
    }

    private static Html Card(Visit visit, Space space)
    {
        int pages = visit.Wiki.ContentsOf(space).Count(content => content.Type == ContentType.Page && content.Status == ContentStatus.Current && visit.Sees(content));
        return Html.Of($"""
            <li><a href="{visit.Url(space)}"><span class="avatar">{space.Key[..Math.Min(3, space.Key.Length)]}</span><strong>{space.Name}</strong></a>
            <p>{space.Description}</p>
            <p class="when">{space.Key} &middot; {pages} {(pages == 1 ? "page" : "pages")}</p></li>
            """);
    }

    private static Html Recent(Visit visit)
    {
        IEnumerable<Content> recent = visit.Wiki.Contents
            .Where(content => content.Type is ContentType.Page or ContentType.BlogPost && content.Status == ContentStatus.Current)
            .OrderByDescending(content => content.Latest.When)
            .Where(visit.Sees)
            .Take(MostRecent);
        return Html.Of($"<ul class=\"recent\">{recent.Select(content => Html.Of($"<li>{visit.Link(content)}{visit.Badges(content)} <span class=\"when\">{visit.Wiki.SpaceOf(content).Name} &middot; {visit.Person(content.Latest.AuthorId)}, {Visit.Day(content.Latest.When)}</span></li>"))}</ul>");
    }
}
