using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Web;

/// <summary>Lists of one space: its tree, its blog, its pages with a label.</summary>
internal static class SpacePages
{
    public static Answer Index(Visit visit, Space space) =>
        Frame.Page(visit, "All pages", Html.Of($"<h1>All pages</h1><p class=\"lead\">{space.Description}</p>{SpaceTree.Index(visit, space)}"), space);

    public static Answer Blog(Visit visit, Space space)
    {
        Content[] posts = [.. Current(visit, space, content => content.Type == ContentType.BlogPost)];
        return Frame.Page(visit, "Blog", Html.Of($"<h1>Blog</h1>{List(visit, posts)}"), space);
    }

    public static Answer Labelled(Visit visit, Space space)
    {
        string name = visit.Route("name");
        Content[] found = [.. Current(visit, space, content => content.Labels.Exists(label => label.Name == name))];
        return Frame.Page(visit, $"Label {name}", Html.Of($"<h1>Label <em>{name}</em></h1>{List(visit, found)}"), space);
    }

    private static IEnumerable<Content> Current(Visit visit, Space space, Func<Content, bool> wanted) =>
        visit.Wiki.ContentsOf(space)
            .Where(content => content.Type is ContentType.Page or ContentType.BlogPost && content.Status == ContentStatus.Current && wanted(content) && visit.Sees(content))
            .OrderByDescending(content => content.CreatedAt);

    private static Html List(Visit visit, Content[] contents) => contents.Length == 0
        ? Html.Of($"<p class=\"empty\">Nothing here.</p>")
        : Html.Of($"<ul class=\"recent\">{contents.Select(content => Html.Of($"<li>{visit.Link(content)}{visit.Badges(content)} <span class=\"when\">{visit.Person(content.AuthorId)}, {Visit.Day(content.CreatedAt)}</span></li>"))}</ul>");
}
