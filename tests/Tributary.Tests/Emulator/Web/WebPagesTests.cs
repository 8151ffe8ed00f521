using System.Net;
using Tributary.Emulator;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Web;

public sealed class WebPagesTests
{
    [Theory(Timeout = 10000)]
    [InlineData(EmulatedDeployment.Cloud)]
    [InlineData(EmulatedDeployment.DataCenter)]
    public async Task Whatever_a_page_links_to_opens_from_the_home_page_on(EmulatedDeployment deployment)
    {
        await using Browser browser = await Browser.StartAsync(deployment);
        var seen = new HashSet<Uri>();
        var pending = new Queue<Uri>([browser.Server.BaseUrl]);
        var failures = new List<string>();
        while (pending.TryDequeue(out Uri? address))
        {
            if (!seen.Add(address)) continue;
            Browser.Seen page = await browser.FollowAsync(address);
            if (page.Status != HttpStatusCode.OK) failures.Add($"{address}: {page.Status}");
            if (page.MediaType != "text/html") continue;
            foreach (Uri link in page.Links) pending.Enqueue(link);
        }

        Assert.Empty(failures);
        Assert.InRange(seen.Count, 200, 600);
        Assert.Empty(
            from content in browser.Server.Wiki.Contents
            where content.Type is ContentType.Page or ContentType.BlogPost && content.Status == ContentStatus.Current
            where !seen.Any(address => address.Query.Contains($"pageId={content.Id}", StringComparison.Ordinal))
            select content.Title);
    }

    [Theory(Timeout = 10000)]
    [InlineData(EmulatedDeployment.Cloud, "/spaces/ENG/pages/98304/Architecture+overview")]
    [InlineData(EmulatedDeployment.Cloud, "/spaces/ENG/pages/98304")]
    [InlineData(EmulatedDeployment.Cloud, "/pages/viewpage.action?pageId=98304")]
    [InlineData(EmulatedDeployment.Cloud, "/x/AIAB")]
    [InlineData(EmulatedDeployment.DataCenter, "/display/ENG/Architecture+overview")]
    [InlineData(EmulatedDeployment.DataCenter, "/display/ENG/Architecture%20overview")]
    [InlineData(EmulatedDeployment.DataCenter, "/pages/viewpage.action?pageId=98304")]
    [InlineData(EmulatedDeployment.DataCenter, "/pages/viewpage.action?spaceKey=ENG&title=Architecture+overview")]
    public async Task A_page_opens_at_each_of_its_addresses(EmulatedDeployment deployment, string path)
    {
        await using Browser browser = await Browser.StartAsync(deployment);

        Browser.Seen page = await browser.OpenAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("<h1 class=\"title\" dir=\"auto\">Architecture overview</h1>", page.Html, StringComparison.Ordinal);
        Assert.Contains("This is an <strong>emulator</strong>", page.Html, StringComparison.Ordinal);
        Assert.Contains("nobody reads another service\u2019s database", page.Html, StringComparison.Ordinal);
        Assert.Contains("That is what events are for.", page.Html, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task Nothing_in_a_page_can_run_and_all_text_is_escaped()
    {
        await using Browser browser = await Browser.StartAsync();
        const string title = "<script>alert(1)</script> \"&\"";
        Wiki wiki = browser.Server.Wiki;
        Content page = wiki.Write(_ => wiki.Create(
            wiki.FindUser("alice")!,
            new NewContent(ContentType.Page, wiki.FindSpace("ENG")!, title, "<p onclick=\"alert(2)\"><a href=\"javascript:alert(3)\">x</a></p><script>alert(4)</script>") { Message = "<b>" }));

        Browser.Seen seen = await browser.OpenAsync($"/spaces/ENG/pages/{page.Id}");
        Browser.Seen search = await browser.OpenAsync($"/search?text={Uri.EscapeDataString("<img onerror=alert(5)>")}");

        Assert.All([seen.Html, search.Html], html => Assert.DoesNotMatch("<script|<img onerror|onclick=|javascript:", html));
        Assert.Contains("<title>&lt;script&gt;alert(1)&lt;/script&gt;", seen.Html, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; style-src 'self';", seen.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", seen.Policy, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task A_browser_without_credentials_sees_what_alice_sees_with_restricted_pages_marked()
    {
        await using Browser browser = await Browser.StartAsync();

        Browser.Seen restricted = await browser.OpenAsync("/spaces/HR/pages/524320/Salary+bands");
        Browser.Seen asBob = await browser.OpenAsync("/spaces/HR/pages/524320/Salary+bands", user: "bob");
        Browser.Seen bobsDraft = await browser.OpenAsync("/pages/resumedraft.action?draftId=131104");

        Assert.Contains("<span class=\"badge restricted\">restricted</span>", restricted.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, asBob.Status);
        Assert.Contains("It may be gone, or not for bob.", asBob.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, bobsDraft.Status);
    }

    [Theory(Timeout = 10000)]
    [InlineData("same-origin", HttpStatusCode.OK)]
    [InlineData("none", HttpStatusCode.OK)]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    public async Task Files_without_credentials_are_for_the_pages_of_the_site_alone(string? site, HttpStatusCode status)
    {
        await using Browser browser = await Browser.StartAsync();

        Browser.Seen file = await browser.FollowAsync(new Uri(browser.Server.BaseUrl + "/download/attachments/98311/service-levels.csv"), site: site);

        Assert.Equal(status, file.Status);
        if (status == HttpStatusCode.OK) Assert.StartsWith("service,tier,objective", file.Html, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task History_lists_versions_and_an_old_one_says_so()
    {
        await using Browser browser = await Browser.StartAsync();

        Browser.Seen history = await browser.OpenAsync("/pages/viewpreviousversions.action?pageId=98304");
        Browser.Seen old = await browser.OpenAsync("/pages/viewpage.action?pageId=98304&version=1");
        Browser.Seen none = await browser.OpenAsync("/pages/viewpage.action?pageId=98304&version=99");

        Assert.Contains("State the budget of each part", history.Html, StringComparison.Ordinal);
        Assert.Contains("Boarding is fast.", old.Html, StringComparison.Ordinal);
        Assert.Contains("This is version 1;", old.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, none.Status);
    }

    [Fact(Timeout = 10000)]
    public async Task The_search_box_finds_pages()
    {
        await using Browser browser = await Browser.StartAsync();

        Browser.Seen found = await browser.OpenAsync("/search?text=outbox+vacuum");
        Browser.Seen odd = await browser.OpenAsync("/search?text=%22+AND+%28%27");

        Assert.Contains("2026-03-12 Bookings paused for 47 minutes", found.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, odd.Status);
    }

    [Fact(Timeout = 10000)]
    public async Task A_space_of_thousands_of_pages_shows_those_near_by()
    {
        await using Browser browser = await Browser.StartAsync(seed: "mock:3000");

        Browser.Seen page = await browser.OpenAsync("/spaces/MOCK/pages/mock-page-1500");

        Assert.Contains("Mock Page 1500: ", page.Html, StringComparison.Ordinal);
        Assert.Contains("200 more", page.Html, StringComparison.Ordinal);
        Assert.InRange(page.Data.Length, 10_000, 60_000);
    }

    [Fact(Timeout = 10000)]
    public async Task An_empty_site_says_what_to_do()
    {
        await using Browser browser = await Browser.StartAsync(seed: "empty");

        Assert.Contains("There is no space yet.", (await browser.OpenAsync("/")).Html, StringComparison.Ordinal);
    }
}
