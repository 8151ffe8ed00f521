using Tributary.Emulator.Confluence;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Web;

/// <summary>What a person sees with a browser, at the addresses that <c>webui</c> links have.</summary>
internal static class WebEndpoints
{
    public static void Map(Routes routes)
    {
        routes.Get(Frame.StylePath, _ => StyleSheet.Serve());
        routes.Get("/", call => HomePage.Show(new Visit(call)));
        routes.Get("/search", call => SearchPage.Show(new Visit(call)));
        routes.Get("/spaces/{key}/pages", call => InSpace(call, SpacePages.Index));
        routes.Get("/spaces/{key}/blog", call => InSpace(call, SpacePages.Blog));
        routes.Get("/label/{key}/{name}", call => InSpace(call, SpacePages.Labelled));
        foreach (string space in (string[])["/spaces/{key}", "/spaces/{key}/overview", "/display/{key}"]) routes.Get(space, ShowSpace);

        foreach (string page in (string[])["/spaces/{key}/pages/{id}/{*title}", "/spaces/{key}/blog/{year}/{month}/{day}/{id}/{*title}", "/spaces/{key}/pages/edit-v2/{id}"])
        {
            routes.Get(page, call => Read(call, visit => visit.Content(visit.Route("id"))));
        }

        routes.Get("/pages/viewpage.action", call => Read(call, Asked));
        routes.Get("/pages/resumedraft.action", call => Read(call, visit => visit.Content(visit.Query("draftId"))));
        routes.Get("/pages/viewpageattachments.action", call => Read(call, Asked));
        routes.Get("/display/{key}/{title}", call => Read(call, visit => Titled(visit, ContentType.Page)));
        routes.Get("/display/{key}/{year}/{month}/{day}/{title}", call => Read(call, visit => Titled(visit, ContentType.BlogPost)));
        routes.Get("/x/{tiny}", call => Read(call, visit => visit.Wiki.Contents.FirstOrDefault(content => Links.Tiny(content) == $"/x/{visit.Route("tiny")}" && visit.Sees(content))));
        routes.Get("/pages/viewpreviousversions.action", ShowHistory);
        routes.Get("/people/{id}", call => ShowPerson(call, call.Route("id")));
    }

    private static Answer ShowSpace(Call call)
    {
        var visit = new Visit(call);
        string key = visit.Route("key");
        if (key.StartsWith('~') && visit.Space(key) is null) return ShowPerson(call, key[1..]);
        if (visit.Space(key) is not { } space) return Frame.NotFound(visit, $"There is no space with the key {key}.");
        return visit.Content(space.HomepageId) is { } home ? ContentPage.Show(visit, home, home.Latest) : SpacePages.Index(visit, space);
    }

    private static Answer InSpace(Call call, Func<Visit, Space, Answer> show)
    {
        var visit = new Visit(call);
        return visit.Space(visit.Route("key")) is { } space ? show(visit, space) : Frame.NotFound(visit, $"There is no space with the key {visit.Route("key")}.");
    }

    private static Answer Read(Call call, Func<Visit, Content?> find)
    {
        var visit = new Visit(call);
        Content? content = find(visit);
        while (content is Comment or Attachment) content = visit.Wiki.ContainerOf(content);
        if (content is null) return Frame.NotFound(visit, "There is no such page.");
        visit.Wiki.View(visit.Reader, content);
        if (visit.Query("version") is not { } number) return ContentPage.Show(visit, content, content.Latest);
        return int.TryParse(number, out int asked) && content.Version(asked) is { } version
            ? ContentPage.Show(visit, content, version)
            : Frame.NotFound(visit, $"The page has no version {number}.");
    }

    private static Answer ShowHistory(Call call)
    {
        var visit = new Visit(call);
        return visit.Content(visit.Query("pageId")) is { } content ? HistoryPage.Show(visit, content) : Frame.NotFound(visit, "There is no such page.");
    }

    private static Answer ShowPerson(Call call, string identity)
    {
        var visit = new Visit(call);
        return visit.Wiki.FindUser(identity) is { } user ? PersonPage.Show(visit, user) : Frame.NotFound(visit, $"There is nobody called {identity}.");
    }

    private static Content? Asked(Visit visit) =>
        visit.Content(visit.Query("pageId")) ?? (visit.Query("title") is { } title ? Titled(visit, visit.Query("spaceKey"), title, ContentType.Page) : null);

    private static Content? Titled(Visit visit, ContentType type) => Titled(visit, visit.Route("key"), visit.Route("title"), type);

    // Data Center writes blanks as plus signs, and a title may hold either.
    private static Content? Titled(Visit visit, string? key, string title, ContentType type) =>
        visit.Space(key) is { } space
            ? ((string[])[title, title.Replace('+', ' ')])
                .SelectMany(each => visit.Wiki.Titled(space, each))
                .FirstOrDefault(content => content.Type == type && content.Status == ContentStatus.Current && visit.Sees(content))
            : null;
}
