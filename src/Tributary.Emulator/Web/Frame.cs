using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Web;

/// <summary>What is round every page: head, banner, bar, tree of the space.</summary>
internal static class Frame
{
    public const string StylePath = "/emulator/style.css";

    public static Answer Page(Visit visit, string title, Html main, Space? space = null, Content? here = null, int status = 200)
    {
        string shownTitle = space is null ? title : $"{title} - {space.Name}";
        Html sidebar = space is null ? Html.Empty : SpaceTree.Sidebar(visit, space, here);
        Html page = Html.Of($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{shownTitle}</title>
            <link rel="stylesheet" href="{visit.Url(StylePath)}">
            <link rel="icon" href="data:,">
            </head>
            <body{(space is null ? new Html(" class=\"wide\"") : Html.Empty)}>
            <p class="banner">This is an <strong>emulator</strong> for tests and trials, not Confluence. You see what <strong>{visit.Reader.Username}</strong> sees; restricted pages are marked.</p>
            <header class="bar">
            <a class="brand" href="{visit.Url("/")}">Emulated Confluence <span class="deployment">{(visit.IsCloud ? "Cloud" : "Data Center")}</span></a>
            <nav>{visit.Wiki.Spaces.Where(each => visit.Wiki.CanView(visit.Reader, each)).Take(MostSpaces).Select(each => Html.Of($"<a href=\"{visit.Url(each)}\"{Current(each == space)}>{each.Name}</a>"))}</nav>
            <form action="{visit.Url("/search")}" role="search"><input type="search" name="text" value="{visit.Query("text")}" placeholder="Search" aria-label="Search"></form>
            </header>
            <div class="frame">
            {sidebar}
            <main>
            {main}
            </main>
            </div>
            </body>
            </html>
            """);
        return Answer.Text(status, "text/html;charset=UTF-8", page.Text)
            .With("Content-Security-Policy", Policy(visit))
            .With("X-Content-Type-Options", "nosniff")
            .With("Referrer-Policy", "no-referrer")
            .With("Cache-Control", "no-store");
    }

    public static Answer NotFound(Visit visit, string what) => Page(
        visit,
        "Not found",
        Html.Of($"<h1>Not found</h1><p>{what} It may be gone, or not for {visit.Reader.Username}.</p><p><a href=\"{visit.Url("/")}\">All spaces</a></p>"),
        status: 404);

    /// <summary>Marks the link to where one is.</summary>
    public static Html Current(bool isHere) => isHere ? new Html(" aria-current=\"page\"") : Html.Empty;

    private const int MostSpaces = 8;

    // Bodies may colour and align (style attributes); nothing may run, and nothing comes from elsewhere.
    private static string Policy(Visit visit) =>
        $"default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: {visit.MediaOrigin}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
