using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Web;

/// <summary>The versions of a page, the newest first.</summary>
internal static class HistoryPage
{
    public static Answer Show(Visit visit, Content content)
    {
        Html rows = Html.All(Enumerable.Reverse(content.Versions).Select(version => Row(visit, content, version)));
        Html main = Html.Of($"""
            <h1 class="title" dir="auto">{Visit.Title(content)}</h1>
            <p class="byline"><a href="{visit.Url(content)}">Back to the page</a></p>
            <table class="files"><thead><tr><th>Version</th><th>Changed</th><th>Message</th></tr></thead><tbody>{rows}</tbody></table>
            """);
        return Frame.Page(visit, $"History of {Visit.Title(content)}", main, visit.Wiki.SpaceOf(content), content);
    }

    private static Html Row(Visit visit, Content content, ContentVersion version)
    {
        Html minor = version.Minor ? Html.Of($" <span class=\"badge\">minor</span>") : Html.Empty;
        Html renamed = version.Title == content.Title ? Html.Empty : Html.Of($" <span class=\"when\">as &ldquo;{version.Title}&rdquo;</span>");
        return Html.Of($"<tr><td><a href=\"{visit.Version(content, version)}\">{version.Number}</a></td><td>{visit.Person(version.AuthorId)}, {Visit.Day(version.When)}</td><td>{version.Message}{minor}{renamed}</td></tr>");
    }
}
